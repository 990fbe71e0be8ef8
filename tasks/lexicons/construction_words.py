"""Classes of words that the constructions of places, events and parties are made of."""

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
    found = frozenset(_listed().get(kind, ())) | implied("construction_words", kind)
    if not found:
        raise KeyError(kind)
    return found


@cache
def _listed() -> dict[str, set[str]]:
    """Return all classes at once: a hundred rules ask for one each while they are imported."""
    classes: dict[str, set[str]] = {}
    for row in load("construction_words"):
        classes.setdefault(row["class"], set()).add(row["word"])
    return classes
