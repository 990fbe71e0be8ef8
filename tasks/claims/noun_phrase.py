"""Noun phrases without a parser: who stands before a verb, who stands after "by" or "according to".

A claimant's words are the whole phrase with its titles and appositions ("Director of the X, NAME"),
without leading adverbials, subordinators and trailing commas.
"""

from __future__ import annotations

from tasks.claims.adverbial import is_circumstance, skip_leading, starts_adverbial
from tasks.claims.apposition import is_apposition, is_name, is_title_phrase
from tasks.claims.boundaries import is_medium
from tasks.claims.listing import is_plain, lists, lists_names
from tasks.claims.next_phrase import opens_subject
from tasks.claims.region import _MARKS, subject_region
from tasks.claims.trimming import trimmed
from tasks.claims.view import DASHES, Range, View
from tasks.claims.words import person_titles, word_class

_ARTICLES = frozenset({"the", "his", "her", "its", "their"})
_ALONE = frozenset({"it", "he", "she", "they", "we", "i"})
_CLOSES_TITLE = frozenset({",", ".", ";", ":", "where", "who", "whose", "which", "that"})
_SENT = frozenset({"sent", "dispatched", "assigned", "summoned", "invited", "called", "flown", "brought"})
_BESIDE = frozenset({"while", "whilst", "although", "though"})
_OF_WHOM = (("of", "whom"), ("of", "which"))
_OPENS_ASIDE = frozenset(
    {"who", "which", "whose", "having", "although", "though", "while", "when", "despite", "whilst", "where"}
)


def phrase_before(view: View, end: int) -> Range | None:
    """Return the noun phrase that ends before token `end`, the place of its verb; None if there is none."""
    if view.low[end - 1] == "both" and view.low[end - 2 : end - 1] in (("and",), ("but",)):
        return (end - 1, end)
    last = _last_word(view, end)
    if last == 0:
        return None
    if view.low[last - 1] in _ALONE and view.low[last - 2 : last - 1] not in (("and",), ("or",)):
        return (last - 1, last)
    if view.low[last - 1] == ",":
        before = _before_aside(view, last - 1)
        if before is not None:
            return before
    start = subject_region(view, last)
    parts = _parts(view, start, last)
    if not parts:
        return None
    if len(parts) > 1 and _is_participial(view, parts[-1]) and is_plain(view, parts[-2]):
        parts = parts[:-1]
    dated = len(parts) > 2 and view.low[parts[-1][0]] == "on" and starts_adverbial(view, *parts[-1])
    dated = dated or (len(parts) > 1 and _is_occasion(view, parts[-1]))
    if dated:
        parts = parts[:-1]  # "The minister, NAME, on Friday said"
    found = _closed(view, parts) if dated or view.low[last - 1] == "," else _open(view, parts)
    if view.low[found[0]] == "who" and found[0] > 1 and view.low[found[0] - 1] == ",":
        return phrase_before(view, found[0]) or found  # "NAME, who came from Osk said": no second comma
    return trimmed(view, found)


def _last_word(view: View, end: int) -> int:
    """Return the token after a subject's last word: without adverbs, "all" and an aside in dashes."""
    last = end
    while last > 0 and (
        view.is_adverb(last - 1) or (view.low[last - 1] == "_" and view.low[last - 2 : last - 1] == (",",))
    ):
        last -= 1
    if last > 1 and view.low[last - 1] == "last" and view.is_capital(last - 2):
        last -= 1  # "NAME last wrote on Friday"
    if last > 2 and view.low[last - 1] in {"all", "both", "each"} and view.low[last - 2] == ",":
        last -= 2
    if last > 2 and view.low[last - 1] in DASHES:
        last = next((k for k in range(last - 2, max(0, last - 40), -1) if view.low[k] in DASHES), last)
    while last > 0 and view.is_adverb(last - 1):
        last -= 1
    return last


