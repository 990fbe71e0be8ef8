"""People inside words that tell what befell them: "hacked 26 to death", "listed six as having been hurt"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from tasks.figures.bound.bind import Binding
from tasks.figures.lines.line import Line
from tasks.lexicons.violence import ANY, verbs_that

_REACH = 6  # words between the number's noun and those of the verb


def split_verb_bindings(line: Line, bound: Sequence[Binding]) -> Iterator[Binding]:
    """Yield the people whom a verb of several words says were killed, where they stand inside it.

    And those who are told "as having been killed".
    """
    yield from _as_having_been(line, bound)
    known = _by_head()
    if known.keys().isdisjoint(line.words):
        return
    taken = {b.group.first for b in bound}
    for at in (i for i, word in enumerate(line.words) if word in known):
        group = line.group_at(line.skip_adverbs(at + 1))
        if group is None or group.first in taken or group.head != "person":
            continue
        if _follows(line, group.last, known[line.words[at]]):
            yield Binding(group, "killed", (at, at + 1), "active")


def _as_having_been(line: Line, bound: Sequence[Binding]) -> Iterator[Binding]:
    taken = {b.group.first for b in bound}
    for at in (i for i, word in enumerate(line.words) if word == "having"):
        if line.words[at - 1 : at + 2] != ["as", "having", "been"]:
            continue
        trigger = line.trigger_at(line.skip_adverbs(at + 2))
        group = next((g for g in line.groups if g.last == at - 1), None)
        if trigger is not None and group is not None and group.first not in taken:
            yield Binding(group, trigger.readings[0].property, (at - 1, trigger.last), "passive")


def _follows(line: Line, start: int, rests: Sequence[Sequence[str]]) -> bool:
    for i in range(start, min(start + _REACH, len(line.words))):
        if any(line.words[i : i + len(rest)] == rest for rest in rests):
            return True
        if line.is_stop(i) and i > start:
            return False
    return False


@cache
def _by_head() -> Mapping[str, tuple[list[str], ...]]:
    """Return past and -ing forms of first words -> the words that make them a verb of killing."""
    found: dict[str, list[list[str]]] = {}
    for verb in verbs_that(("kills",), ANY):
        if verb.is_split:
            for head in dict.fromkeys(verb.heads("past", "gerund")):
                found.setdefault(head, []).append(verb.rest.split())
    return {head: tuple(some) for head, some in found.items()}
