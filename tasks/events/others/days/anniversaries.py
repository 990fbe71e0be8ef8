"""The day of what something happened on the anniversary of: "on that of the 2020 Osk airstrikes"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tasks.dates import absolute
from tasks.events.main.when.duration import Window
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document

_YEAR = 5  # date_prec
_CAME_ON = late_pattern(
    r"\b(?:occurred|came|took place|happened|fell|carried out|struck|launched|was|were|coincided)\b"
    r"[^.;]{0,40}? (?:on|with) the (?:[\w-]+ )?anniversary of the $"
)


def years_before(
    document: Document, year: DateExpression, dates: Sequence[DateExpression], days: Window
) -> DateExpression:
    """Return the day of a year on whose anniversary something happened, the year alone where no day is told.

    The day is one of the sentence's own `dates`, else that of an article's own event that lasted a day, or
    whose first day the paragraph tells.
    """
    start = max(0, year.span.start - 120)
    if year.prec != _YEAR or year.start is None or not _CAME_ON.search(document.text, start, year.span.start):
        return year
    told = next((d.start for d in dates if d.prec == 1 and d.span.end < year.span.start), None)
    if told is None and (days.start == days.end or _is_told(document, year, days)):
        told = days.start
    try:
        day = None if told is None else told.replace(year=year.start.year)
    except ValueError:
        return year
    if day is None or told == day:
        return year
    return replace(year, start=day, end=day, edtf=day.isoformat(), prec=1, basis="relative")


def _is_told(document: Document, year: DateExpression, days: Window) -> bool:
    """Whether the paragraph told the first day of a long event before the year."""
    begin = document.text.rfind("\n", 0, year.span.start)
    told = absolute.readings(document.text[begin + 1 : year.span.start])
    return any((r.first.month, r.first.day) == (days.start.month, days.start.day) for r in told)
