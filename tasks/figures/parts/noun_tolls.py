"""Figures that nouns give: tolls that rise, lives claimed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tasks.figures.bound.bind import Binding
from tasks.figures.lines import figure_words as v
from tasks.figures.lines.figure_words import CasualtyWord
from tasks.figures.lines.line import Group, Line, Trigger
from tasks.figures.parts.parts_of_figure import is_own, row

_MAX_GAP = 14  # tokens
_LONG_GAP = 32  # tokens
_AMONG = frozenset({"among", "amongst"})  # "among the dead were six children": a part
_ROSE = frozenset({"rose", "rises", "risen", "climbed", "increased", "jumped", "soared", "grown", "mounted"})
_AS_OF = frozenset({"of", "high", "many", "low", "much", "few"})  # "as of 5 May", "as high as 30"

_GIVEN = frozenset({"given", "stated", "reported", "recorded", "estimated", "listed"})  # "given as 30"
_OFFICIAL = frozenset({"the", "official", "final", "total", "correct", "revised", "likely"})
_GIVES = frozenset({"gave", "give", "gives", "giving", "listed", "lists"})  # "gave the toll as 39"


def toll_bindings(line: Line, bound: Sequence[Binding]) -> list[Binding]:
    """Read "the death toll rose to 30", "raising the total killed to 5", "casualties were put at 12"."""
    found: list[Binding] = []
    taken = {b.group.first for b in bound}
    for trigger in line.triggers:
        entry = next((r for r in trigger.readings if r.kind == "toll"), None) or _of_those(line, trigger)
        counts_things = line.word(trigger.first - 1) in v.not_people()  # "tank losses"
        if (
            entry is None
            or counts_things
            or not _AMONG.isdisjoint(line.words[max(0, trigger.first - 2) : trigger.first])
            or any(b.predicate[0] <= trigger.first < b.predicate[1] and b.rule != "deaths_of" for b in bound)
        ):
            continue
        before = _stood_at(line, trigger)
        if before is not None and before.first not in taken:
            taken.add(before.first)
            found.append(Binding(before, entry.property, (trigger.first, trigger.last), "toll"))
        group = (
            _given_as(line, trigger, taken) or _lowered(line, trigger) or _after_toll(line, trigger, taken)
        )
        group = group or _risen_behind(line, trigger, taken)
        for member in row(line, group) if group is not None else ():
            if member.first != group.first and (member.head != "person" or is_own(line, member)):  # type: ignore[union-attr]
                break
            taken.add(member.first)
            found.append(
                Binding(
                    member,
                    entry.property,
                    (trigger.first, trigger.last),
                    "toll",
                    is_cumulative=_rises(line, trigger, member),
                )
            )
    return found


def _of_those(line: Line, trigger: Trigger) -> CasualtyWord | None:
    """Return what befell "those killed" and "those who died" whom the sentence then counts: "were ten"."""
    at = trigger.first - 1
    while line.word(at) in v.AUX or line.word(at) == "who":
        at -= 1
    is_counted = line.word(trigger.last) in v.BE or line.word(trigger.last) == "comprised"
    if line.word(at) != "those" or not is_counted:
        return None
    return next((r for r in trigger.readings if r.kind in ("past", "participle", "intransitive")), None)


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
    return bool(v.RESET & set(near))


def _after_toll(line: Line, trigger: Trigger, taken: set[int]) -> Group | None:
    at = trigger.last
    while at < len(line.words) and at - trigger.last <= _MAX_GAP:
        word = line.word(at)
        dependent = word in {"as", "because", "since"} and line.word(at + 1) not in _AS_OF
        is_given = line.word(at - 1) in _GIVEN or not _GIVES.isdisjoint(
            line.words[max(0, trigger.first - 3) : at]
        )
        dependent = dependent and not (word == "as" and is_given)
        closed = _relative_end(line, at) if word == "which" else None
        if closed is not None:
            at = closed
            continue  # "the toll, which had been given by the ministry, was raised to 47"
        if (
            dependent
            or word in {";", ":", "which", "while", "but", "that", "when"}
            or (line.trigger_at(at) and not _is_of_event(line, trigger, at))
        ):
            break
        group = line.group_at(at)
        if group is not None:
            if group.quantity.qualifier == "range" and group.first not in taken:
                if line.word(group.first) == "from":
                    return _risen(line, group) if _rises(line, trigger, group) else group
                if line.word(group.first) == "between":
                    return group
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


def _lowered(line: Line, trigger: Trigger) -> Group | None:
    """Return 45 of "revised the death toll down from 60 to 45": the first number is no longer one."""
    at = trigger.last + (line.word(trigger.last) in v.DOWN)
    if line.word(at) != "from" or v.RESET.isdisjoint(line.words[max(0, trigger.first - 6) : trigger.first]):
        return None
    old = line.group_at(at + 1)
    group = line.group_at(old.last + 1) if old is not None and line.word(old.last) == "to" else None
    is_number = group is not None and group.quantity.kind == "number" and group.head in ("bare", "person")
    return group if is_number else None


def _risen_behind(line: Line, trigger: Trigger, taken: set[int]) -> Group | None:
    """Return 34 of "the toll from an attack on a market in Osk that had been closed rose to 34"."""
    for at in range(trigger.last, min(trigger.last + _LONG_GAP, len(line.words) - 1)):
        if line.word(at) in {";", ":", "while", "but", "when"}:
            return None
        if line.word(at) in _ROSE and line.word(at + 1) == "to":
            group = line.group_at(at + 2)
            fits = group is not None and group.quantity.kind == "number" and group.first not in taken
            return group if fits and group is not None and group.head in ("bare", "person") else None
    return None


def _given_as(line: Line, trigger: Trigger, taken: set[int]) -> Group | None:
    """Return the number of "gave 377 as the number of those killed": it stands before its toll."""
    at = trigger.first - 1
    while line.word(at) in _OFFICIAL:
        at -= 1
    if line.word(at) != "as":
        return None
    group = next((g for g in line.groups if g.last == at and g.first not in taken), None)
    if group is None or group.quantity.kind != "number" or group.head not in ("bare", "person"):
        return None
    before = line.word(group.first - 1)
    goes_on = before == "and" and not _GIVES.isdisjoint(line.words[: group.first])
    return group if before in _GIVES or goes_on else None


def _stood_at(line: Line, trigger: Trigger) -> Group | None:
    """Return 31 of "the toll, which had earlier stood at 31, was raised to 47"."""
    which = next((i for i in range(trigger.last, trigger.last + 6) if line.word(i) == "which"), None)
    if which is None or line.word(which - 1) != ",":
        return None
    for at in range(which + 1, min(which + 8, len(line.words))):
        if line.word(at) == "," or line.trigger_at(at) is not None:
            return None
        if line.word(at) == "at" and line.word(at - 1) in {"stood", "put", "set", "placed"}:
            group = line.group_at(at + 1)
            return group if group is not None and group.head in ("bare", "person") else None
    return None


def _relative_end(line: Line, which: int) -> int | None:
    """Return the token behind the comma that closes ", which ...,"; None if a number comes before it."""
    if line.word(which - 1) != ",":
        return None
    for at in range(which + 1, min(which + 10, len(line.words))):
        if line.word(at) == ",":
            return at + 1
        group = line.group_at(at)
        if group is not None and group.quantity.kind == "number" and line.word(at - 1) not in ("at", "on"):
            return None
    return None


def _is_of_event(line: Line, trigger: Trigger, at: int) -> bool:
    """Say whether a word only names what a toll is of: "the death toll of the massacre at 500"."""
    return line.words[trigger.last : at] in (["of", "the"], ["in", "the"], ["from", "the"])


def _risen(line: Line, group: Group) -> Group:
    """Return "25" of a toll that rose "from 23 to 25"."""
    quantity = group.quantity
    start = next(i for i in range(quantity.first, quantity.last) if line.word(i) == "to") + 1
    top = replace(quantity, first=start, core=start, low=quantity.high, qualifier="exact")
    return replace(group, first=start, quantity=top)


def _before_adverbs(line: Line, at: int) -> int:
    at -= 1
    while line.word(at) in v.ADVERBS or (line.word(at) == "fact" and line.word(at - 1) == "in"):
        at -= 1 + (line.word(at) == "fact")
    return at


_TAKE = frozenset({"take", "takes", "took", "taking", "taken"})
_TAKEN = frozenset({"lives", "victims", "prisoners", "captives"})


def life_bindings(line: Line, bound: Sequence[Binding]) -> list[Binding]:
    """Read "claimed 12 lives", "cost 300 lives", "cost twelve miners their lives", "took 40 prisoners"."""
    taken = {b.group.first for b in bound}
    found: list[Binding] = []
    for group in line.groups if not _TAKEN.isdisjoint(line.words) else ():
        noun, verb = line.word(group.last - 1), line.word(group.first - 1)
        if group.first in taken or group.quantity.kind == "article":
            continue
        costs = verb in v.LIFE_VERBS and line.words[group.last : group.last + 2] == ["their", "lives"]
        if costs or (noun in ("lives", "victims") and verb in v.LIFE_VERBS):
            found.append(Binding(group, "killed", (group.first - 1, group.first), "lives"))
        elif noun in ("prisoners", "captives") and verb in _TAKE:
            found.append(Binding(group, "captured", (group.first - 1, group.first), "lives"))
    return found
