"""The year of a date without one in a section on what came before or after the event."""

from __future__ import annotations

import re
from dataclasses import replace

from tasks.events.main.duration import Window
from tasks.events.sections import is_after, is_before
from tasks.model.date_expression import DateExpression

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


def in_section(day: DateExpression, days: Window, heading: str) -> DateExpression:
    """Return the date as the section it stands in has it: before the event, after it, or as it is."""
    if is_before(heading):
        return before(day, days)
    return after(day, days) if is_after(heading) else day


def after(day: DateExpression, days: Window) -> DateExpression:
    """Return the date, a year later if its year was inferred and puts it before the article's own event."""
    if (
        day.basis != "relative"
        or day.start is None
        or day.end is None
        or day.end >= days.start
        or day.prec > 2
    ):
        return day
    try:
        start, end = (d.replace(year=d.year + 1) for d in (day.start, day.end))
    except ValueError:
        return day
    if start < days.start:
        return day
    return replace(day, start=start, end=end, edtf=_YEAR.sub(lambda m: f"{int(m[0]) + 1:04d}", day.edtf))


def before(day: DateExpression, days: Window) -> DateExpression:
    """Return the date, a year earlier if its year was inferred and puts it after the article's own event.

    "On 14 July" in the background of an event of December 2016 is of July 2016, although July 2017 is
    nearer.  A date that words alone give, or that would be no day a year earlier, stays.
    """
    if day.basis != "relative" or day.start is None or day.end is None or day.start <= days.end:
        return day
    try:
        start, end = (d.replace(year=d.year - 1) for d in (day.start, day.end))
    except ValueError:
        return day
    if start > days.end:
        return day
    return replace(day, start=start, end=end, edtf=_YEAR.sub(lambda m: f"{int(m[0]) - 1:04d}", day.edtf))
