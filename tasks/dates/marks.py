"""What a text holds that dates are made of: a cheap look that spares most patterns most sentences."""

from __future__ import annotations

import re
from collections.abc import Callable

from tasks.lexicons.construction_words import words
from tasks.lexicons.months import MONTH_NAMES

_SHORT = ("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept?", "Oct", "Nov", "Dec")


def after_initials(condition: str = "", short: str = "") -> str:
    """Return a pattern of the months' names each way of which begins with a letter.

    Such a pattern is looked for from one of these letters to the next; one that begins with a condition is
    tried at each place of a text, which takes several times as long.

    Args:
        condition: what must stand before a name, as a look back from behind its first letter.
        short: the pattern of the rest of an abbreviation, "{}" for its letters; "" for no abbreviations.
    """
    ways: dict[str, list[str]] = {}
    for name in MONTH_NAMES:
        ways.setdefault(name[0], []).append(name[1:])
    for name in _SHORT if short else ():
        ways[name[0]].append(short.format(name[1:]))
    found = []
    for letter, rest in ways.items():
        name = f"(?:{'|'.join(rest)})"
        found.append(f"{letter}(?={name}){condition}{name}" if condition else f"{letter}{name}")
    return "|".join(found)


_MONTHS = re.compile(after_initials(short=r"(?<=\b[A-Z]){}\b"))
_PARTS = ("arly", "mid", "Mid", "late", "Late", "eginning", "start", "Start", "iddle", "end", "End")
# What happened in "the June offensives"; with a capital it is a name ("the May Revolution").
DONE = words("dated_event")
# What stands between two days ("5 to 7", "5th–7th").
BETWEEN_DAYS = r"(?:\s?[–—/-]\s?|\s(?:to|and|or|until|till|through)\s(?:the\s)?)"
_YEAR = r"[12]\d{3}"


def _any_of(*letters: str) -> Callable[[str], bool]:
    """Return a look for letters: many times as fast as a pattern that says the same."""
    return lambda text: any(map(text.__contains__, letters))


_years = re.compile(_YEAR).findall
_are_few = re.compile(r"[1-9](?<=[a-z,]\s.)\d\d(?![\d%]|[.,]\d)").search  # that may be a year long ago
_may_be_era = _any_of("D", "C")  # one is in each of the following
_are_eras = _any_of("AD", "CE", "BC", "A.D", "B.C")
_is_era = re.compile(r"\d\s?(?:AD|CE|BC|A\.D|B\.C)|(?:AD|A\.D\.)\s\d").search
_is_iso = re.compile(r"-[01]\d-").search
_is_season = _any_of("pring", "ummer", "utumn", "fall", "Fall", "inter")
_is_decade = re.compile(r"0['’]?s\b").search
_is_dash = re.compile(r"\d\s?[–—/-]\s?\d").search
_is_part = _any_of(*_PARTS)
_is_about = _any_of("round", "bout", "irca", "c.", "ca.", "pprox")
_are_days = re.compile(rf"\d(?:st|nd|rd|th)?{BETWEEN_DAYS}\d").search
_is_styled = re.compile(r"[\[(](?:[ONJG][\w.\s]{1,9}[,:]?\s?)?(?:[0-9]|[A-Z][a-z.]{2,9}\s[0-9]|[\])])").search
_is_ordinal = re.compile(r"h(?<=[Tt]h)e\s[a-z-]+(?:st|nd|rd|th)\s").search
_is_holiday = _any_of("Christmas", "New Year", "Boxing Day", "Saints", "Souls", "Valentine", "May Day")
_DIGIT = re.compile("[0-9]")
_NOTHING = frozenset(("",))


def marks_of(text: str) -> frozenset[str]:
    """Return the names of the marks that a text holds; a form is tried only where all its marks are there.

    "digit", "month" and "months" (at least two), "year" and "years" (four digits that may be one), "few"
    (three digits that may be one), "era", "whole" (any of these), "iso", "season", "decade", "holiday",
    "part" ("early"), "about", "days" ("5 to 7"), "styles" (a second day in brackets), "ordinal" ("the
    fifth") and "dash" (between digits); "" always.
    """
    months = len(_MONTHS.findall(text))
    has_digit = _DIGIT.search(text) is not None
    is_holiday = _is_holiday(text)
    if not months and not has_digit and not is_holiday:
        return _NOTHING
    held = ["", "holiday"] if is_holiday else [""]
    years = 0
    if has_digit:
        held.append("digit")
        years = len(_years(text))
        if years:
            held += ("year", "whole", "years") if years > 1 else ("year", "whole")
            held += [name for name, look in _BESIDE_YEAR if look(text)]
        if _are_few(text):
            held += ("few", "whole")
        if _may_be_era(text) and _are_eras(text):
            held += ("eras", "era", "whole") if _is_era(text) else ("eras",)
    if months:
        held += ("month", "months") if months > 1 else ("month",)
        held += [name for name, look in _BESIDE_MONTH if look(text)]
    if (years or months) and _is_part(text):
        held.append("part")
    if (months or "whole" in held) and _is_about(text):
        held.append("about")
    return frozenset(held)


_BESIDE_MONTH = (("days", _are_days), ("styles", _is_styled), ("ordinal", _is_ordinal))
_BESIDE_YEAR = (("iso", _is_iso), ("season", _is_season), ("decade", _is_decade), ("dash", _is_dash))
