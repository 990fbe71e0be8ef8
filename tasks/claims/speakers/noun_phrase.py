"""Noun phrases without a parser: who stands before a verb, who stands after "by" or "according to".

A claimant's words are the whole phrase with its titles and appositions ("Director of the X, NAME"),
without leading adverbials, subordinators and trailing commas.
"""

from __future__ import annotations

from tasks.claims.contents.boundaries import is_medium
from tasks.claims.cues.adverbial import skip_leading, starts_adverbial
from tasks.claims.cues.apposition import is_apposition, is_name, is_title_phrase
from tasks.claims.cues.cue_words import person_titles, word_class
from tasks.claims.cues.region import subject_region
from tasks.claims.cues.view import DASHES, Range, View
from tasks.claims.speakers.begins_content import begins_content
from tasks.claims.speakers.dated_text import dated_text
from tasks.claims.speakers.listing import is_plain, lists, lists_equals, lists_names
from tasks.claims.speakers.named_fields import names_field
from tasks.claims.speakers.of_town import is_of_town
from tasks.claims.speakers.phrase_ends import is_mere_adverb, simple_end
from tasks.claims.speakers.remarks import before_remark
from tasks.claims.speakers.trimming import trimmed, without_finder

_DETERMINED = frozenset({"the", "his", "her", "its", "their", "a", "an"})
_OBJECTS = frozenset({"him", "them", "me", "us"})
_ALONE = frozenset({"it", "he", "she", "they", "we", "i"})
_CLOSES_TITLE = frozenset({",", ".", ";", ":", "where", "who", "whose", "which", "that"})
_SENT = frozenset({"sent", "dispatched", "assigned", "summoned", "invited", "called", "flown", "brought"})
_BESIDE = frozenset({"while", "whilst", "although", "though"})
_OPENS_RELATIVE, _TELLS = frozenset({"that", "which", "who"}), frozenset({"told", "informed", "assured"})
_BEGINS_SUBJECT, _CLAUSES = frozenset({"the", "a", "an"}), frozenset({"when", "where", "although", "though"})
_SAYING, _SAY = frozenset({"saying", "claiming", "stating"}), frozenset({"say", "believe", "claim", "think"})
_MINDED = word_class("minded")
_WITH, _OF_WHOM = (("along", "with"), ("together", "with")), (("of", "whom"), ("of", "which"))
_OPENS_REMARK = frozenset(
    ("who", "which", "whose", "whom", "where", "when", "though", "including", "along", "together", "like")
)
_OPENS_ASIDE = frozenset(
    {"who", "which", "whose", "having", "although", "though", "while", "when", "despite", "whilst", "where"}
)


def phrase_before(view: View, end: int) -> Range | None:
    """Return the noun phrase that ends before token `end`, the place of its verb; None if there is none."""
    if view.low[end - 1] == "both" and view.low[end - 2 : end - 1] in (("and",), ("but",)):
        return (end - 1, end)
    last = before_remark(view, _last_word(view, end))
    if last == 0:
        return None
    if view.low[last - 1] in _ALONE and view.low[last - 2 : last - 1] not in (("and",), ("or",)):
        return (last - 1, last)
    if view.low[last - 1] == ",":
        before = _before_aside(view, last - 1)
        if before is not None:
            return before
    start = subject_region(view, last)
    parts = _without_ages(view, _parts(view, start, last))
    if not parts:
        return None
    if view.low[parts[-1][0]] == "having":
        return parts[-1]  # "but, having failed to see it, believed": its subject stands before it
    if len(parts) > 1 and _is_participial(view, parts[-1]) and is_plain(view, parts[-2]):
        parts = parts[:-1]
    dated = len(parts) > 2 and view.low[parts[-1][0]] == "on" and starts_adverbial(view, *parts[-1])
    dated = dated or (len(parts) > 1 and _is_occasion(view, parts[-1]))
    if dated:
        parts = parts[:-1]  # "The minister, NAME, on Friday said"
    found = _closed(view, parts) if dated or view.low[last - 1] == "," else _open(view, parts)
    if view.low[found[0]] in ("who", "which") and found[0] > 1 and view.low[found[0] - 1] == ",":
        return phrase_before(view, found[0]) or found  # "NAME, who came from Osk said": no second comma
    words = trimmed(view, found)
    return None if words is None else _behind_relative_clause(view, *words)


