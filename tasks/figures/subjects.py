"""Who a passive or intransitive verb is about: the counted groups that stand before it in its clause."""

from __future__ import annotations

from tasks.figures import vocabulary as v
from tasks.figures.line import Group, Line
from tasks.figures.predicates import Predicate

_JOINERS = frozenset({"and", "&", "or", "plus"})
_PUNCT_JOINERS = frozenset({",", ";"})


def subjects(line: Line, predicate: Predicate, floor: int, taken: set[int]) -> list[Group]:
    """Return the groups that the predicate counts, the first of them first.

    Args:
        line: the sentence.
        predicate: a predicate of kind passive, intransitive, reduced, past or count.
        floor: index behind the previous predicate and its objects: nothing before it is looked at.
        taken: starts of groups that another predicate has.
    """
    first, antecedent = _clause_start(line, predicate.first, floor)
    if antecedent is not None:
        return [antecedent]
    free = [
        g for g in line.groups
        if first <= g.first and g.last <= predicate.first and g.first not in taken and not _governed(line, g)
    ]  # fmt: skip
    if not free:
        return []
    if predicate.kind in ("reduced", "past", "count", "state"):
        return _adjacent(line, predicate, free)
    return _cluster(line, free)


def _adjacent(line: Line, predicate: Predicate, free: list[Group]) -> list[Group]:
    """Keep the cluster whose last group ends right before the word, brackets and adverbs aside."""
    end = predicate.first
    while end > 0 and line.word(end - 1) in {",", "reportedly", "were", "being"} - {","}:
        end -= 1
    cluster = _cluster(line, free)
    if not cluster:
        return []
    gap = line.words[cluster[-1].last : end]
    if gap and not _is_aside(gap) and predicate.kind != "reduced":
        return []
    if gap and predicate.kind == "reduced" and (len(gap) > 8 or any(w in v.AUX | {",", "and"} for w in gap)):
        return []
    return cluster


def _is_aside(gap: list[str]) -> bool:
    return gap[0] == "(" and gap[-1] == ")" or all(w in v.ADVERBS for w in gap)


def _clause_start(line: Line, at: int, floor: int) -> tuple[int, Group | None]:
    """Walk left to where the clause starts; a relative "who" gives its antecedent instead."""
    i = at - 1
    depth = 0
    while i >= floor:
        word = line.word(i)
        if word == ")":
            depth += 1
        elif word == "(":
            if depth == 0:
                return i + 1, None
            depth -= 1
        elif depth == 0:
            if word in v.RELATIVE and not any(g.first <= i < g.last for g in line.groups):
                before = i - 1 if line.word(i - 1) == "," else i
                owner = next((g for g in line.groups if g.last == before), None)
                if owner is not None and not any(i < g.first < at for g in line.groups):
                    return i, owner
                if word != "whom":
                    return i + 1, None
            if word in {";", ":"} or (word in v.CLAUSE and not _inside_group(line, i)) or word in v.FINITE_AUX:
                return i + 1, None
        i -= 1
    return floor, None


def _inside_group(line: Line, at: int) -> bool:
    return any(g.first <= at < g.last for g in line.groups)


def _governed(line: Line, group: Group) -> bool:
    """Say whether a preposition or another verb has the group ("in the attack on two soldiers")."""
    before = line.word(group.first - 1)
    if before in {"(", "[", ""}:
        return False
    if before in v.PREPOSITIONS or before in {"including", "among"}:
        return True
    if before in v.CUES or before in v.AUX or before in v.ADVERBS:
        return False
    return before.endswith(("ed", "ing")) and line.tokens[group.first - 1].text[0].islower()


def _cluster(line: Line, free: list[Group]) -> list[Group]:
    """Return the coordinated groups that the first of them opens; what follows in apposition is left out."""
    best = [free[0]]
    clusters = [best]
    for group in free[1:]:
        gap = line.words[best[-1].last : group.first]
        if _joins(gap):
            best.append(group)
        else:
            best = [group]
            clusters.append(best)
    chosen = clusters[-1]
    if len(clusters) > 1 and clusters[-2][-1].head != "unknown" and _is_apposition(line, clusters[-2][-1], chosen[0]):
        return clusters[-2]
    return chosen


def _joins(gap: list[str]) -> bool:
    if not gap:
        return False
    if gap[-1] in _JOINERS or gap[-2:] == ["well", "as"] or gap[-2:] == ["along", "with"]:
        return len(gap) < 14 and not any(w in {";"} for w in gap[:-1])
    return gap == [","]


def _is_apposition(line: Line, host: Group, group: Group) -> bool:
    """Say whether the second group tells more of the first ("31 people in the bus, 5 of them children")."""
    gap = line.words[host.last : group.first]
    return bool(gap) and gap[-1] in _PUNCT_JOINERS and line.word(group.first) not in v.CLAUSE
