"""Who was killed together with one person: "Quist was killed along with two guards" are three."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tasks.figures.bind import Binding
from tasks.figures.line import Line

_WITH = {("along", "with"), ("together", "with")}


def with_company(line: Line, bound: Sequence[Binding]) -> list[Binding]:
    """Return the bindings with those who shared the fate of a named person, who is counted with them then."""
    found = list(bound)
    taken = {b.group.first for b in bound}
    for at, host in enumerate(bound):
        if host.rule != "named" or host.property != "killed":
            continue
        end = max(host.predicate[1], host.group.last)
        end += line.word(end) == ","
        group = line.group_at(end + 2) if tuple(line.words[end : end + 2]) in _WITH else None
        if group is None or group.head != "person" or group.first in taken or not group.quantity.low:
            continue
        more = replace(group, quantity=replace(group.quantity, is_additional=True))
        found[at] = replace(host, rule="passive")
        found.append(Binding(more, "killed", host.predicate, "beside", host.is_negated))
    return found
