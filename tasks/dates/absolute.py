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
from tasks.dates.marks import after_initials, marks_of
from tasks.dates.matched_form import (
    century,
    date_range,
    decade,
    era_range,
    holiday,
    point,
    season,
    short_year_range,
)
from tasks.dates.patterns import (
    ABOUT,
    AS_MONTH,
    D2,
    DASH,
    DONE_SO,
    DW,
    ERA,
    FIRST_D,
    FIRST_M,
    FULL,
    IN,
    MONTH_CUE,
    NO_BODY,
    NO_NOUN,
    ONE,
    ORDINAL_GAP,
    PART,
    RESULTS,
    THE,
    THINGS,
    TO,
    YEAR4,
    YEAR_CUE,
    YM,
    D,
    M,
    Y,
    year4,
)
from tasks.dates.two_styles import PATTERNS as OF_TWO_STYLES
from tasks.dates.two_styles import two_styles
from tasks.dates.worded_date import Day, Reading
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.order import START


def _bare(pattern: str) -> str:
    """Return a form's pattern without the words before a month that make its day or month inexact."""
    if "(?P<m1>" not in pattern:
        return pattern
    bare = pattern.replace(ABOUT, "").replace(PART, "")
    bare = bare.replace(rf"\b(?P<m1>{M})", rf"(?P<m1>{FIRST_M})", 1)
    return bare.replace(rf"\b(?P<d1>{D})", rf"(?P<d1>{FIRST_D})", 1)


