"""Classes of words that the constructions of places, events and parties are made of."""

from __future__ import annotations

from functools import cache

from tasks.lexicons.classes import classes
from tasks.lexicons.implied import implied


@cache
def words(kind: str) -> frozenset[str]:
    """Return the words of one class of `construction_words.csv`, with the verbs and nouns of violence of it.

    Raises:
        KeyError: if there is no such class.
    """
    found = classes("construction_words").get(kind) or implied("construction_words", kind)
    if not found:
        raise KeyError(kind)
    return found
