"""Who a passive or intransitive verb is about: the counted groups that stand before it in its clause."""

from __future__ import annotations

from tasks.figures.lines import figure_words as v
from tasks.figures.lines.inserted_groups import DASHES, is_age, of_earlier, parts_among
from tasks.figures.lines.line import Group, Line
from tasks.figures.lines.predicates import Predicate
from tasks.figures.lines.speakers import says_clause

_JOINERS = frozenset({"and", "&", "or", "plus"})
_PRONOUNS = frozenset({"he", "she", "it"})  # not "where they both died"
_SAYS = (v.CUES | v.REPORTED) - {"counted", "left", "listed", "to"}  # which govern a name as well
_OWNERS = frozenset({"his", "her", "their", "its"})
_MAX_PLACE = 6  # tokens between people and "all of whom"
_PUNCT_JOINERS = frozenset({",", ";"})
_ENDS_PLACE = v.AUX | {",", "and"}


def subjects(line: Line, predicate: Predicate, floor: int, taken: set[int]) -> list[Group]:
    """Return the groups that the predicate counts, the first of them first.

    Args:
        line: the sentence.
        predicate: a predicate of kind passive, intransitive, reduced, past or count.
        floor: index behind the previous predicate and its objects: nothing before it is looked at.
        taken: starts of groups that another predicate has.
    """
    if _has_own_subject(line, predicate.first):
        return []
    end = _before_whom(line, predicate.first, floor)
    first, antecedent = _clause_start(line, end, floor)
    if antecedent is not None:
        return [antecedent]
    depth = line.depths[predicate.core]
    near = [
        g for g in line.groups
        if first <= g.first and g.last <= end and g.first not in taken
        and line.depths[g.first] == depth
    ]  # fmt: skip
    parts = parts_among(line, near) if floor == 0 else parts_among(line, near) | of_earlier(line, near)
    free = [g for g in near if g.first not in parts and not (_governed(line, g) or is_age(line, g))]
    free = [g for g in free if g.head != "one" or _stands_before(line, g, predicate.first)]
    if any(g.head != "one" for g in free):
        free = [g for g in free if g.head != "one"]
    if predicate.kind in {"reduced", "past", "count"}:
        return _adjacent(line, predicate, near, free)
    cluster = _cluster(line, free, predicate.first) if free else []
    if (
        predicate.is_singular
        and len(cluster) == 2
        and line.words[cluster[0].last : cluster[1].first] == [","]
    ):
        return cluster[:1]  # "one of them, a student, was killed"
    return cluster


def _has_own_subject(line: Line, verb: int) -> bool:
    """Whether a pronoun or a name is the subject behind a verb of saying: "two sources say he had died"."""
    at = verb - 1
    while line.word(at) in v.ADVERBS:
        at -= 1
    start = at
    while start > 0 and line.tokens[start].text[:1].isupper():
        start -= 1
    start -= start == at and line.word(at) in _PRONOUNS
    return start < at and line.word(start) in _SAYS


def _before_whom(line: Line, at: int, floor: int) -> int:
    """Return the comma before "of whom" in "47 civilians, of whom 39 were women, had been killed"."""
    if line.word(at - 1) != ",":
        return at
    for i in range(at - 2, max(floor, at - 14), -1):
        if line.word(i) == ",":
            opens = line.word(i + 1) == "of" or line.group_at(i + 1) is not None
            return i if opens and "whom" in line.words[i + 1 : i + 5] else at
    return at


def _stands_before(line: Line, group: Group, at: int) -> bool:
    """Say whether nothing but a place stands between a group and a verb."""
    gap = line.words[group.last : at]
    return not gap or (gap[0] in v.PREPOSITIONS | {"and"} and "," not in gap)


def _adjacent(line: Line, predicate: Predicate, near: list[Group], free: list[Group]) -> list[Group]:
    """Return the group right before the word with those coordinated in front of it.

    Failing that, the clause's free group, if only a bracket, an adverb or a place stands between.
    """
    end = predicate.first
    while line.word(end - 1) in v.ADVERBS:
        end -= 1
    touching = next((g for g in near if g.last == end), None)
    if touching is not None:
        row = [touching]
        for group in reversed([g for g in free if g.first < touching.first]):
            gap = line.words[group.last : row[0].first]
            is_other = gap == [","] and row[0].quantity.is_additional  # "31 killed, another 14 wounded"
            if is_other or not _joins(gap):
                break
            row.insert(0, group)
        return row
    cluster = _cluster(line, free, predicate.first) if free else []
    if not cluster or predicate.kind == "count":
        return []
    gap = line.words[cluster[-1].last : end]
    is_place = gap[:1] == ["of"] or (predicate.kind == "reduced" and gap[:1] in (["in"], ["at"], ["from"]))
    if not _is_aside(gap) and not (is_place and len(gap) <= 8 and _ENDS_PLACE.isdisjoint(gap)):
        return []
    return cluster


