"""What the words of a date say, part by part, and what they mean once an open year is known."""

from __future__ import annotations

from tasks.dates import calendar
from tasks.dates.calendar import Period
from tasks.model.value import value


@value(frozen=True, slots=True)
class Day:
    """Parts of a date: any of them None where the words leave it open. Years are astronomical."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


@value(frozen=True, slots=True)
class Reading:
    """What one passage says, before its anchor: a form with its parts.

    Attributes:
        start, end: the passage, relative to the text that was read.
        form: "point" (day, month or year), "range", "choice" ("1 or 2 July"), "season" or "decade".
        part: "early", "mid", "late" or "".
    """

    start: int
    end: int
    form: str
    first: Day
    last: Day | None = None
    part: str = ""
    about: bool = False
    season: int = 0

    @property
    def is_whole(self) -> bool:
        """Say whether the words alone name the time, without an anchor."""
        return self.first.year is not None or (self.last is not None and self.last.year is not None)


def period(reading: Reading, year: int | None = None) -> Period | None:
    """Return what a reading means, with `year` where its words leave the year open.

    None where a needed year is missing, or the calendar has no such day, or a range runs backwards.
    """
    mark = "~" if reading.about else ""
    first = _fill(reading.first, year)
    if first.year is None:
        return None
    if reading.form == "season":
        return calendar.season(first.year, reading.season, mark)
    if reading.form == "decade":
        return calendar.decade(first.year, reading.part)
    start = _of_day(first, reading.part, mark)
    if reading.last is None or start is None:
        return start
    last = _fill(reading.last, first.year)
    if reading.last.year is None and reading.last.month and (first.month or 0) > reading.last.month:
        last = Day(first.year + 1, last.month, last.day)
    end = _of_day(last, "", "")
    if end is None:
        return None
    return calendar.one_of(start, end) if reading.form == "choice" else calendar.between(start, end)


def _fill(at: Day, year: int | None) -> Day:
    return at if at.year is not None else Day(year, at.month, at.day)


def _of_day(at: Day, part: str, mark: str) -> Period | None:
    if at.year is None:
        return None
    if at.month is None:
        return calendar.year(at.year, part, mark)
    if at.day is None:
        return calendar.month(at.year, at.month, part, mark)
    return (
        calendar.day(at.year, at.month, at.day, mark) if calendar.is_day(at.year, at.month, at.day) else None
    )
