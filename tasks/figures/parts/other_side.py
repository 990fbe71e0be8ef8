"""What the other side lost, whose verb was said before: "lost 1,000 men, the defenders 500"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.figures.bound.bind import Binding
from tasks.figures.lines.figure_words import role
from tasks.figures.lines.line import Group, Line

OTHER_SIDE = "other_side"  # the rule's name: such a number adds to its host's
_LOST = frozenset({"lost", "suffered", "had", "left", "sustained", "cost", "costing", "losing", "leaving"})
_JOINS = frozenset({",", ";", "and", "while", "against", "to"})
_GIVES = role("gives")
_ENDS = frozenset({"", ".", ";", ",", ")"})
_WERE = frozenset({"were", "was", "did"})
_AMOUNTS = frozenset({"to", "were", "numbered", "totalled"})
_MAX_SIDE = 4  # tokens that name the side
_REACH = 12  # tokens from the first number to the joint


def other_side_bindings(line: Line, bound: Sequence[Binding]) -> list[Binding]:
    """Return the dead that the clause before lends its verb to.

    "Twelve rebels were killed, as were six soldiers", "left 2,000 dead, against 149 Paraguayans",
    "the army lost six men and the rebels twelve".
    """
    killed = [b for b in bound if b.property == "killed" and not (b.is_subset or b.is_negated)]
    if not killed:
        return []
    taken = {b.group.first for b in bound}
    found: list[Binding] = []
    for group in line.groups:
        if group.first in taken or group.quantity.kind != "number":
            continue
        if group.is_partitive and line.word(group.first - 1) != "against":
            continue
        host = max((b for b in killed if b.group.last <= group.first), key=_place, default=None)
        if host is not None and _shares_verb(line, group, host):
            # "23 of the enemy" are some of them: a part of the dead of both sides
            part = group.is_partitive
            found.append(Binding(group, "killed", host.predicate, OTHER_SIDE, is_subset=part))
    return found


def _place(binding: Binding) -> int:
    return binding.group.first


def _shares_verb(line: Line, group: Group, host: Binding) -> bool:
    end = max(host.group.last, host.predicate[1] if host.predicate[1] <= group.first else 0)
    if group.first - end > _REACH or line.trigger_at(line.skip_adverbs(group.last)) is not None:
        return False
    before = line.word(group.first - 1)
    if before in _WERE:
        return line.word(group.first - 2) == "as" and group.head == "person"
    if before == "against" and _is_set_against(line, group, end):
        return True
    if line.word(host.predicate[0]) not in _LOST and host.rule not in ("elliptical", "left_dead"):
        return False
    if before in ("against", "to") and line.word(group.first - 2) in (",", "field", "dead", "killed", "men"):
        return True
    if line.word(host.group.first - 1) in _GIVES:
        return False  # "the police counted nine dead, the hospital fifteen": another number for the same
    return group.head == "bare" and line.word(group.last) in _ENDS and _is_side(line, group.first, end)


def _is_set_against(line: Line, group: Group, end: int) -> bool:
    """Whether "against 23 of the enemy" stands right behind what befell the others, or behind a comma."""
    is_apart = line.word(group.first - 2) == ","
    is_near = is_apart or group.first - 1 == end
    # "killed in a fight against 40 rebels" tells whom they fought
    return (is_near and (group.head == "bare" or group.is_partitive)) or (is_apart and group.head == "person")


def _is_side(line: Line, end: int, floor: int) -> bool:
    """Whether a joint and "the rebels", "those of the army to" or a leader's name stand before a number."""
    end -= line.word(end - 1) in _AMOUNTS
    if line.tokens[end - 1].text[:1].isupper() and line.word(end - 2) in ("and", "while"):
        return end - 2 >= floor  # "Holt lost 28 men and Quist six"
    start = next(
        (i for i in range(end - 2, max(floor, end - _MAX_SIDE) - 1, -1) if line.words[i] == "the"), 0
    )
    named = [word.rstrip("'’") for word in line.words[start + 1 : end]]
    is_named = start > floor - 1 and named and all(word.isalpha() for word in named)
    if line.words[start - 2 : start] == ["those", "of"]:
        start -= 2
    return bool(is_named and line.word(start - 1) in _JOINS)
