"""Crews that went down with their ship: "was lost with all 58 hands", "sank with her entire crew of 36"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tasks.figures.bound.bind import Binding
from tasks.figures.lines.line import Group, Line

CREWS = frozenset({"hands", "crew", "complement", "aboard", "board", "souls"})
_OF_CREW = frozenset({"crew", "complement", "company"})
_WHOLE = frozenset({"entire", "whole", "full", "all"})
_GONE = frozenset({"lost", "vanished", "disappeared", "down", "missing"})  # with whoever was aboard
_SANK = _GONE | {"sank", "sunk", "foundered", "capsized", "blew", "exploded", "perished"}
_MEN = frozenset({"hands", "crew", "aboard", "on", "of", "souls", "men", "crewmen", "crewmembers", "sailors"})
_TAKING = frozenset({"taking", "took", "carrying", "carried"})
_SHIP = frozenset({"her", "it", "them"})
_NOBODY = frozenset({"no", "none"})
_SURVIVE = frozenset({"survivors", "survivor", "survived"})
_REACH = 20  # tokens from the verb to those who went down with her, with day and place between
_NEAR = 7  # tokens between "taking" and "with her", and between "no survivors" and the crew


def crew_bindings(line: Line, bound: Sequence[Binding]) -> Iterator[Binding]:
    """Yield the people whom a ship took down with her, where no verb counts them."""
    if CREWS.isdisjoint(line.words) and _TAKING.isdisjoint(line.words):
        return
    taken = {b.group.first for b in bound}
    for group in line.groups:
        if group.quantity.kind != "number" or group.first in taken:
            continue
        start = _with_crew(line, group) or _taken_down(line, group) or _without_survivors(line, group)
        if start is not None:
            yield Binding(group, "killed", (start, group.first), "deaths_of")


def _with_crew(line: Line, group: Group) -> int | None:
    """Return where "with all 58 hands" or "with her crew of 58" begins behind what became of the ship."""
    words, at = line.words, group.first
    if line.word(at) == "all" or line.word(at - 1) == "all":
        start = at - (line.word(at - 1) == "all") - 1
        is_all = line.word(start) == "with" and _names_crew(line, group)
        return start if is_all and not _SANK.isdisjoint(words[max(0, start - _REACH) : start]) else None
    if line.word(at - 1) == "with" and line.word(at - 2) in _GONE and _names_crew(line, group):
        return at - 1  # "went down with 36 men", "was lost with 34 of her crew"
    if line.word(at - 1) != "of" or line.word(at - 2) not in _OF_CREW:
        return None
    start = at - 3
    is_whole = line.word(start) in _WHOLE
    start -= is_whole
    if line.word(start - 1) != "with":
        return None
    sank = _SANK if is_whole else _GONE
    return start if not sank.isdisjoint(words[max(0, start - 1 - _REACH) : start - 1]) else None


def _names_crew(line: Line, group: Group) -> bool:
    """Whether what is counted is a ship's: "58 hands", "44 of her crew", "60 aboard"."""
    near = line.words[group.first : group.last + 2]
    return not _MEN.isdisjoint(near)


def _taken_down(line: Line, group: Group) -> int | None:
    """Return where "taking 58 of her crew with her" begins."""
    start = group.first - 1
    if line.word(start) not in _TAKING:
        return None
    for at in range(group.last, min(group.last + _NEAR, len(line.words) - 1)):
        if line.word(at) == "with" and line.word(at + 1) in _SHIP:
            return start
    return None


def _without_survivors(line: Line, group: Group) -> int | None:
    """Return where "no survivors from her crew of 49" or "none of her crew of 49 survived" begins."""
    at = group.first
    if line.word(at - 1) != "of" or line.word(at - 2) not in _OF_CREW:
        return None
    before = line.words[max(0, at - _NEAR) : at]
    if _NOBODY.isdisjoint(before):
        return None
    near = [*before, *line.words[group.last : group.last + 2]]
    return at - 3 if not _SURVIVE.isdisjoint(near) else None
