"""Who shared the fate told before: "two were killed, as was a stewardess", "as did three others"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tasks.figures.bound.bind import Binding
from tasks.figures.lines.figure_words import people
from tasks.figures.lines.line import Group, Line
from tasks.figures.lines.quantity import Quantity
from tasks.figures.persons.named_objects import definite_object

_AS = frozenset({"as"})
_DO = frozenset({"was", "were", "did"})
_RULES = frozenset({"passive", "intransitive", "named", "beside"})


def likewise_bindings(line: Line, bound: Sequence[Binding]) -> Iterator[Binding]:
    """Yield who is told behind "as was", "as were" or "as did" to have been killed or hurt as well."""
    if _AS.isdisjoint(line.words):
        return
    taken = {b.group.first for b in bound}
    for at in (i for i, word in enumerate(line.words) if word == "as" and line.word(i + 1) in _DO):
        hosts = [b for b in bound if b.predicate[1] <= at and b.property in ("killed", "injured")]
        host = max(hosts, key=lambda b: b.predicate[1], default=None)
        if host is None or host.is_negated or host.is_subset or host.rule not in _RULES:
            continue
        group = line.group_at(at + 2)
        if group is not None and group.first not in taken and (group.quantity.low or 0) > 0:
            quantity = replace(group.quantity, is_additional=True)
            more = replace(group, quantity=quantity)
            yield Binding(more, host.property, (at, at + 2), "beside")
        elif group is None and (end := definite_object(line, at + 2)):
            is_more = host.rule != "named"
            quantity = Quantity(at + 2, at + 2, end, "article", 1, 1, "exact", is_additional=is_more)
            one = Group(at + 2, end, quantity, "person", (at + 2, end), people()[line.words[end - 1]][1])
            yield Binding(one, host.property, (at, at + 2), "beside" if is_more else "named")
