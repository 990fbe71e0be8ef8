"""People counted beside a figure or by what befell them: "as well as two bombers", "61 injured people"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.figures.bind import Binding
from tasks.figures.line import Line
from tasks.figures.parts import host_of, is_own

_AS_WELL = ("as", "well", "as")
_BESIDE = {("along", "with"), ("together", "with"), ("addition", "to")}


def beside_bindings(line: Line, bound: Sequence[Binding]) -> list[Binding]:
    """Read "six people were killed, as well as two of the bombers": more of the same."""
    found: list[Binding] = []
    taken = {b.group.first for b in bound}
    for group in line.groups:
        before = tuple(line.words[max(0, group.first - 3) : group.first])
        if (
            group.first in taken
            or group.head != "person"
            or not (before == _AS_WELL or before[1:] in _BESIDE)
        ):
            continue
        host = host_of(line, bound, group.first - 3)
        if host is not None and not is_own(line, group):
            found.append(Binding(group, host.property, host.predicate, "beside", host.is_negated))
    return found


def befallen_bindings(line: Line, bound: Sequence[Binding]) -> list[Binding]:
    """Read "two of the dead were foreigners" as a part, "61 injured people were treated" as injured."""
    taken = {b.group.first for b in bound}
    return [
        Binding(g, g.befallen, (g.last - 1, g.last), "befallen", is_subset=g.is_partitive)
        for g in line.groups
        if g.first not in taken and g.befallen and g.quantity.kind in ("number", "article")
    ]
