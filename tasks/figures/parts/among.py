"""Those counted among the dead or wounded of whom nothing else is told: "among the dead were 12 children"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.figures.bound.bind import Binding
from tasks.figures.lines import figure_words as v
from tasks.figures.lines.line import Group, Line
from tasks.figures.parts.parts_of_figure import behind_known, row
from tasks.model.figure import FigureProperty

_KIN = frozenset({"families", "households", "generations"})  # of whom nobody says how many
_SAYS_AMONG = frozenset({"among", "amongst", "included", "includes", "were"})
_WHERE_REACH = 14  # tokens of where and when they died


def among_bindings(line: Line, bound: Sequence[Binding]) -> list[Binding]:
    """Read "among the dead were 12 children" and "two Ukrainians were among those killed" as parts."""
    found: list[Binding] = []
    if _SAYS_AMONG.isdisjoint(line.words):
        return found
    taken = {b.group.first for b in bound}
    for at, word in enumerate(line.words):
        if word not in _SAYS_AMONG:
            continue
        said = _whole_named(line, at)
        if said is None:
            continue
        prop, end = said
        for group in _members(line, at, end):
            noun = line.word(group.last - 1)
            is_thing = (group.head == "unknown" and noun in v.not_people()) or noun in _KIN
            if group.first not in taken and not is_thing:
                taken.add(group.first)
                found.append(Binding(group, prop, (min(at, end - 1), end), "among", is_subset=True))
    return found


def _whole_named(line: Line, at: int) -> tuple[FigureProperty, int] | None:
    """Return what befell the whole that is named by "among ..." or before "included", and where it ends."""
    if line.word(at) in {"included", "includes", "were"} and line.word(at - 1) == "victims":
        return "killed", at + 1
    if line.word(at) == "were":
        lists_one = line.words[at - 2 : at] in _THE_DEAD and at >= 2 and _is_single(line, at + 1)
        return ("killed", at + 1) if lists_one else None
    if line.word(at) in {"included", "includes"}:
        for i in range(at - 1, max(-1, at - 4), -1):
            trigger = next((t for t in line.triggers if t.last == i + 1), None)
            if trigger is not None and trigger.last == at:
                return trigger.readings[0].property, at + 1
        return None
    for i in range(at + 1, min(at + 6, len(line.words))):
        trigger = line.trigger_at(i)
        if trigger is not None:
            prop = trigger.readings[0].property
            if prop == "killed_or_injured" and line.word(i) != "casualties":
                return None
            return prop, trigger.last
        if line.word(i) == "victims":
            return "killed", i + 1
        if line.word(i) in v.AUX or line.tokens[i].kind == "punct":
            return None
    return None


_THE_DEAD = (["the", "dead"], ["the", "killed"], ["the", "fatalities"])


def _is_single(line: Line, at: int) -> bool:
    """Say whether "a nurse" begins a list of the dead ("two nurses" is a number of theirs)."""
    group = line.group_at(at)
    return group is not None and group.quantity.kind == "article" and group.head == "person"


def _members(line: Line, at: int, end: int) -> list[Group]:
    """Return the groups behind the whole ("... were 12 children and a nurse") or right before "among"."""
    start = _behind_where(line, end) if line.word(at) in {"among", "amongst"} else end
    while line.word(start) in v.BE:
        start += 1
    group = line.group_at(start)
    if group is None and (start > end or line.word(at) in {"included", "includes"}):
        group = behind_known(line, start)
    if group is not None and (start > end or line.word(at) in {"included", "includes", "were"}):
        return row(line, group)
    if line.word(at) in {"among", "amongst"}:
        before = at
        while before > 0 and (line.word(before - 1) in v.AUX or line.word(before - 1) in v.ADVERBS):
            before -= 1
        return _row_before(line, before)
    return []


def _behind_where(line: Line, start: int) -> int:
    """Return the verb of "among the dead on the rebel side | were": where they died stands before it."""
    if line.word(start) not in v.PREPOSITIONS:
        return start
    for at in range(start, min(start + _WHERE_REACH, len(line.words))):
        if line.word(at) in v.BE:
            return at
        if line.tokens[at].kind == "punct" or line.word(at) in v.AUX or line.word(at) in v.CLAUSE:
            return start
    return start


def _row_before(line: Line, end: int) -> list[Group]:
    """Return the groups that end there: "eight soldiers and two civilians" of "... were among the dead"."""
    found: list[Group] = []
    for group in reversed(line.groups):
        gap = line.words[group.last : found[0].first] if found else []
        if group.last == end or gap in (["and"], [","], [",", "and"]):
            found.insert(0, group)
        elif found:
            break
    return found
