"""Ranks in the plural before names: "Generals Quist and Vell"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.actors.known.name_words import heads, name_words, titles

_PEERS = frozenset(("baron", "count", "duke", "earl", "viscount"))
_LONGEST = 4  # words of a rank and a name
_NOT_WITHIN = frozenset(("and", "for", "in", "of"))


def are_of_rank(lower: Sequence[str]) -> bool:
    """Say whether the first word of a run is a rank of several, of whom the first is named behind it.

    Args:
        lower: the run's words in lower case.
    """
    first = lower[0]
    if first[-1] != "s" or first in heads() or len(lower) > _LONGEST:
        return False
    if titles().get(first[:-1]) != "rank" and first[:-1] not in _PEERS:
        return False
    return not any(w in heads() or w in _NOT_WITHIN or w in name_words() for w in lower[1:])
