"""Words that guess at the number before a phrase: "at least 20 | villagers", "a total of 31 | recruits"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.lexicons.construction_words import words
from tasks.model.document import Token

_COUNTING = words("counting")
_NUMERALS = words("numeral")
_MANY = frozenset(("dozen", "dozens", "hundred", "hundreds", "thousand", "thousands", "scores", "tens"))
_LONGEST = 5  # tokens of "close to as many as"


def behind_count(tokens: Sequence[Token], at: int) -> int:
    """Return where the counted phrase begins behind words that guess at its number, else `at`.

    "between 40 and | 60 prisoners": what stands before the last number is passed over.
    """
    if at >= len(tokens) or tokens[at].lower not in _COUNTING:
        return at
    for i in range(at, min(at + _LONGEST, len(tokens) - 1)):
        if _is_number(tokens[i]):
            is_range = tokens[i + 1].lower in ("and", "to", "or", "–", "-") and i + 2 < len(tokens)
            return i + 2 if is_range and _is_number(tokens[i + 2]) else i
        if tokens[i].lower not in _COUNTING:
            return at
    return at


def _is_number(token: Token) -> bool:
    return token.kind == "number" or token.lower in _NUMERALS or token.lower in _MANY
