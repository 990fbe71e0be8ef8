"""Dates told in both calendars: "7 November [O.S. 25 October] 1917", "8 July (27 June, Old Style) 1709".

The day is that of the new style, which other dates of an article are told in; the old one is no date of its
own.  Without a word for the calendar it is the later of two days that lie ten to thirteen days apart.
"""

from __future__ import annotations

import re

from tasks.dates.matched_form import APART, day_of, month_number
from tasks.dates.patterns import FIRST_M, D, M, Y
from tasks.dates.worded_date import Reading

_STYLE = r"(?:[ON]\.?\s?S\.?|(?:Old|New)\s[Ss]tyle|Julian|Gregorian)"
_BEFORE, _BEHIND = rf"(?P<before>{_STYLE}[,:]?\s)", rf"(?P<behind>,?\s{_STYLE})"
_DAY, _OTHER = rf"(?P<d1>{D})\s(?P<m1>{M})", rf"(?P<d2>{D})\s(?P<m2>{M})"
_US_DAY, _US_OTHER = rf"(?P<m1>{FIRST_M})\s(?P<d1>{D})", rf"(?P<m2>{M})\s(?P<d2>{D})"
_OPEN, _CLOSE = r"\s[\[(]", r"[\])]"
_YEAR = rf",?\s(?P<y1>{Y})"
# A day in brackets between day and year, and behind a whole date, where a word for the calendar says why.
PATTERNS = tuple(
    pattern
    for day, other in ((_DAY, _OTHER), (_US_DAY, _US_OTHER))
    for pattern in (
        rf"{day}{_OPEN}{_BEFORE}?{other}{_BEHIND}?{_CLOSE}{_YEAR}",
        rf"{day}{_OPEN}(?P<style>{_STYLE}){_CLOSE}{_YEAR}",
        rf"{day}{_YEAR}{_OPEN}{_BEFORE}{other}(?P<behind>){_CLOSE}",
        rf"{day}{_YEAR}{_OPEN}(?P<before>){other}{_BEHIND}{_CLOSE}",
    )
)
_MONTH_DAYS = 31


def two_styles(match: re.Match[str]) -> Reading | None:
    """Return the day of the new style that a match gives; None where brackets hold some other day."""
    groups = match.groupdict()
    if groups.get("style"):
        return Reading(match.start(), match.end(), "point", day_of(groups, "1"))
    outer, inner = day_of(groups, "1"), day_of({**groups, "y2": groups["y1"]}, "2")
    told = f"{groups.get('before') or ''}{groups.get('behind') or ''}".strip(" ,:")
    if told:
        is_old = told[0] in "OJ"
        return Reading(match.start(), match.end(), "point", outer if is_old else inner)
    if outer.day is None or inner.day is None:
        return None
    months = month_number(groups["m2"] or "") - month_number(groups["m1"] or "")
    later = inner.day - outer.day + months * _MONTH_DAYS
    if not {abs(later) - 1, abs(later), abs(later) + 1} & {*APART}:  # months are not all of 31 days
        return None
    return Reading(match.start(), match.end(), "point", inner if later > 0 else outer)
