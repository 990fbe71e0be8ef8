"""A sentence cut at its dates: which words go with which date.

"X killed five in October 1974, and Y of November 1974 killed 21" has two stretches, one for each
date.  A date at the beginning ("On 14 July, ...") rules to the end or to the next stretch.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

from tasks.events.subject_verb import is_verb
from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import one_of
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document, Sentence
from tasks.model.span import Span
from tasks.model.value import value

# where a new statement may begin: "; ", ", and the", ", while", ", but" ...
_CUT = late_pattern(
    r"[,;\s](?=[\swfba])(?:(?<=;)\s|(?<=[,;])\s(?:and|but|while|whereas|although|followed by|with)\s"
    r"|(?<=\d,)\s(?=(?:was|were) (?:\w+ly )?\w+(?:ed|en) )"  # "Osk, taken on 9 May, was retaken on 2 June"
    r"|(?<=\s)(?:(?:while|whereas|followed by)\s|but\s(?=\w+ed\s)"
    r"|(?<!ed )(?<!en )and (?=(?:killed|wounded|attacked|bombed|burned|burnt|sank|raided|ambushed|kidnapped"
    r"|abducted|stormed|captured|seized|murdered|destroyed|shot|hijacked|took|sacked|besieged) )"
    r"|and (?=(?:on|in) |(?:the|a|an|on|in) (?:\w+ ){0,4}?(?:bomb|attack|shoot|kill|stabb|ambush|raid)\w*)"
    r"|after\s(?=(?:it|they|(?:the|its) \w+) (?:had )?(?:fell|fallen|been captured|was captured"
    rf"|{one_of(words('act'))}) )"
    r"|\s(?=[A-Z])))",
)
_IRREGULAR = words("irregular_past")
_ENDS = frozenset((";", ":", ".", "("))
HOURS = late_pattern(r"(?:\w+ ){0,2}(?:hours?|minutes) (?:later|earlier|afterwards)\b")  # of the same day
_HAPPENED = late_pattern(r"\b(?:took place|occurred|happened) (?:in|on) \Z")
# "On 21 May, the army said that rebels had on the previous day ...": the head dates what was said
_SAID = late_pattern(r",[^,;]*\b(?:said|stated|reported|announced|claimed|confirmed) that\b[^,;]*\Z")
# "On the day after the march, early on the morning of 4 May, ...": the same day twice
_AGAIN = late_pattern(r"[^,;.]*, (?:early |late )?(?:on |in )(?:the \w+ of )?\Z")
# "one day after the bombardment of Osk on 23 February": what it is counted from has its own day
_COUNTED = late_pattern(r"\b(?:after|before)\Z")
_MONTH = 4  # date_prec
_SINCE = (" since ", "Since ")
_ITS_DAY = late_pattern(r" the | (?:the|an?) [^,;.]{1,60} (?:on|in|of) (?:the )?")


@value(frozen=True, slots=True)
class Stretch:
    """The words of a sentence that go with one date; `date` is None where the sentence has none there."""

    span: Span
    date: DateExpression | None


def stretches(
    document: Document, sentence: Sentence, dates: Sequence[DateExpression], anchors: Sequence[Span] = ()
) -> tuple[Stretch, ...]:
    """Return the stretches of a sentence, in text order; together they are the whole sentence.

    `dates` are those of this sentence, in text order; of several in one stretch, the nearest to one of
    `anchors` (the words for an event) counts.
    """
    cuts = _cuts(document, sentence, dates, anchors)
    edges = [sentence.span.start, *cuts, sentence.span.end]
    pieces = [Span(a, b) for a, b in pairwise(edges) if a < b]
    found = []
    for piece in pieces:
        inside = _without_their_years(document, [d for d in dates if piece.contains(d.span)])
        inside = _without_since(document, _without_counted(document, inside))
        inside = _of_what_happened(document, sentence, inside)
        opens = bool(inside) and inside[0].prec == 1 and _is_head(document, sentence, inside[0])
        told = [d for d in inside if _HAPPENED.search(document.text, piece.start, d.span.start)]
        date = told[0] if told and not opens else _nearest(inside, anchors, is_opening=opens)
        found.append(Stretch(piece, date))
    return tuple(found)


def _of_what_happened(
    document: Document, sentence: Sentence, dates: list[DateExpression]
) -> list[DateExpression]:
    """Return the dates without a first one that only tells when it was said, or says the next one vaguely."""
    if len(dates) < 2 or not _opens(document, sentence, dates[0]):
        return dates
    between = document.text[dates[0].span.end : dates[1].span.start]
    is_spelt = tuple(any(map(str.isdigit, d.span.of(document.text))) for d in dates[:2])
    is_said = is_spelt == (True, False) and _SAID.match(between)
    is_again = is_spelt == (False, True) and (
        _AGAIN.match(between) or (dates[0].basis == "relative" and dates[1].prec == 1)
    )
    return dates[1:] if is_said or is_again else dates


def _without_their_years(document: Document, dates: list[DateExpression]) -> list[DateExpression]:
    """Return the dates without those that only give the year of the one before: "9 May of that year".

    "In September last year" gives it without "of".
    """
    return [
        day
        for i, day in enumerate(dates)
        if not (
            i and day.prec >= 5 and document.text[dates[i - 1].span.end : day.span.start] in (" of ", " ")
        )
        and not _is_year_of_next(document, day, dates[i + 1 : i + 2])
    ]


def _is_year_of_next(document: Document, day: DateExpression, following: list[DateExpression]) -> bool:
    """Whether a year only opens what its days are told of: "twice that year, on 2 June and on 29 August"."""
    if day.prec < _MONTH or not following:
        return False
    between = document.text[day.span.end : following[0].span.start]
    return between in (", on ", ", in ") and following[0].edtf.startswith(f"{day.edtf}-")


def _without_counted(document: Document, dates: list[DateExpression]) -> list[DateExpression]:
    """Return the dates without "one day after" where what it is counted from has a day of its own."""
    return [
        day
        for i, day in enumerate(dates)
        if not (
            day.basis == "relative"
            and i + 1 < len(dates)
            and _COUNTED.search(day.span.of(document.text))
            and (
                _ITS_DAY.fullmatch(document.text[day.span.end : dates[i + 1].span.start])
                or _is_said_of(day, dates[i + 1])
            )
        )
    ]


def _without_since(document: Document, dates: list[DateExpression]) -> list[DateExpression]:
    """Return the dates without months and years since when something was so, where there are others.

    "In power since May 1972, he survived a revolt on 1 September 1975" has one date of an event.
    """
    if len(dates) < 2:
        return dates
    told = [d for d in dates if d.prec < _MONTH or not document.text.endswith(_SINCE, 0, d.span.start)]
    return told or dates


def _is_said_of(counted: DateExpression, day: DateExpression) -> bool:
    """Whether a day is that of what is counted from: "ten days after soldiers took Osk, on 22 March"."""
    if counted.start is None or counted.end is None or day.start is None or day.prec > 1:
        return False
    return counted.prec <= 2 and abs(day.start - counted.start) <= _ROUNDED


_ROUNDED = timedelta(days=1)  # who counts days may be wrong by one


def _nearest(
    dates: Sequence[DateExpression], anchors: Sequence[Span], *, is_opening: bool
) -> DateExpression | None:
    """Return the date nearest to an anchor, the first of equals; None without dates.

    A day at the head of the sentence rules all of it ("On 4 May a strike killed two planners of ...").
    """
    if len(dates) < 2 or not anchors or is_opening:
        return dates[0] if dates else None
    return min(dates, key=lambda d: min(max(a.start - d.span.end, d.span.start - a.end, 0) for a in anchors))


def _comma(
    document: Document, before: DateExpression, after: DateExpression, anchors: Sequence[Span]
) -> list[int]:
    """Return the first comma between two dates that has a word for an event of its own on either side.

    A verb right behind a date that a comma ends goes with the next: "raided X on 3 May, sank Y on 14 May".
    """
    at = before.span.end
    if document.text.startswith(", ", at) and any(a.start == at + 2 for a in anchors):
        is_told = document.text.endswith((" on ", " in "), 0, before.span.start)
        if is_told and document.text.endswith((" on ", " in "), 0, after.span.start):
            return [at + 1]
    if after.basis != "relative" or (after.prec == 1 and before.prec == 1):
        deed = _next_deed(document, before, after, anchors)
        if deed is not None:
            return [deed]
    if after.basis != "relative":
        return []
    is_counted = _COUNTED.search(after.span.of(document.text)) is not None  # "on Saturday, a day after"
    if before.basis == "relative" and not is_counted:
        return []
    for at in range(before.span.end, after.span.start):
        is_cut = document.text[at] == "," and any(before.span.end < a.start and a.end <= at for a in anchors)
        if is_cut and any(at < a.start for a in anchors):
            return [at + 1]
    return []


def _next_deed(
    document: Document, before: DateExpression, after: DateExpression, anchors: Sequence[Span]
) -> int | None:
    """Return where a verb behind a comma begins that has the next day: "raided X, sank Y on 14 May"."""
    is_told = document.text.endswith((" on ", " on the "), 0, after.span.start)
    if not is_told:
        return None
    between = [a for a in anchors if before.span.end < a.start and a.end <= after.span.start]
    ahead = [a for a in between if document.text.endswith(", ", 0, a.start) and _is_past(document, a)]
    return ahead[-1].start - 1 if ahead and ahead[-1] != between[0] else None


def _is_past(document: Document, span: Span) -> bool:
    """Whether a word for an event is a verb of what was done: "sank", "attacked", no "clashes"."""
    first = span.of(document.text).split()[0].lower()
    return first.endswith("ed") or first in _IRREGULAR


def _cuts(
    document: Document, sentence: Sentence, dates: Sequence[DateExpression], anchors: Sequence[Span]
) -> list[int]:
    """Return the places at which a new date's stretch begins.

    Between two dates the last cut word decides; without one, the middle between them is no statement's
    border and the first date keeps all.
    """
    words = document.text[sentence.span.start : sentence.span.end]
    cuts = [m.span() for m in _CUT.finditer(words)]
    if not cuts and len(dates) < 2:
        return []
    starts = [sentence.span.start + start for start, _ in cuts]
    marks = [sentence.span.start + end for _, end in cuts]
    chosen = []
    for before, after in pairwise(dates):
        between = [
            m for s, m in zip(starts, marks, strict=True) if before.span.end <= s and m <= after.span.start
        ]
        if between:
            chosen.append(between[0] if _opens(document, sentence, after) else between[-1])
        else:
            chosen += _comma(document, before, after, anchors)
    first = dates[0] if dates else None
    if first is not None:
        chosen += [m for m in marks if m > first.span.end and HOURS.match(document.text, m)]
        chosen = sorted(set(chosen))
        ahead = [m for m in marks if m <= first.span.start]
        if ahead and not _opens(document, sentence, first):
            chosen.insert(0, ahead[-1])
    return [m for m in chosen if not _is_of_list(document, sentence, m)]


def _is_of_list(document: Document, sentence: Sentence, mark: int) -> bool:
    """Whether a cut stands in a list before the first verb: "two men, one boy, and three girls were"."""
    start = max((t.start for t in sentence.tokens if t.start < mark and t.text in _ENDS), default=-1)
    words = [t for t in sentence.tokens if start < t.start < mark]
    return document.text.startswith(", and ", mark - 6) and not any(is_verb(t) for t in words)


def _is_head(document: Document, sentence: Sentence, date: DateExpression) -> bool:
    """Whether the sentence begins with "On" and the date, and a comma ends that."""
    before = document.text[sentence.span.start : date.span.start]
    return before in ("On ", "By ", "") and document.text[date.span.end : date.span.end + 1] == ","


def _opens(document: Document, sentence: Sentence, date: DateExpression) -> bool:
    """Whether the date stands at the beginning of its sentence."""
    before = document.text[sentence.span.start : date.span.start]
    return len(before.split()) <= 2