def _widening(pattern: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """Return the words that a form may have before what its bare pattern finds, and its whole pattern."""
    words = "".join(part for part in (ABOUT, PART) if part in pattern)
    if _bare(pattern) == pattern or not words:
        return None
    return late_pattern(rf"\b{words}\Z"), late_pattern(pattern)


_TAKEN = b"x"
_REACH = 50  # code points of "approximately the beginning of the "
# The forms, from the longest to the shortest: the marks that a text must hold for one to be tried, the
# pattern, what reads it. A lookahead at a pattern's start lets it fail fast.  The pattern does without
# words like "about" and "early" before a month: they are looked for from what it finds, not at each word.
_Widening = tuple[re.Pattern[str], re.Pattern[str]] | None
_Form = tuple[frozenset[str], re.Pattern[str], _Widening, Callable[[re.Match[str]], Reading | None]]
_Tried = tuple[re.Pattern[str], _Widening, Callable[[re.Match[str]], Reading | None]]
_FORMS: tuple[_Form, ...] = tuple(
    (frozenset(needs.split()), late_pattern(_bare(pattern)), _widening(pattern), read)
    for needs, pattern, read in (
        (
            "digit iso",
            r"(?<![\d-])(?P<y1>\d{4})-(?P<m1>0[1-9]|1[0-2])-(?P<d1>0[1-9]|[12]\d|3[01])(?![\d-])",
            point,
        ),
        *(("month styles", pattern, two_styles) for pattern in OF_TWO_STYLES),
        (
            "digit months",
            rf"(?P<d1>{D})\s(?P<m1>{M})(?:,?\s(?P<y1>{YM}))?{TO}(?P<d2>{D2})\s(?P<m2>{M})(?:,?\s(?P<y2>{YM}))?",
            date_range,
        ),
        (
            "days month",
            rf"(?P<d1>{D}){TO}(?P<d2>{D2}){ORDINAL_GAP}(?P<m2>{M})(?:,?\s(?P<y2>{YM}))?",
            date_range,
        ),
        (
            "digit months",
            rf"(?P<m1>{FIRST_M})\s(?P<d1>{D})(?:,?\s(?P<y1>{YM}))?{TO}(?P<m2>{M})\s(?P<d2>{D2})(?:,?\s(?P<y2>{YM}))?",
            date_range,
        ),
        (
            "days month",
            rf"(?P<m1>{FIRST_M})\s(?P<d1>{D}){TO}(?P<d2>{D2})(?!\s(?:{FULL}))(?:,?\s(?P<y2>{YM}))?",
            date_range,
        ),
        (
            "ordinal month",
            rf"(?<=\b[Tt]he\s)(?P<d1>{DW})\s(?:and|to|or)\s(?:the\s)?(?P<d2>{DW})\s(?:day\s)?of\s(?P<m2>{M})(?:,?\s(?P<y2>{YM}))?",
            date_range,
        ),
        (
            "ordinal month",
            rf"(?<=\b[Tt]he\s)(?P<d1>{DW})\s(?:day\s)?of\s(?P<m1>{M})(?:,?\s(?P<y1>{YM}))?",
            point,
        ),
        ("month", rf"\b{ABOUT}(?P<d1>{D}){ORDINAL_GAP}(?P<m1>{M})(?:,?\s(?P<y1>{YM}))?{NO_BODY}", point),
        ("month", rf"\b{ABOUT}(?P<m1>{M})\s(?P<d1>{D})(?:,?\s(?P<y1>{YM}))?", point),
        (
            "months whole",
            rf"(?P<m1>{FIRST_M})(?:\s(?P<y1>{YM}))?(?:{DASH}|\s(?:to|and|until|through)\s)(?P<m2>{M})\s(?P<y2>{YM})",
            date_range,
        ),
        (
            "months",
            rf"(?:(?<=\b[Ii]n\s)|(?<=\b[Dd]uring\s))(?P<m1>{FULL})\sand\s(?P<m2>{FULL})\b(?!,?\s\d)",
            date_range,
        ),
        (
            "holiday",
            r"\b(?<!Orthodox )(?<!Coptic )"
            r"(?P<holiday>Christmas (?:Eve|Day)|New Year['’]s (?:Eve|Day)|Boxing Day"
            rf"|(?:All (?:Saints|Souls)['’]|Valentine['’]s|May) Day(?={IN}{YEAR4}))\b"
            rf"(?:{IN}(?P<y1>{YEAR4}))?",
            holiday,
        ),
        ("month whole", rf"\b{ABOUT}{PART}(?P<m1>{M}){IN}(?P<y1>{YM})", point),
        (
            "year season",
            rf"\b{PART}(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter){IN}(?P<y1>{YEAR4})",
            season,
        ),
        ("year decade", rf"\b{PART}(?P<y1>(?:1\d|20)\d0)['’]?s\b", decade),
        ("years dash", rf"(?<![\d,.$£€/-])(?P<y1>{YEAR4}){DASH}(?P<y2>{YEAR4})(?!-)", date_range),
        (
            "years",
            rf"(?=[12]\d{{3}})(?:(?<=\b[Ff]rom\s)|(?<=\b[Bb]etween\s))(?P<y1>{YEAR4})\s(?:to|and|until|through)\s(?P<y2>{YEAR4}){THINGS}",
            date_range,
        ),
        (
            "year dash",
            r"(?<![\d,.$£€/-])(?P<y1>1\d{3}|20\d\d)[–/-](?P<tail>\d{2})(?![\d-]|[.,]\d)",
            short_year_range,
        ),
        ("month part", rf"\b{ABOUT}(?P<part>[Ee]arly|[Mm]id|[Ll]ate)[\s-](?P<m1>{FULL})\b", point),
        (
            "year part",
            rf"\b{ABOUT}(?P<part>[Ee]arly|[Mm]id|[Ll]ate|[Tt]he\s(?:beginning|start|middle|end)\sof)[\s-](?P<y1>{YEAR4}){THINGS}",
            point,
        ),
        ("about whole", rf"(?P<about>[Aa]round|[Cc]irca|c\.|ca\.)\s?(?P<y1>{Y}){THINGS}", point),
        ("eras", r"\b(?P<y1>\d\d?)(?:st|nd|rd|th)\scentury\s(?:BCE?|B\.C\.(?:E\.)?)(?![A-Za-z])", century),
        ("era", rf"(?<![\w.,:/-])(?P<y1>\d{{1,4}}){TO}(?P<y2>\d{{1,4}}{ERA})", era_range),
        ("era", rf"\b(?P<y1>(?:AD|A\.D\.)\s\d{{1,4}}(?!\d)|\d{{1,4}}{ERA})", point),
        ("year", rf"(?P<y1>{year4(YEAR_CUE)})(?![-–/]\d){THINGS}", point),
        ("few", rf"(?P<y1>[1-9](?<=\b[Ii]n\s.){RESULTS}\d\d(?!\d){NO_NOUN})", point),
        # "the 2015 attack": without month only in modern times ("the 1070 Project")
        (
            "year",
            rf"(?P<y1>(?:1{ONE}[5-9]|2{ONE}0)\d\d)(?=\s[A-Za-z]){THINGS}",
            point,
        ),
        ("month", rf"(?P<m1>{after_initials(MONTH_CUE)})\b{AS_MONTH}", point),
        ("month", rf"(?P<m1>{after_initials(THE)})(?=\s{DONE_SO}\b)", point),
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
        (bare, None if is_bare else widening, read) for needs, bare, widening, read in _FORMS if needs <= held
    )


def _readings(text: str, forms: Sequence[_Tried]) -> Iterator[Reading]:
    """Yield them form by form."""
    taken = bytearray(len(text))  # a mask, so that a text full of dates still takes linear time
    for pattern, widening, read in forms:
        for match in pattern.finditer(text):
            if widening is not None:
                match = _widened(match, *widening)
            start, end = match.span()
            if text[end - 1] in " ," or _TAKEN in taken[start:end]:
                continue
            reading = read(match)
            if reading is None:
                continue
            taken[start:end] = _TAKEN * (end - start)  # no part of "31 June 1990" is a date either
            if _is_possible(reading):
                yield reading


def _widened(match: re.Match[str], words: re.Pattern[str], whole: re.Pattern[str]) -> re.Match[str]:
    """Return a match with the words before it that belong to its form: "about 5 May", "in early May 1990"."""
    start = match.start()
    before = words.search(match.string, max(0, start - _REACH), start)
    if before is None or before.start() == start:
        return match
    found = whole.match(match.string, before.start())
    return match if found is None or found.end() != match.end() else found


def _is_possible(reading: Reading) -> bool:
    """Say whether the calendar has the days (29 February is left to the year that it gets)."""
    return _has_day(reading.first) and (reading.last is None or _has_day(reading.last))


def _has_day(at: Day) -> bool:
    return at.day is None or at.month is None or calendar.is_day(at.year or 2000, at.month, at.day)
