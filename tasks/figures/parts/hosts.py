"""The whole that a part belongs to: the nearest figure whose people stand before it."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.figures.bound.bind import Binding
from tasks.figures.lines.line import Group, Line


def host_of(line: Line, bound: Sequence[Binding], at: int, parts: Sequence[Binding] = ()) -> Binding | None:
    """Return the figure that a part belongs to: the nearest one whose people or parts stand before it."""
    before = [b for b in bound if b.group.first < at and not b.is_subset]
    if not before:
        return None
    nearest = max(before, key=lambda b: b.group.first)
    end = max(nearest.group.last, nearest.predicate[1] if nearest.predicate[1] <= at else 0)
    end = max([end, *(b.group.last for b in parts if end < b.group.last <= at)])
    gap = line.words[end:at]
    if any(_are_others(g, end, at) for g in line.groups):
        return None
    return nearest if len(gap) <= 8 and ";" not in gap else None


def _are_others(group: Group, start: int, end: int) -> bool:
    """Say whether a group right before a part is another whole: "eight suspects, among whom were two"."""
    counted = group.quantity.kind == "number" and group.head == "person"
    return counted and start <= group.first and end - 2 <= group.last <= end
