"""People inside a verb of killing of several words: "hacked 26 monks to death", "burned six men alive"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from tasks.figures.bound.bind import Binding
from tasks.figures.lines.line import Line
from tasks.lexicons.violence import ANY, verbs_that

_REACH = 6  # words between the number's noun and those of the verb


def split_verb_bindings(line: Line, bound: Sequence[Binding]) -> Iterator[Binding]:
    """Yield the people whom a verb of several words says were killed, where they stand inside it."""
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
