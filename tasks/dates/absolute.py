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
from tasks.dates.marks import BETWEEN_DAYS, MONTH_NAMES, marks_of
from tasks.dates.reading import Day, Reading
from tasks.model.order import START

_MONTH_OF = {name[:3]: number for number, name in enumerate(MONTH_NAMES, 1)}
_FULL = "|".join(MONTH_NAMES)
_M = rf"(?:{_FULL}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)(?![A-Za-z])"
_D = r"(?<![\d.,:/-])(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d%]|[.,:]\d)"
_WORDS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
    "nineteenth", "twentieth",
)  # fmt: skip
_DAY_WORDS = {
    **{word: number for number, word in enumerate(_WORDS, 1)},
    **{f"twenty-{word}": 20 + number for number, word in enumerate(_WORDS[:9], 1)},
    "thirtieth": 30,
    "thirty-first": 31,
}
_DW = rf"(?:{'|'.join(sorted(_DAY_WORDS, key=len, reverse=True))})"
_D2 = _D.replace("/-]", "]")  # behind a hyphen or a stroke, in "17-19 October", "3/4 October"
_ERA = r"\s?(?:AD|CE|BCE?|B\.C\.(?:E\.)?|A\.D\.)(?![A-Za-z])"
# Four digits from 1000 to 2199; others only with their era. "1,984" and "2000.5" are no years.
_YEAR4 = r"(?:1\d{3}|2[01]\d{2})(?!\d|[.,:]\d|%|\s?(?:hours|hrs|local time)\b)"
_Y = rf"(?:(?:AD|A\.D\.)\s\d{{1,4}}(?!\d)|\d{{1,4}}{_ERA}|{_YEAR4})"
_DASH = r"\s?[–—/-]\s?"
_TO = BETWEEN_DAYS
_ORDINAL_GAP = r"(?:\s(?:of\s)?|,\s)"
_IN = r"(?:,?\s(?:of\s)?)"
_PART = (
    r"(?:(?P<part>[Ee]arly|[Mm]id|[Ll]ate|"
    r"(?:[Tt]he\s)?(?:[Bb]eginning|[Ss]tart|[Mm]iddle|[Ee]nd)\sof)[\s-](?:the\s)?)?"
)
_ABOUT = r"(?:(?P<about>[Aa]round|[Aa]bout|[Cc]irca|c\.|ca\.|[Aa]pproximately)\s?)?"
_PARTS = {"beginning": "early", "start": "early", "middle": "mid", "end": "late"}


def month_number(name: str) -> int:
    """Return 1-12 for a month's English name or abbreviation."""
    return _MONTH_OF[name[:3].title()]


def year_number(words: str) -> int:
    """Return the astronomical year of "2016", "AD 9", "480 BC" (-479)."""
    number = int("".join(c for c in words if c.isdigit()))
    return 1 - number if "B" in words else number


def _day_number(words: str) -> int:
    return _DAY_WORDS[words] if words in _DAY_WORDS else int(words.rstrip("stndrh"))


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
    if _AND.search(match.group()) and not _is_between(match):
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


# A bare year or month needs words before it that make it one ("in 2016", "the 2016 bombings", "in May");
# what follows must not make it a number of things ("2020 civilians").
_YEAR_CUE = (
    r"(?:(?<=\b[Ii]n\s)|(?<=\b[Ss]ince\s)|(?<=\b[Oo]f\s)|(?<=\b[Bb]y\s)|(?<=\b[Dd]uring\s)|(?<=\b[Uu]ntil\s)"
    r"|(?<=\b[Ff]rom\s)|(?<=\b[Bb]efore\s)|(?<=\b[Aa]fter\s)|(?<=\b[Tt]ill\s)|(?<=\bthroughout\s)"
    r"|(?<=\bThroughout\s)|(?<=\byear\s)|(?<=\blate\s)|(?<=\bearly\s)"
    r"|(?<=\b[Aa]nd\s)|(?<=\()|(?<=\bto\s))"
)
_MONTH_CUE = (
    r"(?:(?<=\b[Ii]n\s)|(?<=\b[Ss]ince\s)|(?<=\b[Dd]uring\s)|(?<=\b[Uu]ntil\s)|(?<=\b[Bb]y\s)|(?<=\bin\slate\s)"
    r"|(?<=\b[Ff]rom\s)|(?<=\b[Ll]ast\s)|(?<=\b[Tt]hat\s)|(?<=\bof\s))"
)
_THINGS = (
    r"(?!['’]?\s(?:(?!which\b|that\b|when\b)\w+\s)?(?:people|civilians|soldiers|troops|fighters|men|women|children|rebels|militants|"
    r"insurgents|refugees|prisoners|victims|casualties|dead|deaths|killed|wounded|injured|others|more|houses|"
    r"homes|tons|tonnes|pounds|rounds|metres|meters|feet|miles|yards|km|kg|kilometres|kilometers|lb|lbs|"
    r"personnel|members|police|policemen|officers|guns|tanks|vehicles|aircraft|bombs|sorties|euros|dollars)\b)"
)
# what happened in "the June offensives"; with a capital it is a name ("the May Revolution")
_DONE = (
    r"(?:attack|bombing|offensive|raid|coup|clash|riot|uprising|protest|massacre|fighting|strike|ceasefire|"
    r"truce|shooting)(?:e?s)?"
)
_AS_MONTH = r"(?!['’]|\s(?:[A-Z][a-z]|have|not|be|also)\b)"


