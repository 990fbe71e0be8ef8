"""Rows of groups that one verb has: whether one is the sum of the others, which number is meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tasks.figures.lines import figure_words as v
from tasks.figures.lines.line import Group, Line
from tasks.figures.lines.predicates import Predicate
from tasks.figures.lines.quantity import read_quantity

_COUNTS_AMONG = v.BE | {"as", "became", "becoming", "being", "among"}


def those_of(line: Line, group: Group) -> Group:
    """Return 12 of "he was one of 12 people killed": the participle tells of all of them."""
    number = group.quantity
    if not group.is_partitive or number.low != 1 or line.word(number.first - 1) not in _COUNTS_AMONG:
        return group
    inner = read_quantity(line.words, number.last + 1)
    if inner is None or inner.kind != "number":
        return group
    return replace(group, first=inner.first, quantity=inner, is_partitive=False)


def dead_of(line: Line, group: Group) -> Group:
    """Return nine of "the bodies of seven of the nine victims": so many are dead, whoever was found."""
    number = group.quantity
    if not group.is_partitive or line.words[number.last : number.last + 2] != ["of", "the"]:
        return group
    inner = read_quantity(line.words, number.last + 2) if number.last + 2 < len(line.words) else None
    if inner is None or inner.kind != "number" or inner.last >= group.last:
        return group
    return replace(group, first=inner.first, quantity=inner, is_partitive=False)


def is_total(line: Line, groups: Sequence[Group]) -> bool:
    """Say whether the first group is the sum of the others ("two officers, a sergeant and a constable").

    "Two soldiers, a policeman and a civilian" are four, and so are "two teachers, a nurse and a cyclist".
    """
    lows = [g.quantity.low for g in groups]
    if len(lows) < 3 or any(low is None for low in lows):
        return False
    return lows[0] == sum(low for low in lows[1:] if low is not None) and _may_be_all(line, groups)


def _may_be_all(line: Line, groups: Sequence[Group]) -> bool:
    """Whether the first noun may be one for all of the others."""
    first, *others = groups
    if first.victim_class == "unknown" or first.victim is None:
        return True
    if any(g.victim_class not in (first.victim_class, "unknown") for g in others):
        return False
    return first.victim_class != "civilians" or line.word(first.victim[1] - 1) in v.GENERAL


def are_told_apart(line: Line, predicate: Predicate, groups: Sequence[Group]) -> bool:
    """Say whether the others only tell more of the first ("two people, a boy and his mother, died")."""
    if len(groups) < 2 or line.word(predicate.first - 1) != "," or groups[-1].last > predicate.first:
        return False
    first, *others = groups
    if line.words[first.last : others[0].first] != [","] or first.quantity.low is None:
        return False
    return sum(g.quantity.low or 0 for g in others) <= first.quantity.low
