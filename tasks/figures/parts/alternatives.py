"""Other numbers for the same loss: "killed 12 people, or 15 according to witnesses", "others give 40"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.figures.bound.bind import Binding
from tasks.figures.lines import figure_words as v
from tasks.figures.lines.line import Group, Line

ALTERNATIVE = "alternative"  # the rule's name: such a number stands beside its host's and adds nothing
_PERHAPS = frozenset({"possibly", "perhaps", "maybe", "probably", "potentially", "even"})
_GIVES = v.role("gives")
_CLOSER = frozenset({"closer", "nearer"})
_REAL = frozenset({"actual", "real", "true", "correct", "right", "official", "final"})
_COUNTS = frozenset({"number", "figure", "toll", "total", "count"})
_PUTS = frozenset({"put", "puts", "set", "gave", "give", "gives"})
_AS_AT = frozenset({"as", "at"})
_JOINS = frozenset({";", ",", "and", "but", "while", "whereas", "though", "although", "however", "or", "("})
_ENDS = frozenset({"", ".", ";", ",", ")", "and", "but", "while", "though"})
_LOSSES = ("killed", "injured")
_MAX_GAP = 16  # tokens from the first number's clause to the other number
_MAX_REAL = 32  # likewise, to "the actual figure was 115"
HINTS = frozenset({"or", "according"}) | _REAL | _PUTS | _PERHAPS | _GIVES | _CLOSER


def alternative_bindings(line: Line, bound: Sequence[Binding]) -> list[Binding]:
    """Return the numbers that somebody else, or an "or", gives for the loss counted before them."""
    if not bound or HINTS.isdisjoint(line.words):
        return []
    taken = {b.group.first for b in bound}
    found: list[Binding] = []
    for group in line.groups:
        if group.first in taken or group.quantity.kind != "number" or group.is_partitive:
            continue
        host = _host(line, group, bound)
        if host is not None and _is_another_count(line, group, host):
            found.append(Binding(group, host.property, host.predicate, ALTERNATIVE, host.is_negated))
    return found


def _host(line: Line, group: Group, bound: Sequence[Binding]) -> Binding | None:
    before = [b for b in bound if b.group.first < group.first and not (b.is_subset or b.rule == "named")]
    host = max(before, key=lambda b: b.group.first, default=None)
    if host is None or host.property not in _LOSSES or host.group.quantity.kind != "number":
        return None
    end = max(host.group.last, host.predicate[1] if host.predicate[1] <= group.first else 0)
    inside = (g for g in line.groups if host.group.first < g.first < group.first)
    between = [g for g in inside if g.head == "person" and g.quantity.kind != "article"]
    reach = _MAX_REAL if line.word(group.first - 3) in _REAL else _MAX_GAP
    return host if group.first - end <= reach and not between else None


def _is_another_count(line: Line, group: Group, host: Binding) -> bool:
    before, after = line.word(group.first - 1), line.word(group.last)
    if line.trigger_at(line.skip_adverbs(group.last)) is not None or after in v.AUX:
        return False  # it has a verb of its own
    is_bare = group.head == "bare"
    if before in _PERHAPS:
        return line.word(group.first - 2) in _JOINS and (is_bare or group.head == "person")
    if before == "or":
        return is_bare and (after in _ENDS or after == "according")
    if is_bare and after == "according" and line.word(group.last + 1) == "to":
        return before in _JOINS
    return is_bare and after in _ENDS and _is_given(line, group, host)


def _is_given(line: Line, group: Group, host: Binding) -> bool:
    """Whether somebody else gives the number, or it is the one that a count was nearer to."""
    start = max(host.group.last, host.predicate[1] if host.predicate[1] <= group.first else 0)
    clause = line.words[start : group.first]
    if line.words[group.first - 1] == "to" and line.words[group.first - 2] in _CLOSER:
        return not _COUNTS.isdisjoint(clause)
    if line.words[group.first - 1] == "was" and line.words[group.first - 2] in _COUNTS:
        return line.word(group.first - 3) in _REAL
    opens = next((i for i, word in enumerate(clause) if word in _JOINS), None)
    if opens is None:
        return False
    is_put = line.words[group.first - 1] in _AS_AT and not _COUNTS.isdisjoint(clause[-3:])
    if is_put and not _PUTS.isdisjoint(clause[opens:]):
        return True  # "...; the opposition gave the number as 20"
    return line.word(group.first - 1) in _GIVES and opens < len(clause) - 2
