"""Whom a noun of killing counts behind who did it: "the killing, by an airman, of four soldiers"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tasks.figures.bound.bind import Binding
from tasks.figures.lines import figure_words as v
from tasks.figures.lines.line import Line
from tasks.lexicons.construction_words import words
from tasks.lexicons.violence import nouns_that

_KILLINGS = frozenset(noun.forms[0] for noun in nouns_that(("kills",), ("", "object")))
_MEN = words("band") | words("members") | {"force", "crowd", "mob", "one", "some", "up"}
_DONE = frozenset({"conducted", "committed", "perpetrated", "carried"})
_REACH = 36  # tokens from "by" to the "of" of those who were killed, with units and dates


def killing_by_bindings(line: Line, bound: Sequence[Binding]) -> Iterator[Binding]:
    """Yield the people counted behind "the killing by X of", where no verb stands between."""
    if "by" not in line.words or _KILLINGS.isdisjoint(line.words):
        return
    taken = {b.group.first for b in bound}
    for at in (i for i, word in enumerate(line.words) if word in _KILLINGS):
        start = at + 1 + (line.word(at + 1) == ",")
        if line.word(start) in _DONE:  # "a massacre carried out by X on 9 May of 719 citizens"
            start += 1 + (line.word(start + 1) == "out")
        if line.word(start) != "by":
            continue
        for of in range(start + 2, min(start + _REACH, len(line.words))):
            if line.word(of) in v.AUX or line.word(of) in ";:.":
                break
            if line.word(of) == "of" and line.word(of - 1) in _MEN:
                continue  # "by a band of 300 men"
            group = line.group_at(of + 1) if line.word(of) == "of" else None
            if group is not None and group.head == "person" and group.first not in taken:
                yield Binding(group, "killed", (at, of + 1), "deaths_of")
                break