def _is_aside(gap: list[str]) -> bool:
    if gap == ["and", "crew"]:  # "with 117 passengers and crew killed"
        return True
    is_in_brackets = bool(gap) and gap[0] == "(" and gap[-1] == ")"
    return is_in_brackets or all(w in v.ADVERBS for w in gap)


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
                owner = next((g for g in line.groups if g.last == before), None) or _all_of_whom(line, i)
                is_said = line.word(before - 1) in v.CUES  # "a group said that five Danes were killed"
                if (
                    owner is not None
                    and not is_said
                    and not any(i < g.first < at and g.head in ("person", "bare") for g in line.groups)
                ):
                    return i, owner
                if word != "whom":
                    return i + 1, None
            owner = _owner(line, i, at) if word in v.FINITE_AUX else None
            if owner is not None:
                return i - 1, owner
            if (
                word in {";", ":"}
                or says_clause(line, i, at)
                or (word in v.CLAUSE and not _inside_group(line, i) and not _is_within(line, i, at))
                or word in v.FINITE_AUX
            ):
                return i + 1, None
        i -= 1
    return floor, None


def _all_of_whom(line: Line, whom: int) -> Group | None:
    """Return the group of "abducted nine men in Osk, all of whom were killed", None if that is not said."""
    if line.words[whom - 3 : whom] not in ([",", "all", "of"], [",", "both", "of"]):
        return None
    before = [g for g in line.groups if g.last <= whom - 3 and g.head == "person"]
    last = before[-1] if before else None
    return last if last is not None and whom - 3 - last.last <= _MAX_PLACE else None


def _owner(line: Line, aux: int, end: int) -> Group | None:
    """Return the group of "36 people who were taking part were killed", whose relative clause ends before.

    So do commas set one off: "two engineers, who were building a road, were killed".
    """
    if line.word(aux - 1) not in {"who", "that", "which"}:
        return None
    between = line.words[aux:end]
    is_set_off = line.word(aux - 2) == "," and between[-1:] == [","]
    between = between[:-1] if is_set_off else between
    if "," in between or "and" in between or not v.CUES.isdisjoint(between):
        return None
    if any(aux < g.first < end and g.head == "person" for g in line.groups):
        return None
    last = aux - 1 - is_set_off
    return next((g for g in line.groups if g.last == last and g.head == "person"), None)


def _is_within(line: Line, at: int, verb: int) -> bool:
    """Say whether a word opens no clause: of "as well as", the "with" of "men charged with theft were"."""
    if line.word(at) == "with":
        is_clause = any(at < g.first < verb for g in line.groups) or line.word(at - 1) in {",", "", ";"}
        return line.word(verb) in v.FINITE_AUX and not is_clause and "," not in line.words[at:verb]
    if line.word(at) == "leave":
        return line.word(at - 1) == "on"  # "two of them soldiers on leave"
    return line.word(at) == "as" and "well" in (line.word(at - 1), line.word(at + 1))


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
    if before.endswith("ing") and _is_noun(line, group.first - 1):
        return False
    return before.endswith(("ed", "ing")) and line.tokens[group.first - 1].text[0].islower()


_TIMES_OF_DAY = frozenset({"morning", "evening"})
_BEFORE_NOUN = frozenset({"the", "a", "this", "that", "in", "during", "of", "by", "after", "heavy", "fierce"})


def _is_noun(line: Line, at: int) -> bool:
    """Say whether a word in -ing is no verb: "by the evening 12 had died", "in the shelling six died"."""
    return line.word(at) in _TIMES_OF_DAY or line.word(at - 1) in _BEFORE_NOUN


def _cluster(line: Line, free: list[Group], end: int) -> list[Group]:
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
    if line.word(chosen[-1].last - 1) == "whom" and chosen[-1].last == end:
        return chosen  # "nine passengers survived, three of whom had been wounded"
    if (
        len(clusters) > 1
        and clusters[-2][-1].head != "unknown"
        and _is_apposition(line, clusters[-2][-1], chosen[0])
        and (chosen[0].is_partitive or line.word(end - 1) in _PUNCT_JOINERS)
    ):
        return clusters[-2]
    return chosen


# "A sniper opened fire and six people were killed": what somebody did is a clause of its own
_ACTS = frozenset(
    {"opened", "fired", "threw", "drove", "rammed", "detonated", "attacked", "ran", "blew", "set"}
)


def _joins(gap: list[str]) -> bool:
    if not gap or gap[0] in _ACTS or not DASHES.isdisjoint(gap):
        return False  # "18 killed – 16 paratroopers and a marine – and 64 wounded"
    if gap[-1] in _OWNERS and len(gap) > 1:  # "a woman and her two children"
        gap = gap[:-1]
    if gap[-1] in _JOINERS or gap[-2:] == ["well", "as"] or gap[-2:] == ["along", "with"]:
        return len(gap) < 14 and not any(w in {";"} for w in gap[:-1])
    return gap == [","]


def _is_apposition(line: Line, host: Group, group: Group) -> bool:
    """Say whether the second group tells more of the first ("31 people in the bus, 5 of them children")."""
    gap = line.words[host.last : group.first]
    return bool(gap) and gap[-1] in _PUNCT_JOINERS and line.word(group.first) not in v.CLAUSE
