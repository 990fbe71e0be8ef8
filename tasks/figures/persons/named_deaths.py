"""Named persons whom other words than "was killed" say to have died: "was shot and died", "lost his life".

- died: "Quist was shot in the chest and died at the scene", "shot Quist, who died two days later"
- gave up life: "Quist succumbed to her injuries", "lost his life"
- lives: "claimed the lives of Jan Smit, Ada Quist and two guards"
- together: "Together with his driver and two guards he was killed"
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tasks.figures.bound.bind import Binding
from tasks.figures.lines import figure_words as v
from tasks.figures.lines.line import Line
from tasks.figures.lines.predicates import Predicate
from tasks.figures.persons.named import subject
from tasks.figures.persons.named_objects import MAX_NAME, is_name_word, one_person
from tasks.lexicons.construction_words import words

_CORES = frozenset(("succumbed", "lost", "died", "lives"))
_THEN = frozenset(("later", "then", "subsequently", "eventually", "soon", "also", "instantly"))
_WITH = ("together", "along")
_HURTS = words("suffers") | words("hit") | {"wounded", "injured", "burned", "burnt", "run"}
_WOUNDS = frozenset(("injuries", "wounds", "injury", "wound", "burns"))
_OF_LIFE = frozenset(("savings", "work", "partner", "story"))  # "lost her life savings"
_HURT = 18  # words between "was shot" and "died"
_STOPS = frozenset((";", ":", ".", "who", "which", "that", "but", "while", "were", "they", "he", "she", "it"))


def named_deaths(line: Line, predicates: Sequence[Predicate], bound: Sequence[Binding]) -> Iterator[Binding]:
    """Yield one for each person whom the words of a line name as having died so."""
    taken = {b.predicate for b in bound}
    for predicate in predicates:
        if predicate.property != "killed" or predicate.is_negated:
            continue
        is_open = (predicate.first, predicate.last) not in taken
        core = line.word(predicate.core)
        if predicate.kind == "passive" and predicate.is_singular and line.word(0) in _WITH and not is_open:
            yield from _fronted(line, predicate)
        if not is_open or _CORES.isdisjoint((core, *line.words[predicate.first : predicate.last])):
            continue
        if predicate.kind == "of":
            yield from _lives_of(line, predicate)
        else:
            end = _subject_end(line, predicate, core)
            start, victim_class = subject(line, end) if end > 0 else (None, "unknown")
            if start is not None:
                yield one_person(start, end, victim_class, predicate)


def _subject_end(line: Line, predicate: Predicate, core: str) -> int:
    """Return where the subject ends of who died or lost their life, 0 if a verb without such a one."""
    if predicate.kind == "passive":
        return predicate.first if line.word(predicate.first) == "was" else 0
    if predicate.kind != "intransitive":
        return 0
    after = line.words[predicate.last : predicate.last + 5]
    if core == "succumbed":  # not "to pressure"
        return 0 if _WOUNDS.isdisjoint(after) else predicate.first
    if core != "died":
        return predicate.first if not after or after[0] not in _OF_LIFE else 0
    at = predicate.first - 1
    while line.word(at) in _THEN and at > 0:
        at -= 1
    if line.word(at) != "and":
        return 0
    for i in range(at - 1, max(0, at - _HURT), -1):
        if line.word(i) == "was":
            return i if line.word(i + 1) in _HURTS else 0  # not "was born in Osk and died"
        if line.word(i) in _STOPS:
            return 0
    return 0


def _lives_of(line: Line, predicate: Predicate) -> Iterator[Binding]:
    """Yield each name of the row behind "claimed the lives of"."""
    at = predicate.last
    while at < len(line.words):
        end = at
        while end < len(line.words) and end - at < MAX_NAME and is_name_word(line, end):
            end += 1
        names = line.words[at:end]
        if not names or line.is_stop(at) or any(w in v.people() or w in v.not_people() for w in names):
            return
        yield one_person(at, end, "unknown", predicate)
        group = line.group_at(end + 1) if line.word(end) == "and" else None
        if group is not None and group.head == "person":
            yield Binding(group, "killed", (predicate.first, predicate.last), "of", predicate.is_negated)
        if group is not None or line.word(end) not in (",", "and"):
            return
        at = end + 1 + (line.word(end) == "," and line.word(end + 1) == "and")


def _fronted(line: Line, predicate: Predicate) -> Iterator[Binding]:
    """Yield who was killed "together with his driver and two guards", told of before the verb."""
    at = predicate.first - 1
    if line.word(1) == "with" and line.word(at) in ("he", "she"):
        one = one_person(at, predicate.first, "unknown", predicate)
        quantity = replace(one.group.quantity, is_additional=True)
        yield replace(one, rule="beside", group=replace(one.group, quantity=quantity))
