"""Numbers in digits and in English words."""

from __future__ import annotations

import re

UNITS: dict[str, int] = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "zero": 0,
}  # fmt: skip
TENS: dict[str, int] = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
SCALES: dict[str, int] = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}
DOZEN = 12
_ALONE = UNITS.keys() | TENS.keys()  # words that are a number
# Groups of three after the first, parted by a comma or a thin or non-breaking space: "2,5" is no number.
_DIGITS = re.compile(r"\d{1,3}(?:[,\u00a0\u2009\u202f]\d{3})+|\d+")
_DECIMAL = re.compile(r"\d{1,3}\.\d{1,2}")
_LIMIT = 10**10


def digits(text: str) -> int | None:
    """Return the value of a number in digits ("1,008" 1008), or None ("2,5", "20:02", "3rd")."""
    if not text[:1].isdigit():
        return None
    if text.isdecimal():
        value = int(text)
    elif _DIGITS.fullmatch(text):
        value = int(re.sub(r"\D", "", text))
    else:
        return None
    return value if value < _LIMIT else None


def word(text: str) -> int | None:
    """Return the value of one number word below a hundred ("seven", "forty-six"), or None."""
    if text in UNITS:
        return UNITS[text]
    if text in TENS:
        return TENS[text]
    if "-" not in text:
        return None
    tens, _, units = text.partition("-")
    if tens in TENS and 0 < UNITS.get(units, 0) < 10:
        return TENS[tens] + UNITS[units]
    return None


def read(words: list[str], at: int) -> tuple[int, int] | None:
    """Read a number that starts at words[at]; return its value and the index after it, or None.

    "two hundred and five", "1.2 million", "a hundred" (with its article), "three dozen", "half a million".
    """
    if at >= len(words):
        return None
    first = words[at]
    if first in ("a", "the"):
        return _behind_article(words, at)
    if first == "half" and at + 2 < len(words) and words[at + 1] == "a":
        scale = DOZEN if words[at + 2] == "dozen" else SCALES.get(words[at + 2], 0)
        return (scale // 2, at + 3) if scale else None
    if first in ("half-dozen", "half-a-dozen"):
        return 6, at + 1
    return _whole(words, at)


def _behind_article(words: list[str], at: int) -> tuple[int, int] | None:
    """Read "a single", "a hundred", "the dozen", "a 200 ..."; an article alone is no number."""
    following = words[at + 1] if at + 1 < len(words) else ""
    if following in SCALES or following == "dozen":
        return SCALES.get(following, DOZEN), at + 2
    if words[at] == "a" and following == "single":
        return 1, at + 2
    if words[at] == "a" and (digits(following) or 0) >= 100:
        return _whole(words, at + 1)
    return None


def _whole(words: list[str], at: int) -> tuple[int, int] | None:
    first = words[at]
    if first not in _ALONE and not first[0].isdigit() and "-" not in first:
        return None  # as `digits`, `word` and a decimal need
    total, current, end, seen = 0, 0, at, False
    while end < len(words):
        text = words[end]
        value = digits(text)
        if value is not None and seen:
            break
        value = word(text) if value is None else value
        if value is None and not seen and text[:1].isdigit() and _DECIMAL.fullmatch(text):
            return _decimal(words, end)
        if value is not None:
            if seen and current % 100 and not (current % 10 == 0 and value < 10):
                break
            current += value
        elif seen and text in SCALES:
            if text == "hundred":
                current *= 100
            else:
                total, current = total + current * SCALES[text], 0
        elif seen and text == "dozen":
            return current * DOZEN, end + 1
        elif seen and text == "and" and end > at and words[end - 1] in SCALES and end + 1 < len(words):
            if word(words[end + 1]) is None or (end + 2 < len(words) and words[end + 2] in SCALES):
                break
        else:
            break
        seen, end = True, end + 1
    return (total + current, end) if seen else None


def _decimal(words: list[str], at: int) -> tuple[int, int] | None:
    if at + 1 < len(words) and words[at + 1] in ("thousand", "million"):
        return round(float(words[at]) * SCALES[words[at + 1]]), at + 2
    return None
