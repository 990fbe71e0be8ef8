"""People counted beside a figure or by what befell them: "as well as two bombers", "61 injured people"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.figures.bound.bind import Binding
from tasks.figures.lines.line import Group, Line
from tasks.figures.lines.quantity import read_quantity
from tasks.figures.parts.hosts import host_of
from tasks.figures.parts.parts_of_figure import is_own

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
    """Read "two of the dead were foreigners" as a part, "61 injured people were treated" as injured.

    "Three of the 31 wounded" tells the number of all of them as well.
    """
    taken = {b.group.first for b in bound}
    found: list[Binding] = []
    for group in line.groups:
        if group.befallen is None:
            continue
        if group.first not in taken and group.quantity.kind in ("number", "article"):
            span = (group.last - 1, group.last)
            found.append(Binding(group, group.befallen, span, "befallen", is_subset=group.is_partitive))
        whole = _whole_of(line, group) if group.is_partitive else None
        if whole is not None:
            found.append(Binding(whole, group.befallen, (group.last - 1, group.last), "befallen"))
    return found


def _whole_of(line: Line, part: Group) -> Group | None:
    """Return "31 wounded" of "three of the 31 wounded", None where all are not counted."""
    for at in range(part.quantity.last, part.last - 1):
        number = read_quantity(line.words, at)
        if number is not None and number.kind == "number":
            return Group(number.first, part.last, number, "bare", None, "unknown")
    return None
