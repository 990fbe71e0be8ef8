"""Noun phrases without a parser: who stands before a verb, who stands after "by" or "according to".

A claimant's words are the whole phrase with its titles and appositions ("Director of the X, NAME"),
without leading adverbials, subordinators and trailing commas.
"""

from __future__ import annotations

from tasks.claims.adverbial import is_date_word, skip_leading, starts_adverbial
from tasks.claims.view import DASHES, View
from tasks.claims.words import cue_entries, person_titles, source_heads, word_class

Range = tuple[int, int]
_ALWAYS_PARTS = frozenset(
    {"that", "because", "although", "though", "if", "whether", "where", "whereas", "until", "unless", "so",
     "how", "why", "what", "than", "but", "yet", "when", "while", "after", "before", "since", "whereupon"}
)  # fmt: skip
_MARKS = frozenset({";", ":"}) | DASHES
_SPECIFIERS = frozenset(
    {"a", "an", "the", "its", "his", "her", "their", "former", "then", "current", "senior", "chief", "local"}
)


def phrase_before(view: View, end: int) -> Range | None:
    """Return the noun phrase that ends before token `end`, the place of its verb; None if there is none."""
    last = end
    while last > 0 and (
        view.is_adverb(last - 1) or (view.low[last - 1] == "_" and view.low[last - 2 : last - 1] == (",",))
    ):
        last -= 1
    if last == 0:
        return None
    if view.low[last - 1] == ",":
        before = _before_aside(view, last - 1)
        if before is not None:
            return before
    start = _region(view, last)
    parts = _parts(view, start, last)
    if not parts:
        return None
    found = _closed(view, parts) if view.low[last - 1] == "," else _open(view, parts)
    return _trim(view, found)


def _before_aside(view: View, comma: int) -> Range | None:
    """Return the subject before ", who ..., " or ", believing that ..., " that ends with a comma."""
    for k in range(comma - 1, max(0, comma - 45), -1):
        if view.low[k] != "," or not view.is_free(k):
            continue
        first = view.low[k + 1]
        opens = first in ("who", "which", "whose", "having", "although", "though") or (
            first.endswith("ing") and first not in word_class("noun_ing") and not view.is_capital(k + 1)
        )
        if opens:
            found = phrase_before(view, k)
            return found if found is not None and not view.has_finite(*found) else None
    return None


def phrase_after(view: View, start: int) -> Range | None:
    """Return the noun phrase that begins at token `start`, with one apposition; None if there is none."""
    while start < len(view) and view.is_adverb(start) and not view.is_capital(start):
        start += 1
    end = _simple_end(view, start)
    if end == start:
        return None
    if end + 1 < len(view) and view.low[end] == "," and is_apposition(view, end + 1):
        stop = _simple_end(view, end + 1)
        if stop >= len(view) or view.low[stop] in (",", ".", ";", ":") or view.quote[stop] >= 0:
            end = stop
    return (start, end)


def antecedent(view: View, relative: int) -> Range | None:
    """Return the noun phrase that a relative pronoun at token `relative` refers to."""
    end = relative
    while end > 0 and (view.low[end - 1] == "," or view.low[end - 1] in word_class("preposition")):
        end -= 1
    start = end
    while start > 0:
        word = view.low[start - 1]
        if word in (",", ";", ":") or word in DASHES or view.finite[start - 1] or word in _ALWAYS_PARTS:
            break
        if view.quote[start - 1] >= 0 and view.low[start - 2 if start > 1 else 0] == ",":
            break
        if word in word_class("preposition") and word not in ("of", "for", "in", "from", "at"):
            break
        if word in ("and", "but", "or") and view.has_finite(_clause_start(view, start - 1), start - 1):
            break
        verb = word.endswith("ed") and not view.is_capital(start - 1) and view.is_word(start, "determiner")
        if verb and word not in word_class("noun_ed"):
            break
        start -= 1
    if start < end and view.is_word(start, "preposition"):
        start += 1
    if start > 0 and view.low[start - 1] in ("on", "in") and skip_leading(view, start - 1, end) < end:
        start = skip_leading(view, start - 1, end)
    return _trim(view, (start, end))


def is_apposition(view: View, start: int) -> bool:
    """Say whether a title or a described name begins at a token: "a spokesman for", "director of"."""
    singular = {w for w in person_titles() if not w.endswith("s")}
    for offset in range(4):
        i = start + offset
        if i >= len(view) or view.low[i] in (",", ".", ";") or view.finite[i]:
            return False
        if view.low[i] in singular:
            return True
        if view.low[start] in ("a", "an", "the") and view.low[i] in source_heads():
            return True
        if offset == 0 and not (
            view.low[i] in _SPECIFIERS or view.is_capital(i) or view.low[i].endswith("'s")
        ):
            return False
    return view.low[start] in ("a", "an")


