"""Numbers of people: each is written in its passage, and low, high and qualifier fit together."""

from __future__ import annotations

import re

from tasks.validate.checks.check import Check, Found
from tasks.validate.staged import Staged

_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS = {word: n for n, word in enumerate(_ONES)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}
_SCALES = {
    "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000,
    "dozen": 12, "score": 20, "couple": 2, "pair": 2, "both": 2, "twin": 2, "trio": 3,
}  # fmt: skip
_TOKEN = re.compile(r"\d[\d,.  ]*\d|\d|[^\W\d_]+")


def numbers_in(words: str) -> set[int]:
    """Return every whole number that words can be read to state, in digits or in English.

    Generous on purpose: it must find each number that is there, and may find some that are meant
    otherwise.  "1,008", "twenty-five", "a hundred and two", "two dozen", "1.5 million".
    """
    found: set[int] = set()
    total, run = 0.0, 0.0  # what stands before the last "thousand", and after it
    for token in _TOKEN.findall(words.lower()):
        word = token if token in _WORDS else token.removesuffix("s")
        if token[0].isdecimal():
            found |= _digits(token)
            run = _decimal(token)
        elif word in _WORDS:
            run = run % 1000 + _WORDS[word] if run >= 20 and run % 10 == 0 else _WORDS[word]
        elif word in _SCALES:
            run = (run or 1) * _SCALES[word]
        else:
            if token not in ("and", "a", "an"):
                total, run = 0.0, 0.0
            continue
        found |= {int(run), int(total + run)}
        if word in _SCALES and _SCALES[word] >= 1000:
            total, run = total + run, 0.0
    return found


def _decimal(token: str) -> float:
    """Return the number that digits give if commas are separators and a full stop is a point."""
    whole, _, fraction = re.sub(r"[^\d.]", "", token).partition(".")
    return float(f"{whole}.{re.sub(r'[^0-9]', '', fraction) or 0}")


def _digits(token: str) -> set[int]:
    """Return the numbers that digits with separators can mean: "1,008" is 1008, or 1 and 8."""
    return {int(re.sub(r"\D", "", token)), *(int(part) for part in re.split(r"\D+", token) if part)}


_ONE = re.compile(
    r"\b(an?|one|another|single|sole|only|s?he|him|her|his|himself|herself|the|first|second|third|last|who|also)\b",
    re.I,
)
_NONE = re.compile(r"\b(no|none|nobody|neither|without|not|zero|nil|never)\b", re.I)


def _number_is_written(staged: Staged) -> Found:
    columns = staged.rows(
        "figures", "value_low", "value_high", "article_id", "char_start", "char_end", "is_named"
    )
    for row, (low, high, article, start, end, is_named) in enumerate(columns):
        wanted = {low, high} - {None}
        if is_named or not wanted:
            continue
        text = staged.text.get(article, "")
        missing = {number for number in wanted if not _is_written(number, text, start, end)}
        if missing:
            yield row, f"{sorted(missing)} in {text[start:end]!r}"


def _is_written(number: int, text: str, start: int, end: int) -> bool:
    """Say whether a number stands in the passage or, where words are shared, in its paragraph."""
    line = text[text.rfind("\n", 0, start) + 1 : (text.find("\n", end) + 1 or len(text) + 1) - 1]
    if number == 0 and _NONE.search(line):
        return True
    if number == 1 and (_ONE.search(line) or _has_a_name(text[start:end])):
        return True
    return number in numbers_in(text[start:end]) or number in numbers_in(line)


def _has_a_name(words: str) -> bool:
    return any(word[:1].isupper() for word in words.split())


def _qualifier_fits(staged: Staged) -> Found:
    columns = staged.rows("figures", "value_low", "value_high", "value_qualifier")
    for row, (low, high, qualifier) in enumerate(columns):
        fits = {
            "exact": low is not None and low == high,
            "approx": low is not None or high is not None,
            "range": low is not None and high is not None and low < high,
            "at_least": low is not None and high is None,
            "at_most": low is None and high is not None,
            "vague": low is None and high is None,
        }
        if not fits.get(qualifier, True):
            yield row, f"{low}, {high}, {qualifier}"


def _within_claim(staged: Staged) -> Found:
    claims = {
        claim: (min(start, first), max(end, first + len(sentence)))
        for claim, start, end, first, sentence in staged.rows(
            "claims", "claim_id", "char_start", "char_end", "sentence_start", "sentence"
        )
    }
    for row, (claim, start, end) in enumerate(staged.rows("figures", "claim_id", "char_start", "char_end")):
        first, last = claims.get(claim, (start, end))
        if not first <= start <= end <= last:
            yield row, f"{start}..{end} is not within {first}..{last} of {claim}"


CHECKS = (
    Check(
        "number_is_written",
        "figures",
        ("value_low", "value_high", "char_start", "char_end", "articles.text"),
        "Each number is written, in digits or words, in the figure's passage or its paragraph.",
        _number_is_written,
    ),
    Check(
        "qualifier_fits_the_bounds",
        "figures",
        ("value_low", "value_high", "value_qualifier"),
        "exact has equal bounds, range two, at_least a lower, at_most an upper, vague none.",
        _qualifier_fits,
    ),
    Check(
        "figure_lies_in_its_claim",
        "figures",
        ("char_start", "char_end", "claims.char_start", "claims.sentence_start"),
        "A figure stands within its claim's sentence or content.",
        _within_claim,
    ),
)
