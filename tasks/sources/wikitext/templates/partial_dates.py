"""Dates of citations: words to ISO 8601, never more precise than they are."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from tasks.lexicons.months import MONTH_NAMES

_SHORT = ("jan", "feb", "mar", "apr", "", "jun", "jul", "aug", "sept sep", "oct", "nov", "dec")
MONTHS = {
    name: number
    for number, (full, short) in enumerate(zip(MONTH_NAMES, _SHORT, strict=True), 1)
    for name in (full.lower(), *short.split())
}
_MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"
_YEAR = r"(?P<year>1[0-9]{3}|20[0-9]{2})"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_FORMS = tuple(
    re.compile(_WEEKDAY + form, re.IGNORECASE)
    for form in (
        rf"{_YEAR}-(?P<number>[0-9]{{2}})-(?P<day>[0-9]{{2}})(?:T[0-9:.+Zz-]*)?",
        rf"{_YEAR}-(?P<number>[0-9]{{2}})",
        rf"{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}",
        rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        rf"{_MONTH},?\s+{_YEAR}",
        rf"{_YEAR}\s+{_MONTH}\s+{_DAY}",
        _YEAR,
    )
)


def _unnamed(pattern: str) -> str:
    return re.sub(r"\?P<\w+>", "?:", pattern)


_FOUND = re.compile(
    rf"(?<![\w-])(?:(?:{_DAY}\s+{_MONTH},?\s+{_YEAR})(?!\w)"
    rf"|{_unnamed(_MONTH)}\s+{_unnamed(_DAY)},\s+{_unnamed(_YEAR)}(?!\w)"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}(?![\w-]))",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def read_date(words: str) -> str | None:
    """Return the date that the words are, as "2016-12-20", "2016-12" or "2016"; None if they are none.

    Ranges, seasons, days without a year and dates that no calendar has are none. Months are English.
    """
    text = " ".join(words.split()).rstrip(".,")
    for form in _FORMS:
        match = form.fullmatch(text)
        if match:
            return _iso(match.groupdict())
    return None


def find_dates(text: str) -> list[tuple[int, str]]:
    """Return the whole days that a text names, each with where it starts."""
    found = ((match.start(), read_date(match.group())) for match in _FOUND.finditer(text))
    return [(start, one) for start, one in found if one is not None]


def _iso(parts: dict[str, str | None]) -> str | None:
    year = int(parts["year"] or 0)
    month = MONTHS.get((parts.get("month") or "").casefold()) or int(parts.get("number") or 0)
    day = int(parts.get("day") or 0)
    if not month:
        return f"{year}" if not parts.get("number") else None
    if month > 12:
        return None
    if not day:
        return f"{year}-{month:02}" if parts.get("day") is None else None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
