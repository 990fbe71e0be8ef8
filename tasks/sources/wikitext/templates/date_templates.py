"""Templates that write dates: what a reader sees of them, without what depends on today."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from tasks.lexicons.months import MONTH_NAMES
from tasks.sources.wikitext.parsing.nodes import Place
from tasks.sources.wikitext.templates.call import Call
from tasks.sources.wikitext.templates.partial_dates import MONTHS

Plain = Callable[[Place], str]
_TIME_PARTS = 2


def _numbers(call: Call, plain: Plain) -> list[str]:
    return [plain(place).strip() for place in call.positional()]


def _is_day_first(call: Call) -> bool:
    return call.has("df") or call.has("dayfirst")


def _month(word: str) -> int:
    """Return a month's number from its number or its name, 0 if it is none."""
    if re.fullmatch(r"[0-9]{1,2}", word):
        return int(word) if 1 <= int(word) <= 12 else 0
    return MONTHS.get(word.casefold().rstrip("."), 0)


def written(year: str, month: str, day: str, *, day_first: bool) -> str:
    """Return a date in words: "13 April 1942", "April 13, 1942", "April 1942" or "1942"."""
    number = _month(month)
    if not number:
        return year
    name = MONTH_NAMES[number - 1]
    if not re.fullmatch(r"[0-9]{1,2}", day) or not 1 <= int(day) <= 31:
        return f"{name} {year}"
    return f"{int(day)} {name} {year}" if day_first else f"{name} {int(day)}, {year}"


def _date(call: Call, plain: Plain) -> str:
    """Show `{{start date|1942|04|13}}`, its time before it; other words as they are."""
    parts = _numbers(call, plain)
    if not parts or not re.fullmatch(r"[0-9]{1,4}", parts[0]):
        return parts[0] if parts else ""
    year, month, day = ([*parts, "", ""])[:3]
    shown = written(year, month, day, day_first=_is_day_first(call))
    clock = [part for part in parts[3 : 3 + _TIME_PARTS] if re.fullmatch(r"[0-9]{1,2}", part)]
    return f"{int(clock[0])}:{int(clock[1]):02}, {shown}" if len(clock) == _TIME_PARTS else shown


def _death_date(call: Call, plain: Plain) -> str:
    """Show `{{death date and age|dead y|m|d|born y|m|d}}` with the age at death."""
    parts = _numbers(call, plain)
    shown = _date(call, plain)
    age = _years(parts[3:6], parts[:3])
    return f"{shown} (aged {age})" if age is not None else shown


def _age(call: Call, plain: Plain) -> str:
    """Show the years between two dates; nothing if the second one is today."""
    parts = _numbers(call, plain)
    age = _years(parts[:3], parts[3:6])
    return "" if age is None else str(age)


def _years(born: list[str], then: list[str]) -> int | None:
    words = [*born, *then]
    if len(words) < 6 or not all(re.fullmatch(r"[0-9]{1,4}", word) for word in words):
        return None
    first, second = tuple(map(int, born)), tuple(map(int, then))
    age = second[0] - first[0] - (second[1:] < first[1:])
    return age if 0 <= age <= 150 else None


def _date_range(call: Call, plain: Plain) -> str:
    parts = _numbers(call, plain)
    if len(parts) < 6:
        return _date(call, plain)
    day_first = _is_day_first(call)
    start = written(*parts[:3], day_first=day_first)
    end = written(*parts[3:6], day_first=day_first)
    return f"{start} – {end}"


def _year(call: Call, plain: Plain) -> str:
    parts = _numbers(call, plain)
    return parts[0] if parts else ""


def _as_of(call: Call, plain: Plain) -> str:
    """Show `{{as of|2016|12}}` as "As of December 2016"."""
    alt = call.place("alt")
    if alt is not None:
        return plain(alt)
    year, month, day = ([*_numbers(call, plain), "", "", ""])[:3]
    since = "since" if call.has("since") else "as of"
    lead = since if call.has("lc") else since[:1].upper() + since[1:]
    return f"{lead} {written(year, month, day, day_first=not call.has('mdy'))}"


def _old_style_date(call: Call, plain: Plain) -> str:
    """Show `{{OldStyleDate|22 February|1732|11 February}}` as "22 February [O.S. 11 February] 1732"."""
    new, year, old = ([*_numbers(call, plain), "", "", ""])[:3]
    return " ".join(part for part in (new, f"[O.S. {old}]" if old else "", year) if part)


DATE_TREATMENTS: Mapping[str, Callable[[Call, Plain], str]] = {
    "date": _date,
    "death_date": _death_date,
    "date_range": _date_range,
    "year": _year,
    "as_of": _as_of,
    "old_style_date": _old_style_date,
    "age": _age,
}
