"""Nouns for what violence is done with, from `weapons.csv`, by their last word."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from tasks.lexicons.load import load

# The words before the last one, the nearest first read last, and the means of the whole.
_Entry = tuple[tuple[str, ...], str]


@cache
def weapon_heads() -> frozenset[str]:
    """Return the words, lower case, with which the name of a weapon ends."""
    return frozenset(_by_last())


def means_at(lower: tuple[str, ...], at: int) -> str | None:
    """Return by what means the weapon works whose last word is at a place, None if it is no weapon.

    The longest name decides: a "mortar bomb" is no bomb that somebody planted, a "metal bar" no bar.
    """
    for before, means in _by_last().get(lower[at], ()):
        if at >= len(before) and lower[at - len(before) : at] == before:
            return means
    return None


@cache
def _by_last() -> Mapping[str, tuple[_Entry, ...]]:
    found: dict[str, list[_Entry]] = {}
    for row in load("weapons"):
        for form in (row["noun"], row["plural"]):
            if form:
                *before, last = form.lower().split(" ")
                found.setdefault(last, []).append((tuple(before), row["means"]))
    return {last: tuple(sorted(some, key=lambda e: -len(e[0]))) for last, some in found.items()}
