"""Parts told after their whole: "of the dead, 22 were foreigners", "Of these, nine were children."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tasks.figures.bound.bind import Binding
from tasks.figures.lines import vocabulary as v
from tasks.figures.lines.groups import BEFALLEN
from tasks.figures.lines.line import Group, Line
from tasks.figures.parts.parts import is_own
from tasks.model.figure import Figure, FigureProperty

_BACK = frozenset({"these", "those", "them"})
_WHOLE_REACH = 8  # tokens of "of the 45 people who were wounded,"
_LEAD_REACH = 6  # tokens of "at least 12 of them"
_NEXT_REACH = 9  # tokens from one part to the next: "two were German and one was Italian"
_ENDS = frozenset({";", ".", ":", "but", "while", "who", "which", "when"})
_DIED = frozenset({"died", "perished"})


def whole_told(figures: Sequence[Figure]) -> FigureProperty | None:
    """Return what befell those whom a sentence counts, if it is one thing: "these" are they."""
    told = {f.property for f in figures if not (f.is_subset or f.is_named or f.is_negated)}
    one = told.pop() if len(told) == 1 else None
    return one if one in ("killed", "injured") else None


def opens_part(words: Sequence[str]) -> bool:
    """Say whether a sentence opens with "Of these", "Of them" or "Twelve of them"."""
    lead = words[:_LEAD_REACH]
    return "of" in lead[:-1] and lead[lead.index("of") + 1] in _BACK


def told_part_bindings(line: Line, bound: Sequence[Binding], whole: FigureProperty | None) -> list[Binding]:
    """Return the parts that a sentence tells of the dead or injured, or of a whole told before it."""
    found: list[Binding] = []
    taken = {b.group.first for b in bound}
    for at in (i for i, word in enumerate(line.words) if word == "of"):
        said = _whole_of(line, at, whole)
        if said is None:
            continue
        prop, start = said
        for group in _parts(line, start):
            if group.first not in taken:
                taken.add(group.first)
                found.append(Binding(group, prop, (at, at + 2), "including", is_subset=True))
    if whole is not None and not found and opens_part(line.words):
        lead = next((g for g in line.groups if g.is_partitive), None)
        if lead is not None and lead.first not in taken and _is_said_to_be(line, lead):
            found.append(Binding(lead, whole, (lead.first, lead.last), "including", is_subset=True))
    return found


def _is_said_to_be(line: Line, group: Group) -> bool:
    """Say whether a number of people is told to be something, and not what befell them."""
    return group.quantity.kind == "number" and line.word(group.last) in v.BE and not is_own(line, group)


def _whole_of(line: Line, of: int, whole: FigureProperty | None) -> tuple[FigureProperty, int] | None:
    """Return what befell those whom "of ..., " names at the head of a clause, and where their parts begin."""
    if line.word(of - 1) not in {"", ";", ".", ":"}:
        return None
    if line.word(of + 1) in _BACK and line.word(of + 2) == ",":
        return (whole, of + 3) if whole is not None and of == 0 else None
    if line.word(of + 1) not in {"the", "those", "all"}:
        return None
    prop: FigureProperty | None = None
    for at in range(of + 2, of + 2 + _WHOLE_REACH):
        word = line.word(at)
        if word == ",":
            return (prop, at + 1) if prop is not None else None
        if word in BEFALLEN:
            prop = BEFALLEN[word]
        elif word in _DIED or word in {"fatalities", "victims"}:
            prop = "killed"
        elif (trigger := line.trigger_at(at)) is not None:
            prop = trigger.readings[0].property
            if prop not in ("killed", "injured") or line.word(trigger.last) != ",":
                return None  # "of those hospitalised,"
    return None


def _parts(line: Line, start: int) -> Iterator[Group]:
    """Yield "three" and "two" of "three were French, two German": each behind a joint, without a fate."""
    group = line.group_at(line.skip_adverbs(start))
    if group is None or line.word(group.last) not in v.BE:
        return
    while group is not None:
        if group.quantity.kind != "number" or is_own(line, group):
            return
        yield group
        at, group = group.last, None
        for i in range(at, min(at + _NEXT_REACH, len(line.words))):
            if line.words[i] in _ENDS or line.trigger_at(i) is not None:
                return
            if line.words[i] in {",", "and"} and line.group_at(i + 1) is not None:
                group = line.group_at(i + 1)
                break
