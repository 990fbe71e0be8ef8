"""What a match of one of the forms of a date says: a point, a range, a season, a holiday.

The forms name their groups: y1, m1, d1 of a point or of the first end of a range, y2, m2, d2 of the last.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from tasks.dates.calendar import SEASONS
from tasks.dates.patterns import DAY_WORDS
from tasks.dates.worded_date import Day, Reading
from tasks.lexicons.months import MONTH_NAMES

_MONTH_OF = {name[:3]: number for number, name in enumerate(MONTH_NAMES, 1)}
_PARTS = {"beginning": "early", "start": "early", "middle": "mid", "end": "late"}


def month_number(name: str) -> int:
    """Return 1-12 for a month's English name or abbreviation."""
    return _MONTH_OF[name[:3].title()]


def year_number(words: str) -> int:
    """Return the astronomical year of "2016", "AD 9", "480 BC" (-479)."""
    if words.isdigit():  # nearly always
        return int(words)
    number = int("".join([c for c in words if c.isdigit()]))
    return 1 - number if "B" in words else number


def _day_number(words: str) -> int:
    return DAY_WORDS[words] if words in DAY_WORDS else int(words.rstrip("stndrh"))


def _part(words: str | None) -> str:
    if not words:
        return ""
    lowered = words.lower()
    return next((value for key, value in _PARTS.items() if key in lowered), lowered)


def _parts(match: re.Match[str], suffix: str) -> Day:
    return day_of(match.groupdict(), suffix)


def day_of(groups: Mapping[str, str | None], suffix: str) -> Day:
    """Return the day, month and year of the groups with a suffix, those that there are."""
    y, m, d = groups.get(f"y{suffix}"), groups.get(f"m{suffix}"), groups.get(f"d{suffix}")
    month = None if m is None else int(m) if m.isdigit() else month_number(m)
    return Day(year_number(y) if y else None, month, _day_number(d) if d else None)


def point(match: re.Match[str]) -> Reading:
    """Return the day, month or year that a match gives, "early" or "about" with it."""
    groups = match.groupdict()
    return Reading(
        match.start(), match.end(), "point", day_of(groups, "1"),
        part=_part(groups.get("part")), about=bool(groups.get("about")),
    )  # fmt: skip


def date_range(match: re.Match[str]) -> Reading | None:
    """Read two ends; "5 and 7 May" without "between" are two days, no span."""
    if _AND.search(match.group()) and not (_is_between(match) or _are_successive_months(match)):
        return None
    first, last = _parts(match, "1"), _parts(match, "2")
    year = last.year if first.year is None else first.year
    if first.year is None and last.year is not None and first.month and last.month:
        # "26 December to 3 January 2017" began the year before
        year = last.year - (first.month > last.month)
    first = Day(year, first.month or last.month, first.day)
    last = Day(last.year, last.month or first.month, last.day)
    if "/" in match.group() and _is_dual(first, last):
        return Reading(match.start(), match.end(), "point", last)
    form = "choice" if _OR.search(match.group()) else "range"
    return Reading(match.start(), match.end(), form, first, last)


def _is_dual(old: Day, new: Day) -> bool:
    """Whether two days are one in the old and in the new style: "1/12 July 1690", not "12/13 May"."""
    if old.day is None or new.day is None or old.month != new.month:
        return False
    return new.day - old.day in APART and (new.year is None or new.year <= _LAST_OLD_STYLE)


APART = range(10, 14)  # days between the two calendars since 1582
_LAST_OLD_STYLE = 1924
_AND = re.compile(r"\sand\s")
_OR = re.compile(r"\sor\s")


def _is_between(match: re.Match[str]) -> bool:
    first, last = _parts(match, "1"), _parts(match, "2")
    if re.search(r"\b[Bb]etween\s(?:the\s)?$", match.string[: match.start()]):
        return True
    is_one_month = None in (first.month, last.month) or first.month == last.month
    return bool(first.day and last.day and last.day - first.day == 1 and is_one_month)


def _are_successive_months(match: re.Match[str]) -> bool:
    """Whether two months of one year follow each other, "in June and July 1941": one span, like two days."""
    first, last = _parts(match, "1"), _parts(match, "2")
    if first.day or last.day or first.year or not first.month or not last.month:
        return False
    return last.month - first.month == 1 and _IN_MONTHS.search(match.string[: match.start()]) is not None


_IN_MONTHS = re.compile(r"\b(?:[Ii]n|[Dd]uring|[Oo]ver|[Tt]hroughout)\s(?:the\s)?(?:months\sof\s)?$")


def century(match: re.Match[str]) -> Reading:
    """Read "the 4th century BC": the years 400 to 301 BC."""
    number = int(match["y1"])
    return Reading(match.start(), match.end(), "range", Day(1 - 100 * number), Day(100 - 100 * number))


def era_range(match: re.Match[str]) -> Reading | None:
    """Read "from 250 to 241 BC": two years of one era, the earlier one first; "50 and 40 BC" are no span."""
    if _AND.search(match.group()) and not _is_between(match):
        return None
    last = year_number(match["y2"])
    first = 1 - int(match["y1"]) if last <= 0 else int(match["y1"])
    return Reading(match.start(), match.end(), "range", Day(first), Day(last)) if first < last else None


def short_year_range(match: re.Match[str]) -> Reading:
    """Return the years of "2016-17"."""
    first, tail = match["y1"], match["tail"]
    return Reading(
        match.start(), match.end(), "range", Day(int(first)), Day(int(first[: 4 - len(tail)] + tail))
    )


def season(match: re.Match[str]) -> Reading:
    """Return the season of a year."""
    return Reading(
        match.start(), match.end(), "season", Day(year_number(match["y1"])),
        part=_part(match["part"]), season=SEASONS[match["season"].lower()],
    )  # fmt: skip


def decade(match: re.Match[str]) -> Reading:
    """Return the decade of "the 1990s"."""
    return Reading(match.start(), match.end(), "decade", Day(int(match["y1"])), part=_part(match["part"]))


_HOLIDAYS = {  # day and month
    "Christmas Eve": (24, 12),
    "Christmas Day": (25, 12),
    "Boxing Day": (26, 12),
    "New Year's Eve": (31, 12),
    "New Year's Day": (1, 1),
    "All Saints' Day": (1, 11),
    "All Souls' Day": (2, 11),
    "Valentine's Day": (14, 2),
    "May Day": (1, 5),
}


def holiday(match: re.Match[str]) -> Reading:
    """Read a holiday whose day is the same each year: "on Christmas Eve 1990"."""
    day, month = _HOLIDAYS[match["holiday"].replace("’", "'")]
    year = year_number(match["y1"]) if match["y1"] else None
    return Reading(match.start(), match.end(), "point", Day(year, month, day))
