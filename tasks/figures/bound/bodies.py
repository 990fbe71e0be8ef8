"""Bodies that are counted with whose they are: "found 12 bodies of civilians", "six bodies of soldiers"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tasks.figures.bound.bind import Binding
from tasks.figures.lines import figure_words as v
from tasks.figures.lines.line import Group, Line
from tasks.figures.lines.quantity import read_quantity

_BODIES = frozenset({"bodies", "corpses"})
_STATES = frozenset({"dead", "charred", "burned", "burnt", "mutilated", "decomposed", "headless", "lifeless"})


def bodies_bindings(line: Line, bound: Sequence[Binding]) -> Iterator[Binding]:
    """Yield the number before "bodies of", whose "of" counts nobody: so many are dead."""
    if _BODIES.isdisjoint(line.words):
        return
    taken = {b.group.first for b in bound}
    for at in (i for i, word in enumerate(line.words) if word in _BODIES and line.word(i + 1) == "of"):
        end = at
        while line.word(end - 1) in _STATES or line.word(end - 1).endswith("-riddled"):
            end -= 1
        quantity = next((g.quantity for g in line.groups if g.quantity.last == end), None)
        quantity = quantity or (read_quantity(line.words, end - 1) if end else None)
        if quantity is None or quantity.kind != "number" or quantity.last != end or quantity.first in taken:
            continue
        whose = v.people().get(line.word(at + 2), ("", "unknown"))[1]
        yield Binding(
            Group(quantity.first, at + 1, quantity, "person", (end, at + 1), whose),
            "killed",
            (at, at + 1),
            "count",
        )