def _simple_end(view: View, start: int) -> int:
    """Return where the noun phrase from `start` ends, without apposition."""
    i = start
    while i < len(view):
        word = view.low[i]
        if view.depth[i] or (view.quote[i] >= 0 and i > start and view.quote[i] == view.quote[i - 1]):
            i += 1
            continue
        if view.quote[i] >= 0 and view.low[i - 1] not in (
            "the",
            "a",
            "an",
            "itself",
            "himself",
            "called",
            "named",
        ):
            break
        if word in (",", ".", "?", "!") or word in _MARKS or view.finite[i]:
            break
        if word in word_class("subordinator") or word in (
            "due",
            "amid",
            "following",
            "who",
            "which",
            "whom",
            "whose",
        ):
            break
        if word in word_class("coordinator") and (
            _has_clause(view, i + 1)
            or view.has_finite(i + 1, min(len(view), i + 3))
            or _has_verb_soon(view, i + 1)
        ):
            break
        if word == "to" and view.low[i + 1 : i + 2] and view.low[i + 1] in ("be", "have"):
            break
        if word in ("in", "on", "at", "via", "during", "by") and i > start and _is_circumstance(view, i):
            break
        i += 1
    return i


def _has_clause(view: View, start: int) -> bool:
    """Say whether a noun phrase with a verb of its own follows a coordinator, before any comma."""
    for k in range(start, min(len(view), start + 7)):
        if view.low[k] in (",", ".", "who", "which", "that") or view.is_word(k, "preposition"):
            return False
        if view.finite[k]:
            return True
    return False


def _has_verb_soon(view: View, start: int) -> bool:
    """Say whether a new clause or verb phrase seems to follow a coordinator."""
    i = start
    while i < len(view) and view.is_adverb(i):
        i += 1
    return i < len(view) and (
        view.finite[i] or (view.low[i].endswith("ing") and view.low[i] not in word_class("noun_ing"))
    )


def _is_circumstance(view: View, at: int) -> bool:
    """Say whether a prepositional phrase dates or places the act of speaking rather than the speaker."""
    rest = view.low[at + 1 : at + 5]
    return any(
        w.isdigit()
        or w in word_class("month")
        or w in word_class("weekday")
        or w in word_class("medium_noun")
        for w in rest[:3]
    )


def _clause_start(view: View, at: int) -> int:
    """Return the first token after the nearest mark or subordinator to the left."""
    i = at
    while i > 0 and view.low[i - 1] not in (";", ":") and view.low[i - 1] not in _ALWAYS_PARTS:
        i -= 1
    return i


def _region(view: View, end: int) -> int:
    """Return the first token of the stretch, up to `end`, that can belong to the subject of a verb there."""
    i = end - 1
    while i >= 0:
        word = view.low[i]
        if view.quote[i] >= 0:
            first = i
            while first > 0 and view.quote[first - 1] == view.quote[i]:
                first -= 1
            ends_clause = i > 0 and view.low[i - 1] in (",", ".", "?", "!", "…")
            closed = ends_clause or view.low[min(i + 1, end - 1)] == ","
            if closed or i - first > 14:
                return i + 1
            i = first - 1
            continue
        if view.depth[i] == 0 and _is_boundary(view, i, end):
            return i + 1
        i -= 1
    return 0


def _is_boundary(view: View, i: int, end: int) -> bool:
    word = view.low[i]
    if word in _MARKS:
        return not (word in DASHES and i > 0 and view.tokens[i - 1].end == view.tokens[i].start)
    if word in ("who", "which", "whom", "whose"):
        return view.low[end - 1] != "," and not view.has_finite(i + 1, end)
    if word == "that" and i + 1 < end and not view.has_finite(i + 1, end):
        return True
    if word == "that":
        return not _relative_that(view, i)
    if word in ("and", "or", "nor", "&"):
        return view.has_finite(_clause_start(view, i), i) and not _inside_relative(view, i)
    if word == "as" and i > 0 and view.low[i - 1] == "such":
        return False
    if word == "as":
        follows = i > 0 and (view.low[i - 1] == "," or view.finite[i - 1])
        plain = i + 2 < end and not view.is_word(i + 1, "determiner")
        return (follows or plain) and "," not in view.low[i:end]
    if word in ("after", "before", "since", "until"):
        return "," not in view.low[i:end] or i == 0
    if view.finite[i] and view.low[i] in _SAYING and not view.is_word(i - 1, "auxiliary"):
        return True
    return word in _ALWAYS_PARTS


_SAYING = frozenset(
    {"said", "says", "believed", "stated", "claimed", "announced", "added", "argued", "alleged"}
)


def _joins(view: View, i: int) -> bool:
    """Say whether a dash or slash stands inside a name or a word."""
    if view.low[i] not in DASHES or i == 0 or i + 1 >= len(view):
        return False
    return (
        view.tokens[i - 1].end == view.tokens[i].start
        or (i > 1
        and view.is_capital(i - 1)
        and view.is_capital(i + 1))
    )


