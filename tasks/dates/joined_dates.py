"""Two dates that are one time: "from spring 1999 to autumn 2000", "between May 1999 and early 2001".

A range that the readers of dates know as a whole ("from 3 to 5 May 1999") comes here as one date already.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from tasks.dates.calendar import Period, length_prec, month
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.date_expression import DateExpression
from tasks.model.span import hull

_FROM = late_pattern(r"\b(?:[Ff]rom|[Bb]etween)(?: the| about| around)? $")
_TO = late_pattern(r"(?:,? (?:to|until|till|through|up to)| and)(?: the| about| around)? ")
_PART = late_pattern(r"\b(?:early|mid|late)\b", re.IGNORECASE)
_REACH = 16  # code points of "between around "
_SEASON = 20  # EDTF's months above it are seasons


def with_joined(text: str, dates: Sequence[DateExpression]) -> tuple[DateExpression, ...]:
    """Return the dates with those of one time as one, from the first day of one to the last of the other."""
    found: list[DateExpression] = []
    for day in dates:
        joined = _joined(text, found[-1], day) if found else None
        if joined is None:
            found.append(day)
        else:
            found[-1] = joined
    return tuple(found)


def _joined(text: str, first: DateExpression, last: DateExpression) -> DateExpression | None:
    if first.start is None or first.end is None or last.start is None or last.end is None:
        return None
    if not first.end < last.end or not first.start < last.start:
        return None
    to = _TO.fullmatch(text, first.span.end, last.span.start)
    before = _FROM.search(text, max(0, first.span.start - _REACH), first.span.start)
    if to is None or before is None or to[0].startswith(" and") != before[0].lower().startswith("between"):
        return None
    begin, end = _bound(text, first, 0, first.start), _bound(text, last, 2, last.end)
    if begin.start is None or end.end is None:
        return None
    return replace(
        first,
        span=hull((first.span, last.span)),
        edtf=f"{begin.edtf}/{end.edtf}",
        start=begin.start,
        end=end.end,
        prec=length_prec((end.end - begin.start).days + 1),
    )


def _bound(text: str, told: DateExpression, side: int, day: date) -> Period:
    """Return what a date gives as the first (0) or the last (2) bound of a range.

    Of a season and of a part of a month it is their month: no day is invented, and no range has seasons.
    """
    bound = told.edtf.partition("/")[side] or told.edtf
    is_part = "/" in told.edtf and _PART.search(told.span.of(text)) is not None
    return month(day.year, day.month) if is_part or _is_season(bound) else Period(bound, day, day, 1)


def _is_season(edtf: str) -> bool:
    """Whether a date is a season, which no range may begin or end with: its months may."""
    parts = edtf.lstrip("-").split("-")
    return len(parts) == 2 and parts[1][:2].isdigit() and int(parts[1][:2]) > _SEASON
