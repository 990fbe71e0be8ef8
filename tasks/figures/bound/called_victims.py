"""People whom only the word "victims" counts: "the 60 victims", "two of the victims were brothers"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.figures.bound.bind import Binding
from tasks.figures.lines.figure_words import role
from tasks.figures.lines.line import Group, Line

_WHOLE = frozenset({"the", "all", "these", "its", "their", "those"})
_POSSESSIVE = ("'s", "’s", "s'", "s’")
_FOUND = frozenset({"identified", "buried", "found", "recovered", "named", "laid", "exhumed"})
_COUNTED = frozenset({"registered", "recorded", "counted", "documented", "listed", "lists", "verified"})
# Of such victims, or of such words about them, it is open who died.
_OTHER_HARM = role("other_harm")
_ALIVE = role("alive")


_TELL = frozenset({"said", "told", "testified", "recalled", "described", "identified"})


def victims_bindings(line: Line, bound: Sequence[Binding]) -> list[Binding]:
    """Read "a memorial to the 60 victims" and "two of the victims": victims of an attack are dead.

    Nothing is read where other words of the sentence tell that they may live.
    """
    if "victims" not in line.words or not _ALIVE.isdisjoint(line.words):
        return []
    taken = {b.group.first for b in bound}
    found = []
    for group in line.groups:
        if group.first in taken or group.quantity.kind != "number" or not _are_victims(line, group):
            continue
        tells = line.word(group.last) in _TELL
        if tells or not _OTHER_HARM.isdisjoint(line.words[group.first : group.last]):
            continue
        if group.is_partitive or _is_whole(line, group):
            predicate = (group.last - 1, group.last)
            found.append(Binding(group, "killed", predicate, "toll", is_subset=group.is_partitive))
    return found


def _are_victims(line: Line, group: Group) -> bool:
    """Say whether "victims" is the noun of a group: "the eight victims of the bombing" too."""
    words = line.words[group.first : group.last]
    return "victims" in words and (words[-1] == "victims" or words[words.index("victims") + 1] == "of")


def _is_whole(line: Line, group: Group) -> bool:
    """Say whether they are known ones ("the 60 victims"), or such as are found or named."""
    before = line.word(group.first - 1)
    if (
        line.word(group.first) in _WHOLE
        or before in _WHOLE | _FOUND | _COUNTED
        or before.endswith(_POSSESSIVE)
    ):
        return True
    return not _FOUND.isdisjoint(line.words[group.last : group.last + 4])
