"""Gatherings that were broken up: "to disperse a sit-in by protesters" names who held it, not who struck.

And coups that failed: "was put down by loyal troops" names who ended one, not who made it.
"""

from __future__ import annotations

from collections.abc import Sequence

from tasks.lexicons.construction_words import words

_COUPS = words("coup") | {"it"}
_GATHERINGS = frozenset(
    ("sit-in", "protest", "protests", "demonstration", "demonstrations", "rally", "march", "strike", "picket")
)
_DISPERSES = frozenset(
    ("disperse", "dispersed", "dispersing", "break", "broke", "suppress", "suppressed", "quell", "end",
     "clear")
)  # fmt: skip
_NEAR = 6  # tokens from the verb to "by"


def is_held_by(before: Sequence[str]) -> bool:
    """Whether "by" behind these words names who held a gathering that others broke up."""
    return bool(before) and before[-1] in _GATHERINGS and not _DISPERSES.isdisjoint(before[-_NEAR:])


def is_put_down(before: Sequence[str]) -> bool:
    """Whether "by" behind these words names who put down a coup."""
    return list(before[-2:]) == ["put", "down"] and not _COUPS.isdisjoint(before)
