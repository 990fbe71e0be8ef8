"""Dates that a news report counts from the day on which it was written: "on Saturday", "two years ago"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import timedelta

from tasks.dates import calendar
from tasks.dates.calendar import Period
from tasks.dates.relative import COUNTED, NUMBERS, WEEKDAYS, Offset
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.months import MONTH_NAMES
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document

# Units of `Offset` that are counted from that day.
REPORTED = frozenset(
    ("weekday", "day of report", "weekend", "week of report", "month of report", "year of report")
)
_SATURDAY = 5  # as `date.weekday` counts

_DAYS = late_pattern(
    rf"\b(?:(?P<weekday>{'|'.join(WEEKDAYS)})\b(?!s?,?\s\d|['’]s\s[A-Z]|,?\s(?:{'|'.join(MONTH_NAMES)}))"
    r"|(?P<before>[Yy]esterday|[Ll]ast\s(?:night|evening))"
    r"|(?P<same>[Tt]oday|[Tt]onight|[Tt]his\s(?:morning|afternoon|evening))"
    r"|(?P<weekend>(?:[Oo]ver|[Aa]t|[Dd]uring)\sthe\s(?:last\s|past\s)?weekend|[Ll]ast\sweekend)\b"
    r"|(?P<which>[Ll]ast|[Tt]his|[Ee]arlier\sthis)\s(?P<unit>week|month)\b|[Ll]ast\syear\b"
    rf"|(?<!than\s)(?<!over\s)(?i:{COUNTED})\s(?P<counted>day|week|month|year)s?\sago\b)"
)
_SPEAKERS = late_pattern(
    r"(?:yesterday|last\snight|today|tonight|this\s(?:morning|afternoon|evening))$", re.IGNORECASE
)


def with_deictic(text: str, told: Iterable[Offset]) -> list[Offset]:
    """Return the relative dates of a text with those that only a report has; passages never overlap."""
    found = [_offset(match) for match in _DAYS.finditer(text)]
    spans = [(o.start, o.end) for o in found]
    kept = [o for o in told if not any(o.start < end and start < o.end for start, end in spans)]
    return kept + found


def _offset(match: re.Match[str]) -> Offset:
    start, end = match.span()
    if match["weekday"]:
        return Offset(start, end, "weekday", WEEKDAYS.index(match["weekday"]))
    if match["counted"]:
        number = match["n"].lower()
        steps = int(number) if number.isdigit() else NUMBERS[number]
        return Offset(start, end, f"{match['counted']} of report", -steps)
    if match["weekend"]:
        return Offset(start, end, "weekend", 0)
    if match["unit"]:
        return Offset(start, end, f"{match['unit']} of report", -1 if match["which"].lower() == "last" else 0)
    if not (match["before"] or match["same"]):
        return Offset(start, end, "year of report", -1)
    return Offset(start, end, "day of report", -1 if match["before"] else 0)


def without_speakers_days(document: Document, dates: Sequence[DateExpression]) -> tuple[DateExpression, ...]:
    """Return the dates without "today" within quotations: who spoke meant the day of speaking."""
    if not document.quotations:
        return tuple(dates)
    spans = sorted((q.span.start, q.span.end) for q in document.quotations)

    def is_said(date: DateExpression) -> bool:
        """Return whether a quotation holds the date."""
        at = bisect_right(spans, (date.span.start, date.span.end)) - 1
        return at >= 0 and date.span.end <= spans[at][1]

    return tuple(
        date for date in dates if not (_SPEAKERS.match(date.span.of(document.text)) and is_said(date))
    )


def reported(offset: Offset, issued: Period) -> Period | None:
    """Return what the passage means in a report of that day; a weekday is the last one, or the day itself."""
    if issued.end is None:
        return None
    if offset.unit == "weekday":
        return calendar.of_date(issued.end - timedelta(days=(issued.end.weekday() - offset.steps) % 7))
    if offset.unit == "weekend":  # the last one that has begun
        saturday = issued.end - timedelta(days=(issued.end.weekday() - _SATURDAY) % 7)
        return calendar.between(calendar.of_date(saturday), calendar.of_date(saturday + timedelta(days=1)))
    if offset.unit == "day of report":
        return issued if offset.steps == 0 else calendar.shift_days(issued, offset.steps)
    if offset.unit == "week of report":
        return calendar.week_of(issued, offset.steps)
    if offset.unit == "year of report":
        return calendar.shift_years(issued, offset.steps)
    return calendar.shift_months(issued, offset.steps)
