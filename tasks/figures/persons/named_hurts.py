"""Single known persons who came to harm by other words than "was wounded": "His colleague lost an eye"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tasks.figures.bound.bind import Binding
from tasks.figures.lines.line import Line
from tasks.figures.lines.predicates import Predicate
from tasks.figures.persons.named import subject
from tasks.figures.persons.named_objects import one_person


def named_hurts(line: Line, predicates: Sequence[Predicate], bound: Sequence[Binding]) -> Iterator[Binding]:
    """Yield one for each person, named or pointed at, who is the subject of such words."""
    for predicate in predicates:
        if predicate.kind != "intransitive" or predicate.property != "injured" or predicate.is_negated:
            continue
        if any(b.predicate == (predicate.first, predicate.last) for b in bound):
            continue
        start, victim_class = subject(line, predicate.first)
        if start is not None:
            yield one_person(start, predicate.first, victim_class, predicate)
