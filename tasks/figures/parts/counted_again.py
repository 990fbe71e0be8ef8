"""Another count of those counted before: "reported 14 deaths; the union spoke of at least 25"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.figures.bound.bind import Binding
from tasks.figures.lines import figure_words as v
from tasks.figures.lines.groups import BEFALLEN
from tasks.figures.lines.line import Group, Line

_OF = frozenset({"spoke", "speak", "speaks", "speaking"})
_FIGURES = frozenset({"figure", "number", "count", "tally", "toll", "total"})
_GIVING = frozenset({"gave", "give", "gives", "giving", "cited", "cite", "cites", "citing", "put"})
_CHECKING = frozenset({"verify", "verified", "confirm", "confirmed", "document", "documented"})
_ESTIMATING = frozenset({"estimated", "estimates", "estimate", "put", "puts"})
_LOSSES = frozenset({"losses", "casualties"})
_TOLD = frozenset({"killed", "injured", "killed_or_injured"})
_ENDS = frozenset({"", ".", ",", ";", ")", "and", "but", "in", "at", "for", "while"})
_NUMBERED = "numbered"
COUNTING = (
    _OF | _FIGURES | _CHECKING | _ESTIMATING | {_NUMBERED}
)  # a line without any of them counts nobody anew


def counted_again_bindings(line: Line, bound: Sequence[Binding]) -> list[Binding]:
    """Read a bare number that somebody else gives: it counts those of the figure before it.

    "Officials said 17 people were killed, while elders gave a figure of 33"; losses without a number are
    those of the dead: "the losses are unknown; an officer estimated them at 90".
    """
    if COUNTING.isdisjoint(line.words):
        return []
    taken = {b.group.first for b in bound}
    found: list[Binding] = []
    for group in line.groups:
        if group.first in taken or group.head != "bare" or group.quantity.kind != "number":
            continue
        if group.is_partitive or line.word(group.last) not in _ENDS:
            continue
        verb = _counting_verb(line, group)
        if verb is None:
            continue
        befallen = BEFALLEN.get(line.word(verb - 1)) if line.word(verb) == _NUMBERED else None
        if befallen is not None:
            found.append(Binding(group, befallen, (verb - 1, group.first), "toll"))
        if line.word(verb) == _NUMBERED:
            continue
        before = [b for b in bound if b.group.first < verb and not b.is_subset and b.property in _TOLD]
        if before:
            host = max(before, key=_place)
            if not host.is_negated:
                found.append(Binding(group, host.property, (verb, group.first), "toll"))
        elif "them" in line.words[verb : group.first] and not _LOSSES.isdisjoint(line.words[:verb]):
            found.append(Binding(group, "killed", (verb, group.first), "toll", is_subset=True))  # a side's
    return found


def _place(binding: Binding) -> int:
    return binding.group.first


def _counting_verb(line: Line, group: Group) -> int | None:
    """Return where "spoke of", "gave a figure of", "verify" or "estimated them at" stands before a number."""
    at = group.first - 1
    while line.word(at) in v.ADVERBS or line.word(at) in ("only", "just"):
        at -= 1
    words = line.words
    if line.word(at) in _CHECKING or line.word(at) == _NUMBERED:
        return at
    if line.word(at) == "of" and line.word(at - 1) in _OF:
        return at - 1
    if line.word(at) == "of" and line.word(at - 1) in _FIGURES:
        return next((k for k in range(at - 2, max(-1, at - 5), -1) if words[k] in _GIVING), None)
    if line.word(at) == "at" and line.word(at - 1) == "them" and line.word(at - 2) in _ESTIMATING:
        return at - 2
    return None
