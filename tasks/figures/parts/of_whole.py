"""Parts told after their whole: "of the dead, 22 were foreigners", "Of these, nine were children."."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tasks.figures.bound.bind import Binding
from tasks.figures.lines import figure_words as v
from tasks.figures.lines.groups import BEFALLEN
from tasks.figures.lines.line import Group, Line
from tasks.figures.parts.parts_of_figure import is_own
from tasks.model.figure import Figure, FigureProperty

_BACK = frozenset({"these", "those", "them"})
_WHOLE_REACH = 8  # tokens of "of the 45 people who were wounded,"
_NOUN_REACH = 5  # tokens of "of the 37 dead civilians"
_LEAD_REACH = 6  # tokens of "at least 12 of them"
_NEXT_REACH = 9  # tokens from one part to the next: "two were German and one was Italian"
_ENDS = frozenset({";", ".", ":", "but", "while", "who", "which", "when"})
_DIED = frozenset({"died", "perished"})


Whole = Mapping[str, FigureProperty]  # what befell those whom the sentence before counts, by their noun
NOBODY: Whole = {}
ALL = ""  # the key of what befell all of them, where it is one thing


def whole_told(figures: Sequence[Figure], text: str) -> Whole:
    """Return what befell those whom a sentence counts: all ("these" are they), and those of each noun."""
    found: dict[str, set[FigureProperty]] = {}
    for figure in figures:
        if figure.is_subset or figure.is_named or figure.is_negated:
            continue
        found.setdefault(ALL, set()).add(figure.property)
        if figure.victim is not None:
            found.setdefault(figure.victim.of(text).split()[-1].lower(), set()).add(figure.property)
    one = {noun: next(iter(told)) for noun, told in found.items() if len(told) == 1}
    return {noun: told for noun, told in one.items() if told in ("killed", "injured")}


def opens_part(words: Sequence[str], whole: Whole) -> bool:
    """Say whether a sentence tells parts: "Of these", "Twelve of them", "of the civilians" counted before."""
    lead = words[:_LEAD_REACH]
    if "of" in lead[:-1] and lead[lead.index("of") + 1] in _BACK:
        return True
    return any(
        word == "of"
        and words[at + 1] == "the"
        and any(_told_of(whole, noun) is not None for noun in words[at + 2 : at + _NOUN_REACH])
        for at, word in enumerate(words[:-2])
    )


def _told_of(whole: Whole, noun: str) -> FigureProperty | None:
    """Return what befell the people of a noun: "the civilians" are some of "63 people", too."""
    if noun in whole:
        return whole[noun]
    is_civil = noun in v.people() and v.people()[noun] == ("plural", "civilians")
    return whole.get(ALL) if is_civil and not v.GENERAL.isdisjoint(whole) else None


def told_part_bindings(line: Line, bound: Sequence[Binding], whole: Whole) -> list[Binding]:
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
    if not found and ALL in whole and opens_part(line.words, {}):
        lead = next((g for g in line.groups if g.is_partitive), None)
        for group in _parts(line, lead.first) if lead is not None else ():
            if group.first not in taken:
                found.append(
                    Binding(group, whole[ALL], (group.first, group.last), "including", is_subset=True)
                )
    return found


def _whole_of(line: Line, of: int, whole: Whole) -> tuple[FigureProperty, int] | None:
    """Return what befell those whom "of ..., " names at the head of a clause, and where their parts begin."""
    if line.word(of - 1) not in {"", ";", ".", ":"}:
        return None
    if line.word(of + 1) in _BACK and line.word(of + 2) == ",":
        return (whole[ALL], of + 3) if ALL in whole and of == 0 else None
    if line.word(of + 1) not in {"the", "those", "all"}:
        return None
    prop: FigureProperty | None = None
    for at in range(of + 2, of + 2 + _WHOLE_REACH):
        word = line.word(at)
        if word == ",":
            prop = prop or _told_of(whole, line.word(at - 1))
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
    group = line.group_at(start) or line.group_at(line.skip_adverbs(start))
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
