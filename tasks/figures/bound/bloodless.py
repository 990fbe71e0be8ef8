"""Events that cost no life: "a bloodless coup", "the takeover was bloodless", "without loss of life"."""

from __future__ import annotations

from collections.abc import Iterator

from tasks.figures.bound.bind import Binding
from tasks.figures.lines.line import Group, Line
from tasks.figures.lines.quantity import Quantity
from tasks.lexicons.construction_words import words

BLOODLESS = "bloodless"
_NEARLY = frozenset(
    {"nearly", "almost", "relatively", "largely", "mostly", "virtually", "not", "practically"}
)
_SEIZURES = words("rising") | {"seizure", "capture"}


def bloodless_bindings(line: Line) -> Iterator[Binding]:
    """Yield none killed for what is said to have been bloodless, and not nearly so."""
    yield from _without_loss(line)
    if BLOODLESS not in line.words:
        return
    at = line.words.index(BLOODLESS)
    if line.word(at - 1) in _NEARLY or _SEIZURES.isdisjoint(line.words):
        return
    quantity = Quantity(at, at, at + 1, "none", 0, 0, "exact")
    yield Binding(
        Group(at, at + 1, quantity, "person", (at, at + 1), "unknown"), "killed", (at, at + 1), "count"
    )


_LOSS = ["loss", "of", "life"]
_WITHOUT = (["without"], ["with", "no"], ["without", "any"], ["was", "no"])


def _without_loss(line: Line) -> Iterator[Binding]:
    """Yield none killed for what happened "without loss of life"."""
    if "loss" not in line.words:
        return
    at = line.words.index("loss")
    if line.words[at : at + 3] == _LOSS and any(line.words[max(0, at - len(w)) : at] == w for w in _WITHOUT):
        quantity = Quantity(at, at, at + 1, "none", 0, 0, "exact")
        group = Group(at, at + 1, quantity, "person", (at, at + 1), "unknown")
        yield Binding(group, "killed", (at, at + 3), "count")
