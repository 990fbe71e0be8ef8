"""People who were taken and then killed: "captured seven soldiers and executed all of them"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tasks.figures.bound.bind import Binding
from tasks.figures.lines.figure_words import role
from tasks.figures.lines.line import Line
from tasks.figures.lines.predicates import Predicate
from tasks.figures.persons.taken_and_shot import DEATHS
from tasks.lexicons.violence import ANY, verbs_that, words_of

_TAKES = words_of(verbs_that(("takes",), ANY), "past", "gerund") | role("captures")
_SHOOTS = DEATHS | {"shooting", "hanging", "beheading", "burned", "burnt", "drowned", "stoned"}
_BEFORE = frozenset({"and", "then", "before", "later", "summarily", "subsequently", "by"})
_KILLS = words_of(verbs_that(("kills",)), "past", "gerund")
_REACH = 5  # tokens between the verb of taking and who was taken


def killed_captives_bindings(
    line: Line, predicates: Sequence[Predicate], bound: Sequence[Binding]
) -> Iterator[Binding]:
    """Yield the people whom an earlier verb takes and a verb of killing with "them" kills."""
    if "them" not in line.words or _TAKES.isdisjoint(line.words):
        return
    dead = {b.group.first for b in bound if b.property == "killed"}
    for first, last in [*_killings(line, predicates), *_put_to_death(line)]:
        for group in reversed([g for g in line.groups if g.last <= first]):
            taking = line.words[max(0, group.first - _REACH) : group.first]
            if (
                group.head in ("person", "unknown")
                and (group.quantity.low or 0) > 1
                and not _TAKES.isdisjoint(taking)
            ):
                if group.first not in dead:
                    yield Binding(group, "killed", (first, last), "active")
                break


def _killings(line: Line, predicates: Sequence[Predicate]) -> Iterator[tuple[int, int]]:
    """Yield where a verb of killing has "them", "all of them" or "both of them" behind it."""
    for predicate in predicates:
        is_kill = predicate.property == "killed" and line.word(predicate.core) in _KILLS
        behind = line.words[predicate.last : predicate.last + 3]
        if is_kill and not predicate.is_negated and _is_them(behind):
            yield predicate.first, predicate.last


def _is_them(behind: list[str]) -> bool:
    return behind[:1] == ["them"] or (behind[1:] == ["of", "them"] and behind[0] in ("all", "both"))


def _put_to_death(line: Line) -> Iterator[tuple[int, int]]:
    """Yield where captives are shot: "and shot them", "before shooting all of them"."""
    for at in (i for i, word in enumerate(line.words) if word in _SHOOTS):
        if line.word(at - 1) in _BEFORE and _is_them(line.words[at + 1 : at + 4]):
            after = line.words[at + 2 : at + 4]
            if "in" not in after or "head" in line.words[at + 2 : at + 6]:
                yield at, at + 1
