"""Ordinals that count one more: "a sixth man died", "a thirty-first, a boy of nine", "an 11th victim"."""

from __future__ import annotations

from functools import lru_cache

from tasks.figures.lines import numbers

_ONES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENS = (
    "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth",
)  # fmt: skip
_UNITS = {word: n for n, word in enumerate((*_ONES, *_TEENS), 1)}
_SUFFIXES = ("st", "nd", "rd", "th")


@lru_cache(maxsize=1024)
def ordinal(word: str) -> int | None:
    """Return the number of an ordinal from the second on (lower case), None for any other word."""
    if not word.endswith(_SUFFIXES):
        return None
    if word[:-2].isdecimal():
        number = int(word[:-2])
    elif word in _UNITS:
        number = _UNITS[word]
    elif word.endswith("tieth"):
        number = numbers.word(f"{word[:-4]}y") or 0
    else:
        tens, _, ones = word.partition("-")
        is_both = tens.endswith("ty") and ones in _ONES
        number = (numbers.word(tens) or 0) + _UNITS[ones] if is_both else 0
    return number if number > 1 else None
