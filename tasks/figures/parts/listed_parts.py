"""Parts behind a colon: "ten were wounded: two Americans and eight Britons"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.figures.bound.bind import Binding
from tasks.figures.lines.line import Line
from tasks.figures.parts.hosts import host_of
from tasks.figures.parts.parts_of_figure import row


def listed_bindings(line: Line, bound: Sequence[Binding]) -> list[Binding]:
    """Read "ten were wounded: two Americans and eight Britons": behind a colon, parts that make the whole."""
    found: list[Binding] = []
    for at in (i for i, word in enumerate(line.words) if word == ":"):
        host = host_of(line, bound, at)
        group = line.group_at(at + 1)
        if host is None or group is None or host.group.quantity.kind != "number":
            continue
        members = row(line, group)
        known = {b.group.first for b in bound}
        if len(members) > 1 and sum(g.quantity.low or 0 for g in members) == host.group.quantity.low:
            found += [
                Binding(g, host.property, host.predicate, "including", host.is_negated, is_subset=True)
                for g in members
                if g.first not in known
            ]
    return found