def _behind_relative_clause(view: View, start: int, end: int) -> Range:
    """Return the subject behind an opening: "a video that appeared on 7 May | the group", "told X | Y"."""
    if end - start > 1 and view.low[start] in _SAYING:
        start += 1  # "quoted officials as saying | NAME admitted"
    elif end - start > 2 and view.low[start] in ("they", "we") and view.low[start + 1] in _SAY:
        start += 2  # "They say | NAME had claimed"
    told = next((k for k in range(end - 2, start, -1) if view.low[k] in _TELLS and view.finite[k]), None)
    start = start if told is None else told + 1
    is_told = not _TELLS.isdisjoint(view.low[max(0, start - 1) : start + 1])
    if is_told or (start and view.finite[start] and view.low[start - 1] in _OPENS_RELATIVE):
        for k in range(end - 2, start, -1):
            if view.low[k] in _BEGINS_SUBJECT and not view.is_word(k - 1, "preposition"):
                return (k, end)
    return (start, end)


def _last_word(view: View, end: int) -> int:
    """Return the token after a subject's last word: without adverbs, "all" and an aside in dashes."""
    last = end
    while last > 0 and (
        view.is_adverb(last - 1) or (view.low[last - 1] == "_" and view.low[last - 2 : last - 1] == (",",))
    ):
        if last > 1 and view.is_word(last - 2, "be"):
            break  # "the soldiers who were there | said"
        last -= 1
    if last > 1 and view.low[last - 1] == "last" and _is_capital_name(view, last - 2):
        last -= 1  # "NAME last wrote on Friday"
    if last > 2 and view.low[last - 1] in {"all", "both", "each"} and view.low[last - 2] == ",":
        last -= 2
    if last > 2 and view.low[last - 1] in DASHES:
        last = next((k for k in range(last - 2, max(0, last - 40), -1) if view.low[k] in DASHES), last)
    while last > 0 and view.is_adverb(last - 1) and not view.is_word(last - 2, "determiner"):
        if view.is_word(last - 2, "be"):
            break
        last -= 1
    return last


def _is_capital_name(view: View, at: int) -> bool:
    return view.is_capital(at) and not view.is_word(at, "determiner")


def _before_aside(view: View, comma: int) -> Range | None:
    """Return the subject before ", who ..., " or ", believing that ..., " that ends with a comma."""
    for k in range(comma - 1, max(0, comma - 45), -1):
        if view.low[k] != "," or not view.is_free(k):
            continue
        first = view.low[k + 1]
        if first in _CLAUSES and not view.has_finite(k + 2, comma):
            continue  # "the event, when NAME, the commander, said"
        owned = view.is_word(k + 2, "determiner") or view.is_word(k + 2, "possessive")
        if first in _BESIDE and owned and not view.has_finite(k + 2, comma):
            return None  # 'said it "was over", while his deputy, NAME, said'
        opens = first in _OPENS_ASIDE or view.low[k + 2 : k + 4] in _OF_WHOM
        opens = opens or view.low[k + 1 : k + 3] == ("in", "which")  # "a speech, in which he said C, was"
        opens = opens or (first in _SENT and view.low[k + 2] == "to")
        opens = opens or _is_mood(view, k + 1, comma)
        opens = opens or (
            first.endswith("ing") and first not in word_class("noun_ing") and not view.is_capital(k + 1)
        )
        if opens:
            found = phrase_before(view, k)
            hour = found is not None and view.low[found[1] - 1] in ("a.m.", "p.m.", "am", "pm")
            if found is None or hour or not view.has_finite(*found):
                return (
                    None if hour else found
                )  # else an aside in a longer one: "X, furious that Y, who C, said"
    return None


def _is_mood(view: View, at: int, end: int) -> bool:
    """Say whether "worried that they might", "afraid of the mob" stands between tokens."""
    if view.low[at] not in _MINDED:
        return False
    return view.is_word(at + 1, "preposition") or view.has_finite(at + 1, end)


