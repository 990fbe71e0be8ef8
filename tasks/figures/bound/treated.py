"""People taken to be treated: "carried 59 people to hospitals", "treated 71 people for wounds"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.figures.bound.bind import Binding
from tasks.figures.lines.figure_words import role
from tasks.figures.lines.line import Group, Line

_TAKES = role("to_hospital")
TREATS = frozenset({"treated", "treating"})
HOSPITALS = frozenset({"hospital", "hospitals"})
_HURT = frozenset({"wounds", "wound", "injuries", "burns", "fractures", "concussion", "shrapnel"})
_PATIENTS = frozenset({"people", "persons", "wounded", "injured", "casualties"})
_REACH = 5  # tokens from "to" to the hospital, from "for" to the wounds
_COUNTED = ("number", "vague")


def treated_bindings(line: Line, bound: Sequence[Binding]) -> list[Binding]:
    """Read whom ambulances took to hospital, and whom doctors treated for what only the injured have."""
    takes = not HOSPITALS.isdisjoint(line.words) and not _TAKES.isdisjoint(line.words)
    if not takes and TREATS.isdisjoint(line.words):
        return []
    taken = {b.group.first for b in bound}
    found = []
    for group in line.groups:
        is_people = group.head in ("person", "bare") and group.quantity.kind in _COUNTED
        if group.first in taken or not is_people or line.trigger_at(group.last) is not None:
            continue
        if _is_taken(line, group) or _is_treated(line, group):
            found.append(Binding(group, "injured", (group.first - 1, group.first), "active"))
    return found


def _is_taken(line: Line, group: Group) -> bool:
    near = line.words[group.last : group.last + _REACH + 1]
    to_hospital = near[:1] == ["to"] and not HOSPITALS.isdisjoint(near)
    return line.word(group.first - 1) in _TAKES and to_hospital


def _is_treated(line: Line, group: Group) -> bool:
    near = line.words[group.last : group.last + _REACH]
    by_hospital = line.word(group.first - 1) in TREATS and line.word(group.first - 2) in HOSPITALS
    if by_hospital and line.word(group.last - 1) in _PATIENTS:
        return True
    is_patient = line.word(group.last - 1) == "patients" and near[:1] != ["with"]
    if is_patient and near[:1] not in (["for"], ["suffering"]):
        return line.word(group.first - 1) in TREATS
    for_wounds = near[:1] == ["for"] and not _HURT.isdisjoint(near)
    return line.word(group.first - 1) in TREATS and for_wounds
