"""Constructions that tell of single known persons, in their order: each sees what those before it counted."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.figures.bound.bind import Binding
from tasks.figures.bound.bloodless import bloodless_bindings
from tasks.figures.lines.line import Line
from tasks.figures.lines.predicates import Predicate
from tasks.figures.persons.killed_along_with import with_company
from tasks.figures.persons.likewise import likewise_bindings
from tasks.figures.persons.mixed_rows import mixed_row_bindings
from tasks.figures.persons.named import named_bindings
from tasks.figures.persons.named_deaths import named_deaths
from tasks.figures.persons.named_hurts import named_hurts
from tasks.figures.persons.only_victim import only_victim_bindings
from tasks.figures.persons.slain_bodies import slain_body_bindings


def with_single_persons(line: Line, predicates: Sequence[Predicate], bound: list[Binding]) -> list[Binding]:
    """Return the bindings with persons who are named or pointed at, alone or beside those counted."""
    bound = [*bound, *named_bindings(line, predicates, bound)]
    bound += named_deaths(line, predicates, bound)
    bound += named_hurts(line, predicates, bound)
    bound += bloodless_bindings(line)
    bound += only_victim_bindings(line, bound)
    bound += likewise_bindings(line, bound)
    bound = with_company(line, bound)
    bound += mixed_row_bindings(line, predicates, bound)
    return [*bound, *slain_body_bindings(line, bound)]