def phrase_after(view: View, start: int) -> Range | None:
    """Return the noun phrase that begins at token `start`, with one apposition; None if there is none."""
    while start < len(view.low) and view.low[start] != "both" and is_mere_adverb(view, start):
        start += 1
    if start < len(view.low) and view.low[start] in _OBJECTS and not view.is_capital(start):
        return (start, start + 1)  # "according to him the soldiers"
    end = simple_end(view, start)
    if end == start:
        return None
    if end + 1 < len(view.low) and view.low[end] == "," and _is_named(view, start, end):
        stop = simple_end(view, end + 1)
        closed = stop >= len(view.low) or view.low[stop] in _CLOSES_TITLE
        is_front = view.low[max(0, start - 2) : start] == ("according", "to")
        if (closed or view.quote[stop] >= 0) and not (is_front and begins_content(view, stop)):
            end = stop
    if view.low[end : end + 2] == (",", "including"):
        end = simple_end(view, end + 2)  # "by several sources, including the embassy"
    return (start, without_finder(view, start, end))


def _is_named(view: View, start: int, end: int) -> bool:
    """Say whether an apposition follows the comma at a token: a description, or the name of a titled one."""
    if is_apposition(view, end + 1):
        return True
    stop = simple_end(view, end + 1)
    owned = view.low[start] in _DETERMINED or view.low[start][-2:] in ("'s", "’s")
    titled = owned and is_title_phrase(view, (start, end))
    name = stop > end + 1 and is_name(view, (end + 1, stop))
    return titled and name and (stop >= len(view.low) or view.low[stop] in (".", ",", ";", "in", "on"))


def _parts(view: View, start: int, end: int) -> list[Range]:
    """Return the stretches between the commas of a region, none empty."""
    parts, first = [], start
    for i in range(start, end):
        if view.low[i] == "," and view.is_free(i):
            parts.append((first, i))
            first = i + 1
    parts.append((first, end))
    return [p for p in parts if p[0] < p[1]]


def _without_ages(view: View, parts: list[Range]) -> list[Range]:
    """Return the stretches without a person's age between two of them: "NAME, 44, a nurse"."""
    if len(parts) < 3:
        return parts
    inner = [p for p in parts[1:-1] if not (p[1] - p[0] == 1 and view.tokens[p[0]].kind == "number")]
    return [parts[0], *inner, parts[-1]] if view.is_capital(parts[0][1] - 1) else parts


def _open(view: View, parts: list[Range]) -> Range:
    """Return the subject whose verb follows without a comma: the last part, with what belongs to it."""
    start, end = parts[-1]
    if (
        len(parts) > 1
        and view.low[start] in {"to", "of", "by", "from", "with", "for"}
        and is_plain(view, parts[0])
    ):
        return (parts[0][0], end)
    if len(parts) > 1 and view.low[start] == "by" and (text := dated_text(view, parts[:-1])) is not None:
        return (text, end)  # "A report issued on 4 May 2010, by X found"
    if len(parts) > 1:
        before = parts[-2]
        if names_field(view, before, (start, end)) or is_of_town(view, before, (start, end)):
            return (skip_leading(view, *before), end)  # "The Committee on Justice, Defence and Equality"
        if view.low[start : start + 2] in _WITH and is_plain(view, before):
            return (skip_leading(view, *before), end)  # "The X, along with many residents, blamed"
        if view.low[start] in {"and", "or", "&"} or lists(view, parts):
            k = len(parts) - 1
            while k > 0 and (is_plain(view, parts[k - 1]) or view.low[parts[k - 1][0]] == "as"):
                k -= 1
            return (parts[k][0], end)
        if lists_names(view, parts):
            return (parts[0][0], end)
        equals = lists_equals(view, parts)
        if equals is not None:
            return (parts[equals][0], end)
        title = (skip_leading(view, *before), before[1])
        if title[0] < title[1] and is_title_phrase(view, title) and is_name(view, (start, end)):
            return (title[0], end)
        named = is_plain(view, title) and is_name(view, title) and title[0] < title[1]
        named = named and view.low[title[0] - 1 if title[0] else 0] not in ("and", "or")  # a list's last
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
    if first in _OPENS_REMARK:
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
