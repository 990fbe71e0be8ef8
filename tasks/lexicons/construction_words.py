"""Closed classes of words that the constructions of places and parties are made of."""

from __future__ import annotations

from functools import cache

from tasks.lexicons.implied import implied
from tasks.lexicons.load import load


@cache
def words(kind: str) -> frozenset[str]:
    """Return the words of one class of `construction_words.csv`, with the verbs and nouns of violence of it.

    Raises:
        KeyError: if there is no such class.
    """
    found = frozenset(row["word"] for row in load("construction_words") if row["class"] == kind)
    found |= implied("construction_words", kind)
    if not found:
        raise KeyError(kind)
    return found
