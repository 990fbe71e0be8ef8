"""Spans of days and their EDTF: what a date means, whatever words gave it."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from functools import lru_cache

from tasks.model.value import value

PART_OF_MONTH = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
PART_OF_YEAR = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
PART_OF_DECADE = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
# The months of each season on the northern half of the earth; a winter runs on into the next year.
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}


@value(frozen=True, slots=True)
class Period:
    """A span of days with its EDTF and UCDP precision; start and end None before year 1 or after 9999."""

    edtf: str
    start: date | None
    end: date | None
    prec: int


def length_prec(days: int) -> int:
    """Return UCDP's date_prec for so many days: 1 day, 2 for 2-6, 3 about a week, 4 a month, 5 longer."""
    if days <= 1:
        return 1
    if days <= 6:
        return 2
    if days <= 10:
        return 3
    return 4 if days <= 31 else 5


def edtf_year(year: int) -> str:
    """Return an astronomical year (0 is 1 BC) as EDTF writes it, with four digits."""
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def is_day(year: int, month: int, day: int) -> bool:
    """Say whether the calendar has that day (29 February only in leap years)."""
    return 1 <= month <= 12 and 1 <= day <= _last_day(year, month)


def _last_day(year: int, month: int) -> int:
    if month == 2:
        return 29 if calendar.isleap(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _date(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if 1 <= year <= 9999 else None


@lru_cache(maxsize=4096)  # an article names the same days again, and tries them in several years
def day(year: int, month: int, day_of_month: int, mark: str = "") -> Period:
    """Return one day.

    Raises:
        ValueError: if the calendar has no such day.
    """
    if not is_day(year, month, day_of_month):
        raise ValueError(f"no such day: {year}-{month}-{day_of_month}")
    at = _date(year, month, day_of_month)
    return Period(f"{edtf_year(year)}-{month:02d}-{day_of_month:02d}{mark}", at, at, 2 if mark else 1)


def of_date(at: date) -> Period:
    """Return one day."""
    return day(at.year, at.month, at.day)


def month(year: int, number: int, part: str = "", mark: str = "") -> Period:
    """Return a month, or its early (1-10), mid (11-20) or late (21-end) part."""
    last = _last_day(year, number)
    first, end = PART_OF_MONTH[part] if part else (1, last)
    end = min(end, last)
    head = f"{edtf_year(year)}-{number:02d}"
    edtf = f"{head}-{first:02d}{mark}/{head}-{end:02d}{mark}" if part else head + mark
    return Period(edtf, _date(year, number, first), _date(year, number, end), 4)


def year(number: int, part: str = "", mark: str = "") -> Period:
    """Return a year (astronomical), or its early (to April), mid (to August) or late part."""
    first, last = PART_OF_YEAR[part] if part else (1, 12)
    head = edtf_year(number)
    edtf = f"{head}-{first:02d}{mark}/{head}-{last:02d}{mark}" if part else head + mark
    return Period(edtf, _date(number, first, 1), _date(number, last, _last_day(number, last)), 5)


def season(number: int, code: int, mark: str = "") -> Period:
    """Return a season of a year; code 21 spring, 22 summer, 23 autumn, 24 winter (into the next year)."""
    first, last = _SEASON_MONTHS[code]
    end_year = number + 1 if last < first else number
    return Period(
        f"{edtf_year(number)}-{code}{mark}",
        _date(number, first, 1),
        _date(end_year, last, _last_day(end_year, last)),
        5,
    )


def decade(number: int, part: str = "") -> Period:
    """Return a decade by its first year, or its early (0-3), mid (4-6) or late (7-9) years."""
    first, last = PART_OF_DECADE[part] if part else (0, 9)
    edtf = f"{number + first:04d}/{number + last:04d}" if part else f"{number // 10:03d}X"
    return Period(edtf, _date(number + first, 1, 1), _date(number + last, 12, 31), 5)


def between(first: Period, last: Period) -> Period | None:
    """Return the span from the first period's start to the second's end, or None if it runs backwards."""
    if "/" in first.edtf or "/" in last.edtf or first.edtf == last.edtf:
        return first if first.edtf == last.edtf else None
    edtf = f"{first.edtf}/{last.edtf}"
    if first.start is None or last.end is None:
        return Period(edtf, None, None, 5)
    if first.start > last.end:
        return None
    days = (last.end - first.start).days + 1
    return Period(edtf, first.start, last.end, max(length_prec(days), first.prec, last.prec))


def one_of(first: Period, last: Period) -> Period | None:
    """Return a choice between two days, as EDTF writes a set of which one is meant."""
    span = between(first, last)
    if span is None:
        return None
    return Period(f"[{first.edtf},{last.edtf}]", span.start, span.end, span.prec)


def shift_days(at: Period, days: int) -> Period | None:
    """Return the day so many days after the period's last day (before its first, if negative)."""
    base = at.end if days >= 0 else at.start
    if base is None or at.prec > 2:
        return None
    try:
        return of_date(base + timedelta(days=days))
    except OverflowError:
        return None


def shift_months(at: Period, months: int) -> Period | None:
    """Return the month so many months away from the period's month."""
    if at.start is None or at.prec > 4:
        return None
    index = at.start.year * 12 + at.start.month - 1 + months
    return month(index // 12, index % 12 + 1) if 12 <= index < 10_000 * 12 else None


def month_beside(at: Period, number: int) -> Period | None:
    """Return the next month of a number behind a date, the last one before it where the number is below 0."""
    if at.start is None or at.prec > 4:
        return None
    which = abs(number)
    if number < 0:
        return month(at.start.year - (which >= at.start.month), which)
    return month(at.start.year + (which <= at.start.month), which)


def shift_years(at: Period, years: int) -> Period | None:
    """Return the year so many years away from the period's year, of one of many years from its last."""
    if at.start is None:
        return None
    is_long = at.end is not None and at.end.year - at.start.year > 1  # "(1971 – 2014)": a life
    last = at.end.year if is_long and at.end is not None else at.start.year
    return year(last + years) if 1 <= last + years <= 9999 else None


def week_of(at: Period, weeks: int) -> Period | None:
    """Return the seven days around the day so many weeks away: a week is never known to the day."""
    if at.start is None or at.prec > 2:
        return None
    try:
        middle = at.start + timedelta(days=7 * weeks)
        return between(of_date(middle - timedelta(days=3)), of_date(middle + timedelta(days=3)))
    except OverflowError:
        return None


def week_before(at: Period) -> Period | None:
    """Return the seven days before a day."""
    if at.start is None or at.prec > 2 or at.start.toordinal() < 8:
        return None
    return between(of_date(at.start - timedelta(days=7)), of_date(at.start - timedelta(days=1)))


def day_of_month(at: Period, number: int) -> Period | None:
    """Return the day with a number in the period's month, or near to its day in the month beside it.

    A story goes on: from 2 February "the 25th" is one of February, from 28 February "the 3rd" one of March.
    """
    if at.start is None or at.prec > 4:
        return None
    if at.prec > 2:
        is_one = at.end is not None and at.end.month == at.start.month
        is_there = is_one and is_day(at.start.year, at.start.month, number)
        return day(at.start.year, at.start.month, number) if is_there else None
    months = (shift_months(at, steps) for steps in (-1, 0, 1))
    days = [m.start.replace(day=number) for m in months if m and m.start and _has_day(m.start, number)]
    base = at.start
    return of_date(min(days, key=lambda d: _way(base, d))) if days else None


def _way(base: date, at: date) -> int:
    """Return how far a day is from another, further where it lies before it, most so in another month."""
    days = (at - base).days
    return days if days >= 0 else -days * (2 if at.month == base.month else 6)


def _has_day(month_start: date, number: int) -> bool:
    return is_day(month_start.year, month_start.month, number)
