"""Bodies of people told with their strength of whom all died: "the crew of four was killed".

"Wiped out a detachment of 29 men", "the garrison of 80 was put to the sword".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tasks.figures.bound.bind import Binding
from tasks.figures.lines import figure_words as v
from tasks.figures.lines.line import Group, Line
from tasks.figures.lines.predicates import Predicate

BODIES = v.role("armed_body")
_DETERMINERS = frozenset({"the", "a", "an", "its", "her", "their", "his", "entire", "whole", "small"})
_OF_SOME = frozenset({"of", "half"})
_WIPED = (("wiped", "out"), ("annihilated",), ("massacred",), ("slaughtered",), ("exterminated",))
_BE = frozenset({"was", "were", "been"})
_UNDER = 6  # tokens of "under Captain Holt"
_BEHIND = frozenset({"", ".", ",", ";", "under", "and", "in", "at", "near", "on"})


def whole_body_bindings(
    line: Line, predicates: Sequence[Predicate], bound: Sequence[Binding]
) -> Iterator[Binding]:
    """Yield the strength of each body that a verb of killing has for its whole subject or object."""
    if BODIES.isdisjoint(line.words):
        return
    taken = {b.group.first for b in bound if b.property == "killed"}
    for group in line.groups:
        if group.quantity.kind != "number" or group.first in taken:
            continue
        if line.word(group.first - 1) != "of" or line.word(group.first - 2) not in BODIES:
            continue
        start = group.first - 3
        if line.word(start) not in _DETERMINERS or line.word(start - 1) in _OF_SOME:  # "26 of the crew of 41"
            continue
        span = _killed(line, group, predicates) or _wiped_out(line, group) or _wiping_out(line, group, start)
        if span is not None:
            yield Binding(group, "killed", span, "passive")


def _killed(line: Line, group: Group, predicates: Sequence[Predicate]) -> tuple[int, int] | None:
    end = _behind_leader(line, group.last)
    for p in predicates:
        is_death = p.property == "killed" and p.kind in ("passive", "intransitive") and not p.is_negated
        if is_death and p.first == end:
            return p.first, p.last
    return None


def _wiped_out(line: Line, group: Group) -> tuple[int, int] | None:
    """Return where "was wiped out" stands right behind the body."""
    at = _behind_leader(line, group.last)
    if line.word(at) not in _BE:
        return None
    start = line.skip_adverbs(at + 1)
    return next(
        ((at, start + len(w)) for w in _WIPED if tuple(line.words[start : start + len(w)]) == w), None
    )


def _wiping_out(line: Line, group: Group, start: int) -> tuple[int, int] | None:
    """Return where "wiped out" stands right before the body, which ends its clause or tells who led it."""
    at = start if line.word(start - 1) not in _DETERMINERS else start - 1
    if line.word(group.last) not in _BEHIND:
        return None
    return next(((at - len(w), at) for w in _WIPED if tuple(line.words[at - len(w) : at]) == w), None)


def _behind_leader(line: Line, at: int) -> int:
    if line.word(at) != "under":
        return at
    for end in range(at + 1, min(at + _UNDER, len(line.words))):
        if line.word(end) in v.AUX:
            return end
        if not line.tokens[end].text[:1].isupper():
            return at
    return at
