"""Who was killed together with one person: "Quist was killed along with two guards" are three."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tasks.figures.bind import Binding
from tasks.figures.line import Group, Line

_WITH = {("along", "with"), ("together", "with")}
_OTHERS = frozenset(("other", "others"))
_ENDS = frozenset((";", ".", ":", "who", "which", "that", "when", "while", "but", "and", "after", "before"))
_REACH = 16  # tokens between a verb and the company: "killed by a car bomb in Osk, together with 18 others"


def with_company(line: Line, bound: Sequence[Binding]) -> list[Binding]:
    """Return the bindings with those who shared the fate of a named person, who is counted with them then."""
    found = list(bound)
    taken = {b.group.first for b in bound}
    for at, host in enumerate(bound):
        if host.rule != "named" or host.property != "killed":
            continue
        group = _company(line, max(host.predicate[1], host.group.last))
        if group is None or group.head != "person" or group.first in taken or not group.quantity.low:
            continue
        more = replace(group, quantity=replace(group.quantity, is_additional=True))
        found[at] = replace(host, rule="passive")
        found.append(Binding(more, "killed", host.predicate, "beside", host.is_negated))
    return found


def _company(line: Line, end: int) -> Group | None:
    """Return the people with whom one was killed: behind the verb, or further on in its clause.

    "With" alone joins nobody but others: "killed with a knife", "was shot with two others".
    """
    for at in range(end, min(end + _REACH, len(line.words))):
        if line.word(at) in _ENDS:
            return None
        if line.word(at) != "with":
            continue
        group = line.group_at(at + 1)
        if group is None:
            continue
        is_joined = tuple(line.words[at - 1 : at + 1]) in _WITH
        if is_joined or not _OTHERS.isdisjoint(line.words[group.first : group.last + 1]):
            return group
    return None
