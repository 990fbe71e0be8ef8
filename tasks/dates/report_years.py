"""The year of a date that a news report gives without one: the last time it was, unless it is to come."""

from __future__ import annotations

from tasks.dates.anchors import AnchorStack, nearest_year
from tasks.dates.worded_date import Reading
from tasks.dates.worded_date import period as reading_period
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.span import Span

_TO_COME = late_pattern(
    r"\b(?:will|until|till|next|due|scheduled|planned|plans|expected|upcoming|to be)\b[^.;\n]*$"
)


def year_of_report(text: str, reading: Reading, at: Span, stack: AnchorStack, year: int | None) -> int | None:
    """Return the year of a date that a report gives without one: the last time it was, unless it is to come.

    A month counts from the day of the report as soon as another paragraph begins: what was told of 2002 is
    over, and "In January" is the last one.
    """
    issued = stack.issued
    assert issued is not None
    period = reading_period(reading, year) if year is not None else None
    if period is None or period.start is None or issued.period.end is None:
        return year
    last = stack.last
    if _TO_COME.search(text, max(0, at.start - 80), at.start):
        return nearest_year(reading, issued) if last is not None and last is not stack.main else year
    is_over = last is not None and reading.first.day is None and "\n" in text[last.span.end : at.start]
    is_over = is_over or text.endswith(("last ", "Last "), 0, at.start)  # "last June"
    is_late = period.start > issued.period.end
    return nearest_year(reading, issued, is_past=True) if is_over or is_late else year