def _relative_that(view: View, i: int) -> bool:
    """Say whether "that" begins a relative clause: a noun before it, a finite verb right after it."""
    return i > 0 and not view.finite[i - 1] and i + 1 < len(view) and view.finite[i + 1]


def _inside_relative(view: View, i: int) -> bool:
    """Say whether the nearest finite verb left of a coordinator belongs to a relative clause of the subject."""
    for k in range(i - 1, -1, -1):
        if view.low[k] in ("who", "which", "whose"):
            return not view.has_finite(0, k)
        if view.low[k] == ",":
            return False
    return False


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
        and view.low[start] in ("to", "of", "by", "from", "with", "for")
        and _is_plain(view, parts[0])
    ):
        return (parts[0][0], end)
    if len(parts) > 1:
        before = parts[-2]
        if view.low[start] in ("and", "or", "&"):
            k = len(parts) - 1
            while k > 0 and _is_plain(view, parts[k - 1]):
                k -= 1
            return (parts[k][0], end)
        title = (skip_leading(view, *before), before[1])
        if title[0] < title[1] and _is_title_phrase(view, title) and _is_name(view, (start, end)):
            return (title[0], end)
        named = _is_plain(view, title) and _is_name(view, title) and title[0] < title[1]
        opens = view.low[start] in ("the", "a", "an") or view.low[start] in person_titles()
        if named and opens and is_apposition(view, start):
            return (title[0], end)
    return (start, end)


def _closed(view: View, parts: list[Range]) -> Range:
    """Return the subject whose verb follows a comma: a phrase with an apposition or an aside behind it."""
    inner = parts[-1]
    if len(parts) == 1:
        return inner
    k = len(parts) - 1
    while k > 0 and _is_aside(view, parts[k]):
        k -= 1
    if k < len(parts) - 1:
        return _open(view, parts[: k + 1])
    head = parts[-2]
    if not _is_plain(view, head):
        return inner
    if (
        len(parts) > 2
        and view.low[inner[0]] not in ("a", "an", "the")
        and _is_plain(view, parts[-3])
        and (is_apposition(view, head[0]) and _is_name(view, parts[-3]) is not False)
    ):
        return (parts[-3][0], inner[1])
    return (skip_leading(view, *head), inner[1])


def _is_aside(view: View, part: Range) -> bool:
    """Say whether a part between commas says nothing of who speaks: "however", "who ...", "writing in ..."."""
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
    if first in ("named", "called", "nicknamed"):
        return False
    if first.endswith("ed") and not view.is_capital(part[0]) and part[1] - part[0] > 1:
        return True
    return starts_adverbial(view, *part) or all(view.is_adverb(i) for i in range(*part))


def _is_plain(view: View, part: Range) -> bool:
    """Say whether a part is nothing but a noun phrase."""
    return not starts_adverbial(view, *part) and not view.has_finite(*part) and view.quote[part[0]] < 0


def _is_title_phrase(view: View, part: Range) -> bool:
    """Say whether a phrase says what a person is: "Director of the Observatory", "The head of UNAMA"."""
    if view.has_finite(*part) or view.is_word(part[0], "preposition"):
        return False
    for i in range(part[0], min(part[1], part[0] + 6)):
        if view.low[i] in person_titles():
            return True
        if view.is_word(i, "preposition"):
            return False
    return False


def _is_name(view: View, part: Range) -> bool:
    """Say whether a phrase is nothing but a person's name."""
    return (
        all(
            view.is_capital(i) or view.is_word(i, "naming_particle") or view.low[i].startswith("al-")
            for i in range(*part)
        )
        and part[1] - part[0] <= 6
    )


def without_trailing_date(view: View, start: int, end: int) -> int:
    """Return the end of a phrase without "on 26 October", "in 2016" behind it."""
    for k in range(end - 1, max(start, end - 6), -1):
        if (
            view.low[k] in ("on", "in")
            and all(is_date_word(view, i) for i in range(k + 1, end))
            and k + 1 < end
        ):
            named = any(
                view.is_word(i, "month")
                or view.is_word(i, "weekday")
                or (len(view.low[i]) == 4
                and view.low[i].isdigit())
                for i in range(k + 1, end)
            )
            return k if named else end
    return end


def _trim(view: View, part: Range) -> Range | None:
    """Return a phrase without leading adverbials, coordinators and commas; None if nothing is left."""
    start, end = skip_leading(view, *part), part[1]
    while end > start and (
        view.low[end - 1] in (",", ";", ":", ".") or (view.is_adverb(end - 1) and end - start > 1)
    ):
        end -= 1
    end = without_trailing_date(view, start, end)
    if start < end and view.low[end - 1] in ("he", "she", "they", "we", "i"):
        start = end - 1
    if end - start > 1 and view.low[end - 1] == "it" and (view.finite[end - 2] or view.low[end - 2] in cue_entries()):
        start = end - 1
    return (start, end) if start < end else None
