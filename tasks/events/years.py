"""The year of a date without one in a section on what came before: the last such day before the event."""

from __future__ import annotations

import re
from dataclasses import replace

from tasks.events.duration import Window
from tasks.model.date_expression import DateExpression

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


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
