"""Dates that words spell out: day, month and year in their many orders, ranges, seasons, decades, BC.

A hand grammar of one pattern a form, tried from the longest form to the shortest; a passage that a
longer form has read is not read again.  What a pattern leaves open (mostly the year) stays None in the
reading, for `tasks.dates.find` to take from the anchor.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from tasks.dates import calendar
from tasks.dates.calendar import SEASONS
from tasks.dates.marks import MONTH_NAMES, after_initials, marks_of
from tasks.dates.patterns import (
    ABOUT,
    AS_MONTH,
    D2,
    DASH,
    DAY_WORDS,
    DONE,
    DW,
    ERA,
    FIRST_D,
    FIRST_M,
    FULL,
    IN,
    MONTH_CUE,
    ONE,
    ORDINAL_GAP,
    PART,
    THE,
    THINGS,
    TO,
    YEAR4,
    YEAR_CUE,
    D,
    M,
    Y,
    year4,
)
from tasks.dates.reading import Day, Reading
from tasks.model.order import START

_MONTH_OF = {name[:3]: number for number, name in enumerate(MONTH_NAMES, 1)}
_PARTS = {"beginning": "early", "start": "early", "middle": "mid", "end": "late"}


def month_number(name: str) -> int:
    """Return 1-12 for a month's English name or abbreviation."""
    return _MONTH_OF[name[:3].title()]


def year_number(words: str) -> int:
    """Return the astronomical year of "2016", "AD 9", "480 BC" (-479)."""
    number = int("".join(c for c in words if c.isdigit()))
    return 1 - number if "B" in words else number


def _day_number(words: str) -> int:
    return DAY_WORDS[words] if words in DAY_WORDS else int(words.rstrip("stndrh"))


def _part(words: str | None) -> str:
    if not words:
        return ""
    lowered = words.lower()
    return next((value for key, value in _PARTS.items() if key in lowered), lowered)


def _parts(match: re.Match[str], suffix: str) -> Day:
    groups = match.groupdict()
    y, m, d = groups.get(f"y{suffix}"), groups.get(f"m{suffix}"), groups.get(f"d{suffix}")
    month = None if m is None else int(m) if m.isdigit() else month_number(m)
    return Day(year_number(y) if y else None, month, _day_number(d) if d else None)


def _point(match: re.Match[str]) -> Reading:
    groups = match.groupdict()
    return Reading(
        match.start(), match.end(), "point", _parts(match, "1"),
        part=_part(groups.get("part")), about=bool(groups.get("about")),
    )  # fmt: skip


def _range(match: re.Match[str]) -> Reading | None:
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
    form = "choice" if _OR.search(match.group()) else "range"
    return Reading(match.start(), match.end(), form, first, last)


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


def _century(match: re.Match[str]) -> Reading:
    """Read "the 4th century BC": the years 400 to 301 BC."""
    number = int(match["y1"])
    return Reading(match.start(), match.end(), "range", Day(1 - 100 * number), Day(100 - 100 * number))


def _short_year_range(match: re.Match[str]) -> Reading:
    first, tail = match["y1"], match["tail"]
    return Reading(
        match.start(), match.end(), "range", Day(int(first)), Day(int(first[: 4 - len(tail)] + tail))
    )


def _season(match: re.Match[str]) -> Reading:
    return Reading(
        match.start(), match.end(), "season", Day(year_number(match["y1"])),
        part=_part(match["part"]), season=SEASONS[match["season"].lower()],
    )  # fmt: skip


def _decade(match: re.Match[str]) -> Reading:
    return Reading(match.start(), match.end(), "decade", Day(int(match["y1"])), part=_part(match["part"]))


_HOLIDAYS = {  # day and month
    "Christmas Eve": (24, 12),
    "Christmas Day": (25, 12),
    "Boxing Day": (26, 12),
    "New Year's Eve": (31, 12),
    "New Year's Day": (1, 1),
}


def _holiday(match: re.Match[str]) -> Reading:
    """Read a holiday whose day is the same each year: "on Christmas Eve 1990"."""
    day, month = _HOLIDAYS[match["holiday"].replace("’", "'")]
    year = year_number(match["y1"]) if match["y1"] else None
    return Reading(match.start(), match.end(), "point", Day(year, month, day))


