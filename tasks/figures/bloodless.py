"""Events that cost no life: "a bloodless coup", "the takeover was bloodless"."""

from __future__ import annotations

from collections.abc import Iterator

from tasks.figures.bind import Binding
from tasks.figures.line import Group, Line
from tasks.figures.quantity import Quantity

BLOODLESS = "bloodless"
_NEARLY = frozenset(
    {"nearly", "almost", "relatively", "largely", "mostly", "virtually", "not", "practically"}
)
_SEIZURES = frozenset({"coup", "coups", "putsch", "takeover", "revolution", "revolt", "seizure", "capture"})


def bloodless_bindings(line: Line) -> Iterator[Binding]:
    """Yield none killed for what is said to have been bloodless, and not nearly so."""
    if BLOODLESS not in line.words:
        return
    at = line.words.index(BLOODLESS)
    if line.word(at - 1) in _NEARLY or _SEIZURES.isdisjoint(line.words):
        return
    quantity = Quantity(at, at, at + 1, "none", 0, 0, "exact")
    yield Binding(
        Group(at, at + 1, quantity, "person", (at, at + 1), "unknown"), "killed", (at, at + 1), "count"
    )
