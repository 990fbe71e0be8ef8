"""Figures that nouns give: tolls that rise, lives claimed, "among the dead", "including 12 children"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tasks.figures import vocabulary as v
from tasks.figures.bind import Binding
from tasks.figures.line import Group, Line, Trigger
from tasks.model.figure import FigureProperty

_INCLUDING = frozenset({"including", "among"})
_MAX_GAP = 14


def toll_bindings(line: Line, bound: Sequence[Binding]) -> list[Binding]:
    """Read "the death toll rose to 30", "raising the total killed to 5", "casualties were put at 12"."""
    found: list[Binding] = []
    taken = {b.group.first for b in bound}
    for trigger in line.triggers:
        entry = next((r for r in trigger.readings if r.kind == "toll"), None)
        counts_things = line.word(trigger.first - 1) in v.not_people()  # "tank losses"
        if (
            entry is None
            or counts_things
            or any(b.predicate[0] <= trigger.first < b.predicate[1] and b.rule != "deaths_of" for b in bound)
        ):
            continue
        group = _after_toll(line, trigger, taken)
        if group is not None:
            taken.add(group.first)
            found.append(
                Binding(
                    group,
                    entry.property,
                    (trigger.first, trigger.last),
                    "toll",
                    is_cumulative=_rises(line, trigger, group),
                )
            )
    return found


def mark_cumulative(line: Line, bound: Sequence[Binding]) -> list[bool]:
    """Say for each binding whether a toll was brought up to it ("updated the toll to 79 dead")."""
    tolls = [t for t in line.triggers if any(r.kind == "toll" for r in t.readings)]
    return [
        any(
            t.last <= b.group.first and line.word(b.group.first - 1) == "to" and _rises(line, t, b.group)
            for t in tolls
        )
        for b in bound
    ]


def _rises(line: Line, trigger: Trigger, group: Group) -> bool:
    near = line.words[max(0, trigger.first - 6) : group.first]
    return bool(v.RISE & set(near))


def _after_toll(line: Line, trigger: Trigger, taken: set[int]) -> Group | None:
    at = trigger.last
    while at < len(line.words) and at - trigger.last <= _MAX_GAP:
        word = line.word(at)
        if word in {";", ":", "which", "while", "but", "that", "when"} or line.trigger_at(at):
            break
        group = line.group_at(at)
        if group is not None:
            risen = _risen(line, group)
            if risen is not None:
                return risen
            if group.first in taken or group.head == "unknown" or group.quantity.kind in ("article", "none"):
                if group.quantity.kind == "number":
                    break
                at += 1
                continue
            if line.word(_before_adverbs(line, at)) not in v.TOLL_LINKS:
                break
            return group
        at += 1
    return None


def _risen(line: Line, group: Group) -> Group | None:
    """Return "25" of a toll that rose "from 23 to 25", None for any other group."""
    quantity = group.quantity
    if line.word(group.first) != "from" or quantity.qualifier != "range":
        return None
    start = next(i for i in range(quantity.first, quantity.last) if line.word(i) == "to") + 1
    top = replace(quantity, first=start, core=start, low=quantity.high, qualifier="exact")
    return replace(group, first=start, quantity=top)


def _before_adverbs(line: Line, at: int) -> int:
    at -= 1
    while line.word(at) in v.ADVERBS:
        at -= 1
    return at


def life_bindings(line: Line, bound: Sequence[Binding]) -> list[Binding]:
    """Read "claimed 12 lives", "cost 300 lives"."""
    taken = {b.group.first for b in bound}
    return [
        Binding(g, "killed", (g.first - 1, g.first), "lives")
        for g in line.groups
        if g.first not in taken
        and line.word(g.last - 1) == "lives"
        and line.word(g.first - 1) in v.LIFE_VERBS
    ]


def among_bindings(line: Line, bound: Sequence[Binding]) -> list[Binding]:
    """Read "among the dead were 12 children" and "two Ukrainians were among those killed" as parts."""
    found: list[Binding] = []
    taken = {b.group.first for b in bound}
    for at, word in enumerate(line.words):
        if word not in {"among", "amongst"} and word not in {"included", "includes"}:
            continue
        said = _whole_named(line, at)
        if said is None:
            continue
        prop, end = said
        for group in _members(line, at, end):
            if group.first not in taken and group.head != "unknown":
                taken.add(group.first)
                found.append(Binding(group, prop, (min(at, end - 1), end), "among", is_subset=True))
    return found


def _whole_named(line: Line, at: int) -> tuple[FigureProperty, int] | None:
    """Return what befell the whole that is named by "among ..." or before "included", and where it ends."""
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


def _members(line: Line, at: int, end: int) -> list[Group]:
    """Return the groups behind the whole ("... were 12 children and a nurse") or right before "among"."""
    start = end
    while line.word(start) in v.BE:
        start += 1
    group = line.group_at(start)
    if group is not None and (start > end or line.word(at) in {"included", "includes"}):
        return _row(line, group)
    if line.word(at) in {"among", "amongst"}:
        before = at
        while before > 0 and (line.word(before - 1) in v.AUX or line.word(before - 1) in v.ADVERBS):
            before -= 1
        return [g for g in line.groups if g.last == before]
    return []


def _row(line: Line, group: Group) -> list[Group]:
    """Return a group with the ones that are coordinated with it."""
    row = [group]
    while True:
        at = row[-1].last
        while line.word(at) in {",", "and", "&"}:
            at += 1
        following = line.group_at(at) if at > row[-1].last else None
        if following is None:
            return row
        row.append(following)


def subset_bindings(line: Line, bound: Sequence[Binding]) -> list[Binding]:
    """Read "including 12 children", "among them 3 women", "(16 officers)", "5 of them women"."""
    found: list[Binding] = []
    taken = {b.group.first for b in bound}
    for at, word in enumerate(line.words):
        start = _subset_start(line, at, word)
        if start is None:
            continue
        host = _host(line, bound, at)
        group = line.group_at(start)
        if host is None or group is None:
            continue
        row = _row(line, group)
        is_sum = len(row) > 1 and sum(g.quantity.low or 0 for g in row) == host.group.quantity.low
        for member in row:
            if (
                member.first in taken
                or (member.head in ("unknown", "one") and word == "(" and not is_sum)
                or _says_nothing(member)
            ):
                continue
            if word == "(" and _is_own(line, member):
                break
            taken.add(member.first)
            prop = "captured" if line.word(member.last - 1) == "prisoners" else host.property
            found.append(Binding(member, prop, host.predicate, "including", host.is_negated, is_subset=True))
    return found


def _says_nothing(group: Group) -> bool:
    """Say whether the part is no more than "most of whom"."""
    if group.quantity.kind == "none":
        return True
    return group.quantity.kind == "vague" and group.head == "bare"


def beside_bindings(line: Line, bound: Sequence[Binding]) -> list[Binding]:
    """Read "six people were killed, as well as two of the bombers": more of the same."""
    found: list[Binding] = []
    taken = {b.group.first for b in bound}
    for group in line.groups:
        before = tuple(line.words[max(0, group.first - 3) : group.first])
        if (
            group.first in taken
            or group.head != "person"
            or not (before == _AS_WELL or before[1:] in _BESIDE)
        ):
            continue
        host = _host(line, bound, group.first - 3)
        if host is not None and not _is_own(line, group):
            found.append(Binding(group, host.property, host.predicate, "beside", host.is_negated))
    return found


_AS_WELL = ("as", "well", "as")
_BESIDE = {("along", "with"), ("together", "with"), ("addition", "to")}


def _is_own(line: Line, group: Group) -> bool:
    return line.trigger_at(line.skip_adverbs(group.last)) is not None


def _subset_start(line: Line, at: int, word: str) -> int | None:
    if word == "including":
        return at + 1
    if word == "among" and line.word(at + 1) in {"them", "whom", "which"}:
        start = at + 2
        return start + 1 if line.word(start) in v.BE | {","} else start
    if word == "(":
        group = line.group_at(at + 1)
        return at + 1 if group is not None and group.head != "bare" else None
    group = line.group_at(at)
    if group is not None and group.is_partitive and line.word(group.last - 1) in {"them", "whom"}:
        behind = line.skip_adverbs(group.last)
        after = line.word(behind)
        is_how_badly = behind > group.last and after in {"", ".", ",", ";", ")"}
        is_who = after in v.people() or after in {"were", "are", "was"} or after.endswith(("ren", "men"))
        return at if is_how_badly or is_who else None
    return None


def _host(line: Line, bound: Sequence[Binding], at: int) -> Binding | None:
    """Return the figure that a part belongs to: the nearest one whose people stand before it."""
    before = [b for b in bound if b.group.first < at and not b.is_subset]
    if not before:
        return None
    nearest = max(before, key=lambda b: b.group.first)
    end = max(nearest.group.last, nearest.predicate[1] if nearest.predicate[1] <= at else 0)
    gap = line.words[end:at]
    return nearest if len(gap) <= 8 and ";" not in gap else None