def _bare(pattern: str) -> str:
    """Return a form's pattern without the words before a month that make its day or month inexact."""
    if "(?P<m1>" not in pattern:
        return pattern
    bare = pattern.replace(ABOUT, "").replace(PART, "")
    bare = bare.replace(rf"\b(?P<m1>{M})", rf"(?P<m1>{FIRST_M})", 1)
    return bare.replace(rf"\b(?P<d1>{D})", rf"(?P<d1>{FIRST_D})", 1)


# The forms, from the longest to the shortest: the marks that a text must hold for one to be tried, the
# pattern, what reads it. A lookahead at a pattern's start lets it fail fast.  The second pattern is for
# a text without words like "about" and "early", of which most are: it need not look for them at each word.
_Form = tuple[frozenset[str], re.Pattern[str], re.Pattern[str], Callable[[re.Match[str]], Reading | None]]
_Tried = tuple[re.Pattern[str], Callable[[re.Match[str]], Reading | None]]
_FORMS: tuple[_Form, ...] = tuple(
    (frozenset(needs.split()), re.compile(pattern), re.compile(_bare(pattern)), read)
    for needs, pattern, read in (
        (
            "digit iso",
            r"(?<![\d-])(?P<y1>\d{4})-(?P<m1>0[1-9]|1[0-2])-(?P<d1>0[1-9]|[12]\d|3[01])(?![\d-])",
            _point,
        ),
        (
            "digit months",
            rf"(?P<d1>{D})\s(?P<m1>{M})(?:,?\s(?P<y1>{Y}))?{TO}(?P<d2>{D2})\s(?P<m2>{M})(?:,?\s(?P<y2>{Y}))?",
            _range,
        ),
        (
            "days month",
            rf"(?P<d1>{D}){TO}(?P<d2>{D2}){ORDINAL_GAP}(?P<m2>{M})(?:,?\s(?P<y2>{Y}))?",
            _range,
        ),
        (
            "digit months",
            rf"(?P<m1>{FIRST_M})\s(?P<d1>{D})(?:,?\s(?P<y1>{Y}))?{TO}(?P<m2>{M})\s(?P<d2>{D2})(?:,?\s(?P<y2>{Y}))?",
            _range,
        ),
        (
            "days month",
            rf"(?P<m1>{FIRST_M})\s(?P<d1>{D}){TO}(?P<d2>{D2})(?!\s(?:{FULL}))(?:,?\s(?P<y2>{Y}))?",
            _range,
        ),
        (
            "ordinal month",
            rf"(?<=\b[Tt]he\s)(?P<d1>{DW})\s(?:and|to|or)\s(?:the\s)?(?P<d2>{DW})\s(?:day\s)?of\s(?P<m2>{M})(?:,?\s(?P<y2>{Y}))?",
            _range,
        ),
        (
            "ordinal month",
            rf"(?<=\b[Tt]he\s)(?P<d1>{DW})\s(?:day\s)?of\s(?P<m1>{M})(?:,?\s(?P<y1>{Y}))?",
            _point,
        ),
        ("month", rf"\b{ABOUT}(?P<d1>{D}){ORDINAL_GAP}(?P<m1>{M})(?:,?\s(?P<y1>{Y}))?", _point),
        ("month", rf"\b{ABOUT}(?P<m1>{M})\s(?P<d1>{D})(?:,?\s(?P<y1>{Y}))?", _point),
        (
            "months whole",
            rf"(?P<m1>{FIRST_M})(?:\s(?P<y1>{Y}))?(?:{DASH}|\s(?:to|and|until|through)\s)(?P<m2>{M})\s(?P<y2>{Y})",
            _range,
        ),
        (
            "holiday",
            rf"\b(?P<holiday>Christmas (?:Eve|Day)|New Year['’]s (?:Eve|Day)|Boxing Day)\b(?:{IN}(?P<y1>{YEAR4}))?",
            _holiday,
        ),
        ("month whole", rf"\b{ABOUT}{PART}(?P<m1>{M}){IN}(?P<y1>{Y})", _point),
        (
            "year season",
            rf"\b{PART}(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter){IN}(?P<y1>{YEAR4})",
            _season,
        ),
        ("year decade", rf"\b{PART}(?P<y1>(?:1\d|20)\d0)['’]?s\b", _decade),
        ("years dash", rf"(?<![\d,.$£€/-])(?P<y1>{YEAR4}){DASH}(?P<y2>{YEAR4})(?!-)", _range),
        (
            "years",
            rf"(?=[12]\d{{3}})(?:(?<=\b[Ff]rom\s)|(?<=\b[Bb]etween\s))(?P<y1>{YEAR4})\s(?:to|and|until|through)\s(?P<y2>{YEAR4}){THINGS}",
            _range,
        ),
        (
            "year dash",
            r"(?<![\d,.$£€/-])(?P<y1>1\d{3}|20\d\d)[–/-](?P<tail>\d{2})(?![\d-]|[.,]\d)",
            _short_year_range,
        ),
        ("month part", rf"\b{ABOUT}(?P<part>[Ee]arly|[Mm]id|[Ll]ate)[\s-](?P<m1>{FULL})\b", _point),
        (
            "year part",
            rf"\b{ABOUT}(?P<part>[Ee]arly|[Mm]id|[Ll]ate|[Tt]he\s(?:beginning|start|middle|end)\sof)[\s-](?P<y1>{YEAR4}){THINGS}",
            _point,
        ),
        ("about whole", rf"(?P<about>[Aa]round|[Cc]irca|c\.|ca\.)\s?(?P<y1>{Y}){THINGS}", _point),
        ("eras", r"\b(?P<y1>\d\d?)(?:st|nd|rd|th)\scentury\s(?:BCE?|B\.C\.(?:E\.)?)(?![A-Za-z])", _century),
        ("era", rf"\b(?P<y1>(?:AD|A\.D\.)\s\d{{1,4}}(?!\d)|\d{{1,4}}{ERA})", _point),
        ("year", rf"(?P<y1>{year4(YEAR_CUE)})(?![-–/]\d){THINGS}", _point),
        # "the 2015 attack": without month only in modern times ("the 1070 Project")
        (
            "year",
            rf"(?P<y1>(?:1{ONE}[5-9]|2{ONE}0)\d\d)(?=\s[A-Za-z]){THINGS}",
            _point,
        ),
        ("month", rf"(?P<m1>{after_initials(MONTH_CUE)})\b{AS_MONTH}", _point),
        ("month", rf"(?P<m1>{after_initials(THE)})(?=\s{DONE}\b)", _point),
    )
)


