"""Gapping: a number whose verb was said before: "one was stabbed in the arm and another in the neck"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.figures.bound.bind import Binding
from tasks.figures.lines import figure_words as v
from tasks.figures.lines.line import Group, Line
from tasks.figures.lines.quantity import Quantity
from tasks.figures.parts.alternatives import ALTERNATIVE

_MAX_GAP = 12  # tokens
_GIVES = v.role("gives")
_PLACES = frozenset({"among", "in", "at", "near", "on", "outside", "inside", "during", "within"})
_ENDS = frozenset({".", ";", ",", ""})
_MAX_SUBJECT = 6  # tokens of "the second bomb"
_MAX_LEAD = 7  # tokens of a day and a place before a number
_JOINS = frozenset({"and", ",", ";"})
_NOT_PEOPLE = frozenset({"total", "all", "turn", "particular", "addition", "fact"})


def gapped_bindings(line: Line, bound: Sequence[Binding]) -> list[Binding]:
    """Read "14 in Karsova and two in Belnik", and "two died, one on the 14th, the other on the 15th".

    A bare number (or "another") behind a joint, with a place or day behind it and no verb of its own
    before the clause ends, shares the predicate of the figure before it.
    """
    found: list[Binding] = []
    taken = {b.group.first for b in bound}
    for group in line.groups:
        host = _host(line, group, [*bound, *found]) if group.first not in taken else None
        if host is None:
            continue
        other = _other(line, group, host)
        rule = ALTERNATIVE if _says_number(line, group, host) else "gapped"
        for member in (group, *other):
            found.append(
                Binding(
                    member, host.property, host.predicate, rule, host.is_negated,
                    is_subset=host.is_subset or bool(other),
                )
            )  # fmt: skip
    return found


def _says_number(line: Line, group: Group, host: Binding) -> bool:
    """Say whether another gives its number for the same: "the police counted nine dead, the hospital 15"."""
    return _by_another(line, group) > 0 and line.word(host.group.first - 1) in _GIVES


def _by_another(line: Line, group: Group) -> int:
    """Return the joint before whom the verb is said of anew ("..., the second bomb 22"), else 0."""
    if line.word(group.last) not in _ENDS or group.quantity.kind != "number":
        return 0
    for at in range(group.first - 1, max(0, group.first - _MAX_SUBJECT), -1):
        if line.word(at) == "the":
            return at - 1 if at < group.first - 1 and line.word(at - 1) in _JOINS else 0
        if line.tokens[at].kind != "word" or line.is_stop(at) or line.word(at).endswith("est"):
            return 0  # "the youngest 14"
        if line.trigger_at(at) is not None:
            return 0
    return 0


def _host(line: Line, group: Group, bound: Sequence[Binding]) -> Binding | None:
    is_counted = group.quantity.kind == "number" or group.quantity.is_additional
    if group.head != "bare" or not is_counted or group.is_partitive:
        return None
    by_another = _by_another(line, group)
    joint = by_another or _joint(line, group)
    is_placed = (
        by_another
        or line.word(group.last) in _PLACES
        or (joint < group.first - 1 and line.word(group.last) in _ENDS)
    )
    if not is_placed or line.word(group.last + 1) in _NOT_PEOPLE:
        return None
    if line.word(joint) not in _JOINS or _has_verb(line, group.last):
        return None
    hosts = [b for b in bound if b.group.first < group.first]
    if not hosts:
        return None
    host = max(hosts, key=lambda b: b.group.first)
    if by_another and host.rule != "active" and line.word(host.group.first - 1) not in _GIVES:
        return None
    gap = line.words[max(host.group.last, host.predicate[1]) : joint]
    return host if len(gap) <= _MAX_GAP and not _is_clause(gap) else None


def _joint(line: Line, group: Group) -> int:
    """Return where the joint stands that a number, or its day and place, is behind: "; on 10 May, 9 in X"."""
    if line.word(group.first - 1) not in _JOINS:
        at = group.first - 1
    else:
        at = group.first - 2 if line.word(group.first - 1) == "," else group.first
    start = at
    while at > 0 and start - at < _MAX_LEAD and _is_of_lead(line, at):
        at -= 1
    if at < start and line.word(at + 1) in _PLACES and line.word(at) in _JOINS:
        before = line.word(at - 1)
        return at - 1 if line.word(at) == "and" and before in _JOINS else at
    return group.first - 1


def _is_of_lead(line: Line, at: int) -> bool:
    """Say whether a word may be one of a day and a place that open a clause: "at Hos, on 28 October"."""
    token = line.tokens[at]
    is_said = token.kind == "number" or token.text[:1].isupper() or line.words[at] in _PLACES
    return is_said or (token.text == "," and line.word(at + 1) in _PLACES)


def _has_verb(line: Line, at: int) -> bool:
    """Say whether an auxiliary or a casualty word stands between an index and the end of its clause."""
    while at < len(line.words) and line.words[at] not in ",;.)" and line.words[at] not in v.CLAUSE:
        is_month = line.tokens[at].text == "May"
        if (line.words[at] in v.AUX and not is_month) or line.trigger_at(at) is not None:
            return True
        at += 1
    return False


def _is_clause(gap: Sequence[str]) -> bool:
    return any(w in v.FINITE_AUX or w in v.CLAUSE or w in v.RELATIVE or w in "();" for w in gap)


def _other(line: Line, group: Group, host: Binding) -> list[Group]:
    """Return "the other" of "one on the 14th, (and) the other on the 15th", which share out two."""
    if (group.quantity.low, host.group.quantity.low) != (1, 2):
        return []
    for at in range(group.last, min(group.last + _MAX_GAP, len(line.words) - 1)):
        if line.words[at] in ";":
            break
        if line.words[at : at + 2] == ["the", "other"] and line.words[at - 1] in _JOINS:
            quantity = Quantity(at, at, at + 2, "number", 1, 1, "exact")
            return [Group(at, at + 2, quantity, "bare", None, "unknown")]
    return []