def _before_aside(view: View, comma: int) -> Range | None:
    """Return the subject before ", who ..., " or ", believing that ..., " that ends with a comma."""
    for k in range(comma - 1, max(0, comma - 45), -1):
        if view.low[k] != "," or not view.is_free(k):
            continue
        first = view.low[k + 1]
        if first in _BESIDE and not view.has_finite(k + 2, comma) and _opens_noun(view, k + 2):
            return None  # 'said it "was over", while his deputy, NAME, said'
        opens = first in _OPENS_ASIDE or view.low[k + 2 : k + 4] in _OF_WHOM
        opens = opens or (first in _SENT and view.low[k + 2] == "to")
        opens = opens or (
            first.endswith("ing") and first not in word_class("noun_ing") and not view.is_capital(k + 1)
        )
        if opens:
            found = phrase_before(view, k)
            return found if found is not None and not view.has_finite(*found) else None
    return None


def _opens_noun(view: View, at: int) -> bool:
    return view.is_word(at, "determiner") or view.is_word(at, "possessive")


def phrase_after(view: View, start: int) -> Range | None:
    """Return the noun phrase that begins at token `start`, with one apposition; None if there is none."""
    while start < len(view.low) and view.is_adverb(start) and not view.is_capital(start):
        start += 1
    end = _simple_end(view, start)
    if end == start:
        return None
    if end + 1 < len(view.low) and view.low[end] == "," and _is_named(view, start, end):
        stop = _simple_end(view, end + 1)
        closed = stop >= len(view.low) or view.low[stop] in _CLOSES_TITLE
        if closed or view.quote[stop] >= 0:
            end = stop
    if view.low[end : end + 2] == (",", "including"):
        end = _simple_end(view, end + 2)  # "by several sources, including the embassy"
    return (start, end)


def _is_named(view: View, start: int, end: int) -> bool:
    """Say whether an apposition follows the comma at a token: a description, or the name of a titled one."""
    if is_apposition(view, end + 1):
        return True
    stop = _simple_end(view, end + 1)
    titled = view.low[start] in _ARTICLES and is_title_phrase(view, (start, end))
    name = stop > end + 1 and is_name(view, (end + 1, stop))
    return titled and name and (stop >= len(view.low) or view.low[stop] in (".", ",", ";"))


def _simple_end(view: View, start: int) -> int:
    """Return where the noun phrase from `start` ends, without apposition."""
    i, end = start, len(view.low)
    while i < end:
        word = view.low[i]
        if view.depth[i] or (view.quote[i] >= 0 and i > start and view.quote[i] == view.quote[i - 1]):
            i += 1
            continue
        if view.quote[i] >= 0 and view.low[i - 1] not in {
            "the",
            "a",
            "an",
            "itself",
            "himself",
            "called",
            "named",
        }:
            break
        if word in {",", ".", "?", "!"} or word in _MARKS or view.finite[i]:
            break
        if word in word_class("subordinator") or word in {
            "due",
            "amid",
            "following",
            "who",
            "which",
            "whom",
            "whose",
        }:
            break
        if word in word_class("coordinator") and (
            _has_clause(view, i + 1)
            or view.has_finite(i + 1, min(len(view.low), i + 3))
            or _has_verb_soon(view, i + 1)
        ):
            break
        if word == "to" and view.low[i + 1 : i + 2] and view.low[i + 1] in ("be", "have"):
            break
        if word in {"in", "on", "at", "via", "during", "by"} and i > start and is_circumstance(view, i):
            break
        if i > start and opens_subject(view, i):
            break
        i += 1
    return i


def _has_clause(view: View, start: int) -> bool:
    """Say whether a noun phrase with a verb of its own follows a coordinator, before any comma."""
    for k in range(start, min(len(view.low), start + 7)):
        if view.low[k] in (",", ".", "who", "which", "that") or view.is_word(k, "preposition"):
            return False
        if view.finite[k]:
            return True
    return False


def _has_verb_soon(view: View, start: int) -> bool:
    """Say whether a new clause or verb phrase seems to follow a coordinator."""
    i = start
    while i < len(view.low) and view.is_adverb(i):
        i += 1
    return i < len(view.low) and (
        view.finite[i] or (view.low[i].endswith("ing") and view.low[i] not in word_class("noun_ing"))
    )


def _parts(view: View, start: int, end: int) -> list[Range]:
    """Return the stretches between the commas of a region, none empty."""
    parts, first = [], start
    for i in range(start, end):
        if view.low[i] == "," and view.is_free(i):
            parts.append((first, i))
            first = i + 1
    parts.append((first, end))
    return [p for p in parts if p[0] < p[1]]


