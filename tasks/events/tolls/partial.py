"""Numbers that say themselves that they are not the whole: "on the spot", "first reports", "may have"."""

from __future__ import annotations

import re
from functools import lru_cache

from tasks.events.tolls.told import ToldFigure

_EARLY = re.compile(
    r"\b(?:first|initial|initially|early|earlier|preliminary|originally|at first|at least \w+ early)"
    r" (?:reports?|counts?|estimates?|tolls?|figures?|reported|said|thought|put|stated|believed)\b"
    r"|\b(?:first|initial|early|preliminary) (?:[\w-]+ ){1,2}(?:reports|counts?|estimates?|tolls?|figures)\b"
    r"|\bearlier,? (?:[\w-]+ ){0,4}had (?:spoken|said|reported|put|given|told|counted)\b"
    r"|\b(?:initially|originally|at first|first (?:given|put|stated|reported|announced|estimated))\b",
    re.IGNORECASE,
)
_PASSING = re.compile(
    r"\b(?:on the spot|outright|instantly|immediately|at the scene|on the day|"
    r"on the (?:first|opening) (?:day|night|evening)|"
    r"died (?:at|in) (?:the |a |an? \w+ )?hospitals?|"
    r"initial (?:\w+ )?(?:attack|battle|blast|gun|gunfire|assault|explosion|bombardment))\b",
    re.IGNORECASE,
)
_MAY_BE = re.compile(
    r"[^.,;:]{0,60}\b(?:may|might|could) (?:also )?have (?:been |also )*(?:killed|died|injured|wounded)\b"
)
_FIRST_HOURS = re.compile(r"\b(?:with)?in the first (?:few )?(?:hours|days)\b", re.IGNORECASE)
# One of these stands wherever one of the patterns matches.
_HINTS = (
    "first", "initial", "earl", "preliminary", "originally", "on the spot", "outright", "instantly",
    "immediately", "at the scene", "on the day", "on the opening", "hospital", "may ", "might ", "could ",
)  # fmt: skip
_CLAUSE_END = re.compile(r"[;:,.]| (?:and|but|while) ")


def says_partial(told: ToldFigure) -> bool:
    """Whether the words around a figure say that it is a first count, a part, or no more than possible."""
    number = told.figure.number
    return _says_partial(told.words, number.start - told.offset, number.end - told.offset)


@lru_cache(maxsize=1024)  # a figure is asked for each toll
def _says_partial(words: str, start: int, end: int) -> bool:
    lowered = words.lower()
    if not any(map(lowered.__contains__, _HINTS)):  # nearly always
        return False
    clause = _CLAUSE_END.split(words[end:], maxsplit=1)[0]
    return bool(
        _PASSING.search(clause)
        or _EARLY.search(words[:start])
        or _FIRST_HOURS.search(words)
        or _MAY_BE.match(words, end)
    )
