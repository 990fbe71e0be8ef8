"""Classes of words by which cells of events are read: the weapon, the conflict an event belongs to."""

from __future__ import annotations

from tasks.lexicons.classes import classes


def cell_words(kind: str) -> frozenset[str]:
    """Return the words of one class of `cell_words.csv`.

    Raises:
        KeyError: if there is no such class.
    """
    return classes("cell_words")[kind]