def _open(view: View, parts: list[Range]) -> Range:
    """Return the subject whose verb follows without a comma: the last part, with what belongs to it."""
    start, end = parts[-1]
    if (
        len(parts) > 1
        and view.low[start] in {"to", "of", "by", "from", "with", "for"}
        and is_plain(view, parts[0])
    ):
        return (parts[0][0], end)
    if len(parts) > 1:
        before = parts[-2]
        if view.low[start] in {"and", "or", "&"} or lists(view, parts):
            k = len(parts) - 1
            while k > 0 and (is_plain(view, parts[k - 1]) or view.low[parts[k - 1][0]] == "as"):
                k -= 1
            return (parts[k][0], end)
        if lists_names(view, parts):
            return (parts[0][0], end)
        title = (skip_leading(view, *before), before[1])
        if title[0] < title[1] and is_title_phrase(view, title) and is_name(view, (start, end)):
            return (title[0], end)
        named = is_plain(view, title) and is_name(view, title) and title[0] < title[1]
        opens = view.low[start] in ("the", "a", "an") or view.low[start] in person_titles()
        quoted = title[0] > 0 and view.quote[title[0] - 1] >= 0 and view.low[end - 1] in person_titles()
        if named and (quoted or (opens and is_apposition(view, start))):
            return (title[0], end)  # '"C," NAME, Norland Army commander said'
    return (start, end)


def _is_participial(view: View, part: Range) -> bool:
    """Say whether a part is "writing to X" or "speaking in Geneva", whose closing comma is missing."""
    return view.low[part[0]] in {"writing", "speaking", "responding", "testifying", "talking", "appearing"}


def _is_occasion(view: View, part: Range) -> bool:
    """Say whether a part is "in a briefing for reporters", whose closing comma is missing."""
    return view.low[part[0]] in ("in", "at", "during") and is_medium(view, *part)


def _closed(view: View, parts: list[Range]) -> Range:
    """Return the subject whose verb follows a comma: a phrase with an apposition or an aside behind it."""
    inner = parts[-1]
    if len(parts) == 1:
        return inner
    k = len(parts) - 1
    while k > 0 and _is_aside(view, parts[k]):
        k -= 1
    if k < len(parts) - 1:
        found = _open(view, parts[: k + 1])
        aside = parts[k + 1][0]
        named = view.low[aside] == "including" or view.low[aside : aside + 2] == ("among", "them")
        return (found[0], inner[1]) if named else found
    head = (skip_leading(view, *parts[-2]), parts[-2][1])
    if head[0] >= head[1] or not is_plain(view, head):
        return inner
    described = len(parts) > 2 and view.low[head[0]] in ("a", "an") and view.low[inner[0]] in ("a", "an")
    if described and is_plain(view, parts[-3]) and is_name(view, parts[-3]):
        return (parts[-3][0], head[1])  # "NAME, a spokesman for the mission, a group of monitors, said"
    if (
        len(parts) > 2
        and view.low[inner[0]] not in ("a", "an", "the")
        and is_plain(view, parts[-3])
        and (is_apposition(view, head[0]) and is_name(view, parts[-3]) is not False)
    ):
        return (parts[-3][0], inner[1])
    return (head[0], inner[1])


def _is_aside(view: View, part: Range) -> bool:
    """Say whether a part between commas says nothing of who speaks: "however", "who ...", "writing in"."""
    first = view.low[part[0]]
    if first in (
        "who",
        "which",
        "whose",
        "whom",
        "where",
        "when",
        "though",
        "including",
        "along",
        "together",
        "like",
    ):
        return True
    if first.endswith("ing") and first not in word_class("noun_ing") and not view.is_capital(part[0]):
        return True
    if first in ("named", "called", "nicknamed", "known"):
        return False
    if view.is_adverb(part[0]) and view.low[part[0] + 1] in ("after", "before"):
        return True  # "Gabon, soon after the attempt, revealed"
    if first.endswith("ed") and not view.is_capital(part[0]) and part[1] - part[0] > 1:
        return True
    if view.is_word(part[0], "irregular_participle") and view.is_word(part[0] + 1, "preposition"):
        return True  # "The note, seen by the paper, says"
    return starts_adverbial(view, *part) or all(view.is_adverb(i) for i in range(*part))
