"""Pairing labelled statements with given ones, and counting what was found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from benchmarks.accuracy.tokens import overlap

FOUND = 0.5  # from this overlap on two texts are the same statement


@dataclass(frozen=True, slots=True)
class Count:
    """How many items were right, how many were given, how many are labelled."""

    hits: int = 0
    given: int = 0
    gold: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.hits + other.hits, self.given + other.given, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """Share of what was given that is right; 0.0 if nothing was given."""
        return self.hits / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        """Share of the labels that was found; 0.0 without labels."""
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def share(hits: int, of: int) -> Count:
    """Return the count of a measure that is a plain share: precision and recall are the same."""
    return Count(hits, of, of)


def yes_or_no(right: bool) -> Count:
    """Return the count of one field that is right or wrong."""
    return share(int(right), 1)


class Pair(NamedTuple):
    """A given item that was paired, and how much its words overlap."""

    given: int
    overlap: float


def pair(
    gold: Sequence[Sequence[str]], given: Sequence[Sequence[str]], floor: float = FOUND
) -> Mapping[int, Pair]:
    """Return the partner of each labelled item that has one, by index.

    Best overlaps are paired first, each item once; of equal overlaps the earlier items win.
    """
    candidates = sorted(
        (-score, i, j)
        for i, wanted in enumerate(gold)
        for j, got in enumerate(given)
        if (score := overlap(wanted, got)) >= floor
    )
    pairs: dict[int, Pair] = {}
    taken: set[int] = set()
    for negative, i, j in candidates:
        if i not in pairs and j not in taken:
            pairs[i] = Pair(j, -negative)
            taken.add(j)
    return pairs
