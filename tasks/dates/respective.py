"""Two days of one month that each have a thing of their own: "on 3 and 5 May 2013, respectively".

Elsewhere "3 and 4 May" is one time and a bare "3" before "and 5 May" none; where the days are told one by
one, both are dates.  Not where something else is ("killing 9 and 12, respectively").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tasks.lexicons.late_pattern import late_pattern
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document
from tasks.model.span import Span

_WORD = late_pattern(r",? respectively\b")
_BARE = late_pattern(r"\b(\d{1,2})(?:st|nd|rd|th)?,? and (?:the )?$")
_BOTH = late_pattern(r"(?P<one>\d{1,2})(?:st|nd|rd|th)?,? and (?P<other>\d{1,2}(?:st|nd|rd|th)? .+)")
_REACH = 14  # code points of "23rd, and the "


def with_respective(document: Document, dates: Sequence[DateExpression]) -> list[DateExpression]:
    """Return the dates with the first of two days behind which "respectively" stands."""
    found: list[DateExpression] = []
    for told in dates:
        found += _each(document.text, told) if _WORD.match(document.text, told.span.end) else [told]
    return found


def _each(text: str, told: DateExpression) -> list[DateExpression]:
    """Return the days that a date stands for or behind; the date alone where it is no such pair."""
    if told.start is None or told.end is None or told.start.month != told.end.month:
        return [told]
    both = _BOTH.fullmatch(told.span.of(text))
    if both is not None:
        at = told.span.start + both.start("other")
        last = replace(told, span=Span(at, told.span.end), edtf=told.end.isoformat(), start=told.end, prec=1)
        return [_first(told.span.start, both["one"], last), last]
    bare = _BARE.search(text, max(0, told.span.start - _REACH), told.span.start)
    if bare is None or told.prec > 1 or not 0 < int(bare[1]) < told.start.day:
        return [told]
    return [_first(bare.start(1), bare[1], told), told]


def _first(at: int, number: str, last: DateExpression) -> DateExpression:
    """Return the day whose month and year stand behind the second one."""
    assert last.start is not None
    day = last.start.replace(day=int(number))
    return DateExpression(Span(at, at + len(number)), day.isoformat(), day, day, 1, "relative", last.span)
