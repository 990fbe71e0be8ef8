"""What a text holds that dates are made of: a cheap look that spares most patterns most sentences."""

from __future__ import annotations

import re
from collections.abc import Callable

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
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
    return "|".join(f"{letter}{condition}(?:{'|'.join(rest)})" for letter, rest in ways.items())


_MONTHS = re.compile(after_initials(short=r"(?<=\b[A-Z]){}\b"))
_PARTS = ("arly", "mid", "Mid", "late", "Late", "eginning", "start", "Start", "iddle", "end", "End")
# What happened in "the June offensives"; with a capital it is a name ("the May Revolution").
DONE = (
    "attack", "bombing", "offensive", "raid", "coup", "clash", "riot", "uprising", "protest", "massacre",
    "fighting", "strike", "ceasefire", "truce", "shooting",
)  # fmt: skip
# What stands between two days ("5 to 7", "5th–7th").
BETWEEN_DAYS = r"(?:\s?[–—/-]\s?|\s(?:to|and|or|until|till|through)\s(?:the\s)?)"
_YEAR = r"[12]\d{3}"


def _any_of(*letters: str) -> Callable[[str], bool]:
    """Return a look for letters: many times as fast as a pattern that says the same."""
    return lambda text: any(map(text.__contains__, letters))


# Each mark's name, the mark that must be there for it to be looked for, and how it is looked for.
_Look = Callable[[str], object]
_MARKS: tuple[tuple[str, str, _Look], ...] = (
    ("year", "digit", re.compile(_YEAR).search),
    ("years", "year", re.compile(rf"{_YEAR}.*?{_YEAR}", re.DOTALL).search),
    ("capital", "digit", _any_of("D", "C")),  # one is in each of the following
    ("eras", "capital", _any_of("AD", "CE", "BC", "A.D", "B.C")),
    ("era", "eras", re.compile(r"\d\s?(?:AD|CE|BC|A\.D|B\.C)|(?:AD|A\.D\.)\s\d").search),
    ("iso", "year", re.compile(r"-[01]\d-").search),
    ("season", "year", _any_of("pring", "ummer", "utumn", "fall", "Fall", "inter")),
    ("decade", "year", re.compile(r"0['’]?s\b").search),
    ("whole", "year", bool),
    ("whole", "era", bool),
    ("dated", "month", bool),
    ("dated", "year", bool),
    ("whole or month", "whole", bool),
    ("whole or month", "month", bool),
    ("part", "dated", _any_of(*_PARTS)),
    ("done", "month", _any_of(*DONE)),
    ("about", "whole or month", _any_of("round", "bout", "irca", "c.", "ca.", "pprox")),
    ("days", "month", re.compile(rf"\d(?:st|nd|rd|th)?{BETWEEN_DAYS}\d").search),
    ("ordinal", "month", re.compile(r"[Tt]he\s[a-z-]+(?:st|nd|rd|th)\s").search),
    ("dash", "year", re.compile(r"\d\s?[–—/-]\s?\d").search),
)
_HOLIDAYS = ("Christmas", "New Year", "Boxing Day")
_DIGIT = re.compile("[0-9]")
_NOTHING = frozenset(("",))


def marks_of(text: str) -> frozenset[str]:
    """Return the names of the marks that a text holds; a form is tried only where all its marks are there.

    "digit", "month" and "months" (at least two), "year" and "years" (four digits that may be one), "era",
    "whole" (either of both), "dated" (month or year), "iso", "season", "decade", "holiday", "part" ("early"),
    "about", "days" ("5 to 7"), "ordinal" ("the fifth"), "done" ("attack") and "dash" (between digits);
    "" always.
    """
    months = len(_MONTHS.findall(text))
    has_digit = _DIGIT.search(text) is not None
    is_holiday = any(map(text.__contains__, _HOLIDAYS))
    if not months and not has_digit and not is_holiday:  # half of all sentences
        return _NOTHING
    held = {""}
    if is_holiday:
        held.add("holiday")
    if has_digit:
        held.add("digit")
    if months:
        held.update(("month", "months") if months > 1 else ("month",))
    for name, needs, look in _MARKS:
        if needs in held and look(text):
            held.add(name)
    return frozenset(held)
