"""What opens a chain of place names and is no place: words that describe, a ruler whose government acts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tasks.lexicons.construction_words import words
from tasks.model.document import Token
from tasks.model.order import START
from tasks.places.place_name import PlaceName

_PREPOSITIONS = words("place_preposition")
_LINKS = frozenset(("of", "and", "de", "la", "le", "el", "al", "bin", "on", "upon", "sur", "the", "ed", "a"))
_RULES = frozenset(
    ("government", "regime", "rule", "presidency", "dictatorship", "administration", "command")
)
_LIMIT = 9  # tokens of a description


def behind_description(tokens: Sequence[Token]) -> int:
    """Return where names may begin in a value that opens with other words, 0 without such.

    "In front of Osk station", "First clashes in Osk".
    """
    if len(tokens) < 3 or not tokens[1].text.islower() or tokens[1].lower in _LINKS:
        return 0
    if tokens[0].lower not in _PREPOSITIONS and tokens[1].lower in _PREPOSITIONS:
        return 0
    return next((i + 1 for i, t in enumerate(tokens[:_LIMIT]) if i and t.lower in _PREPOSITIONS), 0)


def is_of_ruler(tokens: Sequence[Token], name: PlaceName) -> bool:
    """Whether a name of several words is whose rule it is: "forces of the government of Omar Day in Osk"."""
    at = bisect_left(tokens, name.span.start, key=START)
    is_rule = at > 1 and tokens[at - 1].lower == "of" and tokens[at - 2].lower in _RULES
    return is_rule and name.part is None and " " in name.text
