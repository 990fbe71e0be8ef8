"""People who "fell to their deaths", "were thrown from the roof to their deaths": they were killed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tasks.figures.bound.bind import Binding
from tasks.figures.lines import figure_words as v
from tasks.figures.lines.line import Group, Line
from tasks.figures.lines.predicates import Predicate
from tasks.figures.lines.subjects import subjects
from tasks.figures.parts.parts_of_figure import subset_bindings

DEATHS = frozenset({"death", "deaths"})
_THEIR = frozenset({"their", "his", "her"})
_HURLED = v.role("hurled")
_REACH = 12  # words between the verb and "to their deaths"
_ENDS = v.CLAUSE | {";", ":", "."}
_NOT = frozenset({"not", "nearly", "almost"})


def to_their_deaths_bindings(line: Line, bound: Sequence[Binding]) -> Iterator[Binding]:
    """Yield those counted who were hurled, who fell or whom somebody sent "to their deaths"."""
    if DEATHS.isdisjoint(line.words) or _HURLED.isdisjoint(line.words):
        return
    taken = {b.group.first for b in bound if b.property == "killed"}
    for at in (i for i, word in enumerate(line.words) if word in DEATHS):
        if line.word(at - 1) not in _THEIR or line.word(at - 2) != "to":
            continue
        verb = _verb_before(line, at - 2)
        if verb is None:
            continue
        found = [
            Binding(group, "killed", (verb, at + 1), "passive")
            for group in _who(line, verb, at - 2, taken)
            if group.head == "person" or group.quantity.kind == "number"
        ]
        yield from found
        yield from subset_bindings(line, [*bound, *found]) if found else ()


def _verb_before(line: Line, end: int) -> int | None:
    for at in range(end - 1, max(-1, end - 1 - _REACH), -1):
        if line.words[at] in _ENDS:
            return None
        if line.words[at] in _HURLED:
            return at if line.word(at - 1) not in _NOT else None
    return None


def _who(line: Line, verb: int, end: int, taken: set[int]) -> list[Group]:
    """Return whom the verb has behind it ("threw four men to"), else its subject."""
    behind = line.group_at(line.skip_adverbs(verb + 1))
    if behind is not None and behind.last <= end:
        return [behind] if behind.first not in taken else []
    first = verb
    while first > 0 and (line.words[first - 1] in v.AUX or line.words[first - 1] in v.ADVERBS):
        first -= 1
    kind = "passive" if first < verb else "intransitive"
    return subjects(line, Predicate(first, verb, verb + 1, kind, "killed", needs_person=False), 0, taken)


def to_death(line: Line, binding: Binding) -> Binding:
    """Return "stabbed two boys to death" as killed, which the verb alone says of the injured."""
    after = binding.group.last
    if binding.property == "injured" and (line.word(after), line.word(after + 1)) == ("to", "death"):
        return replace(binding, property="killed")
    return binding
