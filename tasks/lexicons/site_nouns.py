"""Nouns for kinds of places, each declared once in `sites.csv`, by what reads them."""

from __future__ import annotations

from functools import cache

from tasks.lexicons.load import load


@cache
def place_nouns() -> dict[str, str]:
    """Return the nouns for where something happened, each with the administrative unit that it designates."""
    return {row["noun"]: row["part"] for row in load("sites") if row["reads"] != "target"}


@cache
def attacked_nouns() -> frozenset[str]:
    """Return the nouns, of one word, for buildings and installations that are attacked: "hotel", "café"."""
    return frozenset(noun for noun in _attacked() if " " not in noun)


@cache
def attacked_pairs() -> frozenset[tuple[str, str]]:
    """Return those of two words of which the second alone may be something else: ("apartment", "block")."""
    return frozenset((a, b) for noun in _attacked() if " " in noun for a, b in [noun.split()])


def _attacked() -> list[str]:
    return [row["noun"] for row in load("sites") if not row["part"] and row["reads"] != "area"]


def is_attacked_noun(word: str) -> bool:
    """Whether a word in lower case is such a noun of one word, in the singular or plural."""
    names = attacked_nouns()
    return any(w in names for w in _singulars(word))


def is_attacked_pair(first: str, second: str) -> bool:
    """Whether two words in lower case are such a noun, the second in the singular or plural."""
    return second in _seconds() and any((first, w) in attacked_pairs() for w in _singulars(second))


@cache
def _seconds() -> frozenset[str]:
    words = {second for _, second in attacked_pairs()}
    return frozenset(words | {f"{w}s" for w in words} | {f"{w.removesuffix('y')}ies" for w in words})


def _singulars(word: str) -> tuple[str, ...]:
    return word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ies") + "y"