@lru_cache(maxsize=512)  # the figures ask for the sentences that the dates have just read
def readings(text: str) -> tuple[Reading, ...]:
    """Return what each dated passage says, in text order; passages never overlap."""
    forms = _forms_for(marks_of(text))
    return tuple(sorted(_readings(text, forms), key=START)) if forms else ()


@lru_cache(maxsize=1024)
def _forms_for(held: frozenset[str]) -> tuple[_Tried, ...]:
    """Return the forms that are worth trying on a text that holds these marks, in their order."""
    if held.isdisjoint(("digit", "month", "holiday")):
        return ()
    is_bare = held.isdisjoint(("about", "part"))
    return tuple(
        (bare if is_bare else pattern, read) for needs, pattern, bare, read in _FORMS if needs <= held
    )


def _readings(text: str, forms: Sequence[_Tried]) -> Iterator[Reading]:
    """Yield them form by form."""
    taken = bytearray(len(text))  # a mask, so that a text full of dates still takes linear time
    for pattern, read in forms:
        for match in pattern.finditer(text):
            start, end = match.span()
            if match.group().endswith((" ", ",")) or any(taken[start:end]):
                continue
            reading = read(match)
            if reading is None:
                continue
            taken[start:end] = b"x" * (end - start)  # no part of "31 June 1990" is a date either
            if _is_possible(reading):
                yield reading


def _is_possible(reading: Reading) -> bool:
    """Say whether the calendar has the days (29 February is left to the year that it gets)."""
    ends = (reading.first, reading.last) if reading.last else (reading.first,)
    return all(
        end.day is None or end.month is None or calendar.is_day(end.year or 2000, end.month, end.day)
        for end in ends
    )
