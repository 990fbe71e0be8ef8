"""Who only was in a place: "a hall formerly occupied by X", "the ground floor was occupied by a club"."""

from __future__ import annotations

from collections.abc import Sequence

_MEANWHILE = frozenset(
    ("previously", "formerly", "originally", "currently", "once", "now", "then", "still", "partly")
)
_PREMISES = frozenset(("floor", "floors", "storey", "space", "flat", "apartment", "premises", "shop"))
_WITHIN = 7  # tokens of "the ground floor of the house was"


def tells_tenant(lower: Sequence[str], at: int) -> bool:
    """Whether "occupied" at a place among words (lower case) tells who was there, not who took it."""
    if lower[at] != "occupied" or not at:
        return False
    return lower[at - 1] in _MEANWHILE or not _PREMISES.isdisjoint(lower[max(0, at - _WITHIN) : at])
