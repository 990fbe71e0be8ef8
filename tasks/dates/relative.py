"""Dates that words give against another date: "the following day", "two days later", "on Monday"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from tasks.dates import calendar
from tasks.dates.calendar import Period
from tasks.lexicons.deeds import deed
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.months import MONTH_NAMES

NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50,
}  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
COUNTED = rf"(?P<n>\d{{1,3}}|{'|'.join(NUMBERS)})"
_TIME_OF_DAY = r"(?:day|night|evening|morning|afternoon)"

_NEXT = late_pattern(
    rf"\b[Tt]he\s(?:following|next)\s{_TIME_OF_DAY}\b|\b[Nn]ext\s{_TIME_OF_DAY}\b|\b[Tt]he\sday\safter\b"
)
_SAME = late_pattern(
    rf"\b[Dd]uring\sthe\sday\b|\b(?:[Tt]he\ssame|[Tt]hat(?:\ssame)?|[Ll]ater\s(?:that|the\ssame))\s{_TIME_OF_DAY}\b"
)
_BEFORE = late_pattern(
    rf"\b[Tt]he\sp(?:revious|receding)\s{_TIME_OF_DAY}\b|\b[Tt]he\s(?:day|night|evening)\s(?:before|prior)\b"
)
_WEEK = late_pattern(
    r"\b[Tt]he\s(?P<which>following|next|previous|preceding|same)\sweek\b|\b[Tt]hat\sweek\b|\b[Tt]he\sweek\s(?P<side>before|after|prior)\b"
)
_MONTH = late_pattern(
    r"\b[Tt]he\s(?P<which>following|next|previous|preceding|same)\smonth\b|\b[Tt]hat\s(?:same\s)?month\b|\b[Tt]he\smonth\s(?P<side>before|after|prior)\b"
)
_YEAR = late_pattern(
    r"\b[Tt]he\s(?P<which>following|next|previous|preceding|same)\syear\b|\b[Tt]hat\s(?:same\s)?year\b|\b[Tt]he\syear\s(?P<side>before|after|prior)\b"
)
# "the previous December", "the following March": the nearest one on that side
_NAMED_MONTH = late_pattern(
    rf"\b[Tt]he\s(?P<which>previous|preceding|following)\s(?P<month>{'|'.join(MONTH_NAMES)})\b(?!\s\d)"
)
_STEPS = late_pattern(
    rf"(?<!than\s)(?<!about\s)(?<!around\s)(?<!for\s)\b{COUNTED}\s(?P<unit>day|night|week|fortnight|month|year)s?(?:\sto\sthe\sday)?\s(?P<way>later|earlier|afterwards?|after|before|previously|prior)\b"
    r"(?P<tail>(?:\sto)?\s(?:(?:about|around|almost|nearly|over|more\sthan|at\sleast)\s(?=[\dtfs]))?"
    rf"(?:the|another|{'|'.join(NUMBERS)}|dozens|several|some|\d+|his|her|their|its)\b)?",
    re.IGNORECASE,
)
_WEEKDAY = late_pattern(
    rf"(?P<cue>\b(?:[Oo]n|[Bb]y|[Uu]ntil|[Ss]ince|[Ll]ate|[Ee]arly|[Tt]hat|[Tt]he\sfollowing|[Tt]he\snext)\s(?:the\s)?)(?P<day>{'|'.join(WEEKDAYS)})\b(?!s?,?\s\d|['’]s\s[A-Z]|\s(?:[A-Z][a-z]+\b(?<!\bNovember)))"
)
# "until the 5th", "on the 22nd the army", "on the night of the 14th": a day of the month that is spoken of
_MONTHDAY = late_pattern(
    rf"\b(?:[Oo]n|[Uu]ntil|[Bb]y|[Uu]p\sto|{_TIME_OF_DAY}\sof)\sthe\s"
    r"(?P<day>(?P<n>[1-9]|[12]\d|3[01])(?:st|nd|rd|th)(?:\sof\s(?:that|the)\s(?:same\s)?month\b)?)"
    r"(?=[,.;:)]|$|(?<=month)\b"
    r"|\s(?:the|a|an|and|but|when|which|that|as|he|she|it|they|his|her|its|their|with|in|at|by|"
    r"after|before|for|to|from|there|until|having|without|following)\b)"
)
_WAYS = ("later", "earlier", "afterward", "afterwards", "after", "before", "previously", "prior")
_LATER = ("later", "after", "afterward", "afterwards")
_AFTER = late_pattern(
    rf"After\s(?:only\s|just\s)?{COUNTED}\s(?P<unit>day|week|month|year)s?(?=,\s)"
)  # "After two days, ..."
# "The attack came a day after rebels captured Osk": what it came after is news, and came first
_CAME = re.compile(
    r"\b(?:came|comes|coming|happened|occurred|happens)(?:\s(?:just|only|barely|some|exactly|almost|nearly|roughly))?\s$|,\s(?:just|only|barely)?\s?$"
)
_DEEDS = late_pattern(  # "a day before attacks in Osk"
    rf"\s(?:[a-z]+\s)?(?:{deed('attack', 'several')}|{deed('fight', 'several')})\b"
)
_CAME_TOO = late_pattern(
    r"\b(?:came|comes|happened|occurred)\b[^.;]{0,60}\b(?:days?|weeks?|months?|years?)\s(?:after|before)\b"
    r"[^.;]{0,120}\sand\s(?:just|only|barely)?\s?$"
)
_NEWS = re.compile(r"\s(?:they|he|she|it|we|[a-z]+s|[A-ZÀ-Þ][\w'’-]+)\s(?!on\s|in\s|of\s)")
# "Two days after a bomb was found in Osk." with nothing behind it: it was found two days after
_FOUND_THEN = late_pattern(
    r"\s(?:[a-z-]+\s){1,3}?(?:was|were)\s\w+(?:\s(?!(?:was|were|had|has|\w+ed)\b)[^\s,;:]+|,\s[A-Z][^\s,;:]*)*$"
)
_ANOTHER = late_pattern(  # behind "the": "deadly Osk bus attack"
    r"(?:\s[a-z]+){0,2}(?:\s[A-ZÀ-Þ][\w'’-]*){1,4}(?:\s[a-z]+){0,2}\s"
    rf"{deed('attack')}\b"
    rf"|(?:\s[a-z]+)?\s{deed('attack', 'one')}\sof\s(?:an?\s|[A-Z])"
    r"|(?:\s[a-z]+)?\s(?:attack|assault|raid)\son\s(?:the\s)?[A-Z]"
)
_DAYTIMES = ("day", "night", "evening", "morning", "afternoon")
UNITS = (*_DAYTIMES, "week", "fortnight", "month", "year")
_SIGN = late_pattern(rf"\b(?:{'|'.join(UNITS)})|[A-Z][a-z]+day\b")  # holds a unit, which is looked for first
_ORDINAL = late_pattern(r"the\s\d\d?(?:st|nd|rd|th)")
# What ends "two days later", in lower case: it begins with a letter, so that a search for it is a fast look.
_STEPS_END = late_pattern(
    rf"(?:day|night|week|fortnight|month|year)s?(?:\sto\sthe\sday)?\s(?:{'|'.join(_WAYS)})\b"
)
# What a text in lower case holds one of if it says "the next day", "that week", "the month before".
_WHICH_MONTH = ("he previous ", "he preceding ", "he following ")
_TOLD = ("following", "next", "after", "during", "same", "that", "previous", "preceding", "before", "prior")


@dataclass(frozen=True, slots=True)
class Offset:
    """How far a passage lies from its anchor.

    Attributes:
        start, end: the passage, relative to the text that was read.
        unit: "day", "week", "month" or "year", which `steps` counts; "weekday" (0 is Monday); "monthday"
            (the 5th of its month); "named month" (its number, below 0 the last one before); "past week" (the
            seven days before).
        from_event: counted from the article's event ("three days after the attack"), not from the last date.
    """

    start: int
    end: int
    unit: str
    steps: int
    from_event: bool = False


def offsets(text: str) -> Iterator[Offset]:
    """Yield the relative dates of a text; passages never overlap."""
    is_sign = any(map(text.__contains__, UNITS)) and _SIGN.search(text) is not None
    is_ordinal = _ORDINAL.search(text) is not None
    is_month = any(map(text.__contains__, _WHICH_MONTH)) and _NAMED_MONTH.search(text) is not None
    if not (is_sign or is_ordinal or is_month):
        return
    taken = bytearray(len(text))
    named = _named_months(text) if is_month else ()
    for offset in (*named, *_all(text, is_sign=is_sign, is_ordinal=is_ordinal)):
        if not any(taken[offset.start : offset.end]):
            taken[offset.start : offset.end] = b"x" * (offset.end - offset.start)
            yield offset


def _named_months(text: str) -> Iterator[Offset]:
    for match in _NAMED_MONTH.finditer(text):
        number = MONTH_NAMES.index(match["month"]) + 1
        steps = number if match["which"] == "following" else -number
        yield Offset(match.start(), match.end(), "named month", steps)


def _all(text: str, *, is_sign: bool, is_ordinal: bool) -> Iterator[Offset]:
    """Yield the relative dates kind by kind; a kind is looked for where some words of it stand."""
    lower = text.lower()
    for match in _STEPS.finditer(text) if _STEPS_END.search(lower) else ():
        yield _steps(match)
    after = _AFTER.match(text) if text.startswith("After ") else None
    if after is not None:
        unit, words = after["unit"], after["n"]
        yield Offset(0, after.end(), unit, int(words) if words.isdigit() else NUMBERS[words])
    for match in _MONTHDAY.finditer(text) if is_ordinal else ():
        yield Offset(match.start("day"), match.end("day"), "monthday", int(match["n"]))
    if is_sign and any(map(lower.__contains__, _TOLD)):
        yield from _told(text)
    for match in _WEEKDAY.finditer(text) if is_sign and any(map(text.__contains__, WEEKDAYS)) else ():
        start = match.start("day")
        yield Offset(start, match.end(), "weekday", WEEKDAYS.index(match["day"]))


def _told(text: str) -> Iterator[Offset]:
    for pattern, steps, signs in _DAYS if any(map(text.__contains__, _DAYTIMES)) else ():
        for match in pattern.finditer(text) if any(map(text.__contains__, signs)) else ():
            yield Offset(match.start(), match.end(), "day", steps, _names_event(text, match.end()))
    for pattern, unit in ((_WEEK, "week"), (_MONTH, "month"), (_YEAR, "year")):
        for match in pattern.finditer(text) if unit in text else ():
            which = match["which"] or match["side"] or "same"
            steps = _SIDES.get(which, -1)
            is_past = unit == "week" and match["side"] == "before"
            told = "past week" if is_past else unit
            yield Offset(match.start(), match.end(), told, steps, _names_event(text, match.end()))


_SIDES = {"following": 1, "next": 1, "after": 1, "same": 0}  # else before it
# With what a text holds one of where it says so.
_DAYS = (
    (_NEXT, 1, ("following", "ext", "after")),
    (_SAME, 0, ("same", "hat", "uring")),
    (_BEFORE, -1, ("previous", "preceding", "before", "prior")),
)
_EVENT = late_pattern(r"\sthe\s")


def _names_event(text: str, end: int) -> bool:
    """Say whether an event follows ("the day after the attack")."""
    return text[:end].endswith(("after", "before")) and bool(_EVENT.match(text, end))


def _steps(match: re.Match[str]) -> Offset:
    """Read "two days later", "a month before the raid", "a day after dozens of bombings".

    After "after", a definite noun is what is known ("two days after the attack": forwards from it); an
    indefinite one brings news of something that came first, so its own day lies before the known one.
    """
    words = match["n"].lower()
    number = int(words) if words.isdigit() else NUMBERS[words]
    unit = match["unit"].lower()
    if unit == "fortnight":
        unit, number = "week", 2 * number
    way, tail = match["way"].lower(), (match["tail"] or "").lower()
    if way not in ("after", "before"):  # "a week later the group ...": no event is named
        tail = ""
    if way == "after" and match.start() == 0 and _FOUND_THEN.match(match.string, match.end("way")):
        return Offset(0, match.end("way"), unit.replace("night", "day"), number)
    steps = number if way in _LATER else -number
    if not tail and (_NEWS.match(match.string, match.end()) or _DEEDS.match(match.string, match.end())):
        told = _came_too(match) or (way == "after" and _came(match))
        tail = " a" if told else ""
    is_definite = tail.endswith(" the")
    if tail and (not is_definite or (way == "after" and _came_after_another(match))):
        steps = -steps
    end = match.start("tail") if match["tail"] else match.end()
    return Offset(match.start(), end, unit.replace("night", "day"), steps, from_event=bool(tail))


def _came_after_another(match: re.Match[str]) -> bool:
    """Say whether "the attack came two days after the Osk bombing" dates another event by its name."""
    return (_came(match) or _came_too(match)) and _ANOTHER.match(match.string, match.end()) is not None


def _came(match: re.Match[str]) -> bool:
    return _CAME.search(match.string, max(0, match.start() - 24), match.start()) is not None


def _came_too(match: re.Match[str]) -> bool:
    """Say whether a second distance stands behind "and": "came a week after X and | a day before Y"."""
    return _CAME_TOO.search(match.string, max(0, match.start() - 200), match.start()) is not None


def period(offset: Offset, anchor: Period) -> Period | None:
    """Return what the passage means against its anchor, no more precise than both; None if unknown."""
    if offset.unit == "day":
        return anchor if offset.steps == 0 and anchor.prec <= 2 else calendar.shift_days(anchor, offset.steps)
    if offset.unit == "week" and anchor.prec == 4 and 0 < offset.steps < 5:
        later = calendar.shift_months(anchor, 1)
        return None if later is None else calendar.between(anchor, later)
    if offset.unit == "week":
        return calendar.week_of(anchor, offset.steps)
    if offset.unit == "past week":
        return calendar.week_before(anchor)
    if offset.unit == "monthday":
        return calendar.day_of_month(anchor, offset.steps)
    if offset.unit == "named month":
        return calendar.month_beside(anchor, offset.steps)
    if offset.unit == "month":
        return calendar.shift_months(anchor, offset.steps)
    if offset.unit == "year":
        return calendar.shift_years(anchor, offset.steps)
    if anchor.end is None or anchor.prec > 2:
        return None
    ahead = (offset.steps - anchor.end.weekday()) % 7
    return calendar.of_date(anchor.end + timedelta(days=ahead))
