"""People who were taken somewhere and shot: "48 men were taken from their homes to the bridge and shot"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tasks.figures.bound.bind import Binding
from tasks.figures.lines import figure_words as v
from tasks.figures.lines.line import Line
from tasks.figures.lines.predicates import Predicate
from tasks.figures.lines.subjects import subjects
from tasks.figures.persons.named import subject
from tasks.figures.persons.named_objects import MONTHS, one_person

_TAKEN = v.role("taken_away")
DEATHS = frozenset({"shot", "hanged", "beheaded", "bayoneted", "machine-gunned"})
_LATER = frozenset({"later", "subsequently", "summarily", "then", "immediately"})
_REACH = 20  # words between the two verbs
_SURVIVED = frozenset({"wounded", "injured", "survived", "at", "in", "dead"})


def put_to_death_bindings(line: Line, bound: Sequence[Binding]) -> Iterator[Binding]:
    """Yield who "were lined up and shot", "were taken to the river and hanged", one person or many."""
    if DEATHS.isdisjoint(line.words):
        return
    taken = {b.group.first for b in bound if b.property != "captured"}
    for at in (i for i, word in enumerate(line.words) if word in DEATHS):
        joint = at - 1
        while line.word(joint) in v.ADVERBS or line.word(joint) in _LATER:
            joint -= 1
        if line.word(joint) not in {"and", "then"} or _is_alive(line, at) or line.trigger_at(at):
            continue
        first = next((i for i in range(at - 2, max(0, at - _REACH), -1) if line.words[i] in _TAKEN), None)
        if first is None or not _CLAUSE.isdisjoint(line.words[first:at]):
            continue
        be = first - 1
        while be > 0 and (line.words[be] in v.ADVERBS or line.words[be].endswith("ly")):
            be -= 1
        if line.words[be] not in {"were", "was", "been"}:
            continue
        verb = Predicate(be, first, first + 1, "passive", "killed", True)
        if line.words[be] == "was" and _TRIED.isdisjoint(line.words):
            start, victim_class = subject(line, be)
            if start is not None:
                yield one_person(start, be, victim_class, replace(verb, last=at + 1))
                continue
        for group in subjects(line, verb, 0, taken):
            if group.head == "person" and group.quantity.kind != "article":
                yield Binding(group, "killed", (be, at + 1), "passive")


def _is_alive(line: Line, at: int) -> bool:
    """Whether words behind the verb say where somebody was hit, or who survived; "shot in May" does not."""
    after = line.word(at + 1)
    return after in _SURVIVED and not (after == "in" and line.word(at + 2) in MONTHS)


_TRIED = frozenset({"tried", "trial", "court", "court-martial", "sentenced", "convicted", "condemned"})
_CLAUSE = frozenset({";", ":", "who", "which", "where", "but", "while", "when", "were", "was"})
