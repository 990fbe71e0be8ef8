"""Classes of words by which cells of events are read: the weapon, the conflict an event belongs to."""

from __future__ import annotations

from functools import cache

from tasks.lexicons.load import load


@cache
def cell_words(kind: str) -> frozenset[str]:
    """Return the words of one class of `cell_words.csv`.

    Raises:
        KeyError: if there is no such class.
    """
    found = frozenset(row["word"] for row in load("cell_words") if row["class"] == kind)
    if not found:
        raise KeyError(kind)
    return found