def _bare(pattern: str) -> str:
    """Return a form's pattern without the words before a month that make its day or month inexact."""
    if "(?P<m1>" not in pattern:
        return pattern
    bare = pattern.replace(_ABOUT, "").replace(_PART, "")
    return bare.replace(r"\b(?P<m1>", r"\b(?=[JFMASOND])(?P<m1>", 1)


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
            rf"(?P<d1>{_D})\s(?P<m1>{_M})(?:,?\s(?P<y1>{_Y}))?{_TO}(?P<d2>{_D2})\s(?P<m2>{_M})(?:,?\s(?P<y2>{_Y}))?",
            _range,
        ),
        (
            "days month",
            rf"(?P<d1>{_D}){_TO}(?P<d2>{_D2}){_ORDINAL_GAP}(?P<m2>{_M})(?:,?\s(?P<y2>{_Y}))?",
            _range,
        ),
        (
            "digit months",
            rf"\b(?=[JFMASOND])(?P<m1>{_M})\s(?P<d1>{_D})(?:,?\s(?P<y1>{_Y}))?{_TO}(?P<m2>{_M})\s(?P<d2>{_D2})(?:,?\s(?P<y2>{_Y}))?",
            _range,
        ),
        (
            "days month",
            rf"\b(?=[JFMASOND])(?P<m1>{_M})\s(?P<d1>{_D}){_TO}(?P<d2>{_D2})(?!\s(?:{_FULL}))(?:,?\s(?P<y2>{_Y}))?",
            _range,
        ),
        (
            "ordinal month",
            rf"(?<=\b[Tt]he\s)(?P<d1>{_DW})\s(?:and|to|or)\s(?:the\s)?(?P<d2>{_DW})\s(?:day\s)?of\s(?P<m2>{_M})(?:,?\s(?P<y2>{_Y}))?",
            _range,
        ),
        (
            "ordinal month",
            rf"(?<=\b[Tt]he\s)(?P<d1>{_DW})\s(?:day\s)?of\s(?P<m1>{_M})(?:,?\s(?P<y1>{_Y}))?",
            _point,
        ),
        ("month", rf"\b{_ABOUT}(?P<d1>{_D}){_ORDINAL_GAP}(?P<m1>{_M})(?:,?\s(?P<y1>{_Y}))?", _point),
        ("month", rf"\b{_ABOUT}(?P<m1>{_M})\s(?P<d1>{_D})(?:,?\s(?P<y1>{_Y}))?", _point),
        (
            "digit months",
            rf"\b(?=[JFMASOND])(?P<m1>{_M})(?:\s(?P<y1>{_Y}))?(?:{_DASH}|\s(?:to|and|until|through)\s)(?P<m2>{_M})\s(?P<y2>{_Y})",
            _range,
        ),
        ("digit month", rf"\b{_ABOUT}{_PART}(?P<m1>{_M}){_IN}(?P<y1>{_Y})", _point),
        (
            "year season",
            rf"\b{_PART}(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter){_IN}(?P<y1>{_YEAR4})",
            _season,
        ),
        ("year decade", rf"\b{_PART}(?P<y1>(?:1\d|20)\d0)['’]?s\b", _decade),
        ("years dash", rf"(?<![\d,.$£€/-])(?P<y1>{_YEAR4}){_DASH}(?P<y2>{_YEAR4})(?!-)", _range),
        (
            "years",
            rf"(?=[12]\d{{3}})(?:(?<=\b[Ff]rom\s)|(?<=\b[Bb]etween\s))(?P<y1>{_YEAR4})\s(?:to|and|until|through)\s(?P<y2>{_YEAR4}){_THINGS}",
            _range,
        ),
        (
            "year dash",
            r"(?<![\d,.$£€/-])(?P<y1>1\d{3}|20\d\d)[–/-](?P<tail>\d{2})(?![\d-]|[.,]\d)",
            _short_year_range,
        ),
        ("month part", rf"\b{_ABOUT}(?P<part>[Ee]arly|[Mm]id|[Ll]ate)[\s-](?P<m1>{_FULL})\b", _point),
        (
            "year part",
            rf"\b{_ABOUT}(?P<part>[Ee]arly|[Mm]id|[Ll]ate|[Tt]he\s(?:beginning|start|middle|end)\sof)[\s-](?P<y1>{_YEAR4}){_THINGS}",
            _point,
        ),
        ("digit about", rf"(?P<about>[Aa]round|[Cc]irca|c\.|ca\.)\s?(?P<y1>{_Y}){_THINGS}", _point),
        ("eras", r"\b(?P<y1>\d\d?)(?:st|nd|rd|th)\scentury\s(?:BCE?|B\.C\.(?:E\.)?)(?![A-Za-z])", _century),
        ("era", rf"\b(?P<y1>(?:AD|A\.D\.)\s\d{{1,4}}(?!\d)|\d{{1,4}}{_ERA})", _point),
        ("year", rf"(?=[12]\d{{3}}){_YEAR_CUE}(?P<y1>{_YEAR4})(?![-–/]\d){_THINGS}", _point),
        # "the 2015 attack": without month only in modern times ("the 1070 Project")
        (
            "year",
            rf"(?=[12]\d{{3}})(?:(?<=\b[Tt]he\s)|(?<=\b[Aa]\s))(?P<y1>(?:1[5-9]|20)\d\d)(?=\s[A-Za-z]){_THINGS}",
            _point,
        ),
        ("month", rf"(?=[JFMASOND]){_MONTH_CUE}(?P<m1>{_FULL})\b{_AS_MONTH}", _point),
        ("month", rf"(?=[JFMASOND])(?<=\b[Tt]he\s)(?P<m1>{_FULL})(?=\s{_DONE}\b)", _point),
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
    if held.isdisjoint(("digit", "month")):
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
