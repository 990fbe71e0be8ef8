"""Who was killed together with others: "Quist was killed along with two guards" are three.

So are those who belong to them: "an officer and his wife were killed", "three nurses died with their driver".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tasks.figures.bound.bind import Binding
from tasks.figures.lines.figure_words import people
from tasks.figures.lines.line import Group, Line
from tasks.figures.lines.quantity import Quantity
from tasks.figures.persons.named_objects import definite_object

_WITH = {("along", "with"), ("together", "with")}
_SUBJECTS = frozenset(("passive", "intransitive"))
_OBJECTS = frozenset(("active", "deaths_of", "left_dead"))
_OTHERS = frozenset(("other", "others"))
_ENDS = frozenset((";", ".", ":", "who", "which", "that", "when", "while", "but", "and", "after", "before"))
_OWNERS = frozenset(("his", "her", "their"))
_POINTED = _OWNERS | {"the"}
_BE = frozenset(("was", "were", "have", "had", "are", "died"))
_BEHIND = frozenset(
    ("", ".", ",", ";", ")", "dead", "in", "at", "on", "near", "when", "while", "before", "after")
)
_REACH = 16  # tokens between a verb and the company: "killed by a car bomb in Osk, together with 18 others"


def with_company(line: Line, bound: Sequence[Binding]) -> list[Binding]:
    """Return the bindings with those who shared the fate of a named person, who is counted with them then."""
    found = list(bound)
    taken = {b.group.first for b in bound}
    for at, host in enumerate(bound):
        if host.rule in _SUBJECTS | _OBJECTS and not host.is_subset and (host.group.quantity.low or 0) > 0:
            end = _owned(line, host)
            if end:
                found.append(_beside(line, host, end))
        person = _known_beside(line, host)
        if person is not None:
            found.append(person)
        if host.rule != "named" or host.property != "killed":
            continue
        end = max(host.predicate[1], host.group.last)
        more = _owned_company(line, host, end)
        if more:
            found[at] = replace(host, rule="passive")
            found += more
            continue
        group = _company(line, end)
        if group is None or group.head != "person" or group.first in taken or not group.quantity.low:
            continue
        found[at] = replace(host, rule="passive")
        found.append(_more(group, host))
    return found


def _owned(line: Line, host: Binding) -> int:
    """Return where one ends who belongs to those counted and shares their fate, 0 if there is none.

    "An officer and his wife were killed", "three women were killed along with their driver".
    """
    last = host.group.last
    if host.rule in _OBJECTS:  # "killing four of them along with their guide"
        at = next((i for i in range(last, last + 3) if tuple(line.words[i : i + 2]) in _WITH), -1)
        is_behind = at >= 0 and _ENDS.isdisjoint(line.words[last:at])
        return definite_object(line, at + 2) if is_behind and line.word(at + 2) in _OWNERS else 0
    if line.word(last) == "and" and line.word(last + 1) in _OWNERS and line.word(last + 2) != "unborn":
        end = definite_object(line, last + 1)
        return end if line.word(end) in _BE else 0
    for at in range(host.predicate[1], min(host.predicate[1] + _REACH, len(line.words))):
        if line.word(at) in _ENDS:
            return 0
        if (line.word(at - 1), line.word(at)) in _WITH and line.word(at + 1) in _OWNERS:
            return definite_object(line, at + 1)
    return 0


def _known_beside(line: Line, host: Binding) -> Binding | None:
    """Return the one person behind those counted: "five men and the driver", "three men and their guide".

    Who is told of in the sentence before is pointed at: such a one counts as one who is named does.
    """
    last = host.group.last
    is_many = host.group.quantity.kind == "number" and not (host.is_subset or host.is_negated)
    if not is_many or line.word(last) != "and" or line.word(last + 1) not in _POINTED:
        return None
    is_object = host.rule in _OBJECTS
    if not is_object and (host.rule not in _SUBJECTS or line.word(last + 1) in _OWNERS):
        return None
    end = definite_object(line, last + 1)
    if not end or not (line.word(end) in _BEHIND if is_object else line.word(end) in _BE):
        return None
    group = replace(host.group, first=last + 1, last=end, victim=(last + 1, end), is_partitive=False)
    quantity = Quantity(last + 1, last + 1, end, "article", 1, 1, "exact")
    group = replace(group, quantity=quantity, head="person", victim_class=people()[line.words[end - 1]][1])
    return Binding(group, host.property, host.predicate, "named")


def _owned_company(line: Line, host: Binding, start: int) -> list[Binding]:
    """Return those who belong to one killed and died with them: "along with his wife and two sons"."""
    for at in range(start + 1, min(start + _REACH, len(line.words))):
        if line.word(at) in _ENDS:
            return []
        if (line.word(at - 1), line.word(at)) not in _WITH or line.word(at + 1) not in _OWNERS:
            continue
        end = definite_object(line, at + 1)
        return [_beside(line, host, end), *_row_behind(line, host, end)] if end else []
    return []


def _row_behind(line: Line, host: Binding, end: int) -> list[Binding]:
    """Return those who go on a row of company: "his wife, a cook and two guards"; none if "and" ends none."""
    more: list[Binding] = []
    is_ended = False
    while not is_ended and line.word(end) in (",", "and"):
        is_ended = line.word(end) == "and" or line.word(end + 1) == "and"
        at = end + 1 + (line.word(end) == "," and is_ended)
        group = line.group_at(at + (line.word(at) in _OWNERS))
        if group is not None and group.head == "person" and group.quantity.low:
            more.append(_more(group, host))
            end = group.last
        elif line.word(at) in _OWNERS and (last := definite_object(line, at)):
            more.append(_beside(line, host, last))
            end = last
        else:
            return []
    return more if is_ended else []


def _more(group: Group, host: Binding) -> Binding:
    """Return people as more than the one they were killed with."""
    quantity = replace(group.quantity, is_additional=True)
    return Binding(replace(group, quantity=quantity), "killed", host.predicate, "beside", host.is_negated)


def _beside(line: Line, host: Binding, end: int) -> Binding:
    """Return one more person beside those counted, whose noun ends before a word."""
    start = next(i for i in range(end - 1, -1, -1) if line.word(i) in _OWNERS)
    quantity = Quantity(start, start, end, "article", 1, 1, "exact", is_additional=True)
    more = Group(start, end, quantity, "person", (start, end), people()[line.words[end - 1]][1])
    return Binding(more, host.property, host.predicate, "beside", host.is_negated)


def _company(line: Line, end: int) -> Group | None:
    """Return the people with whom one was killed: behind the verb, or further on in its clause.

    "With" alone joins others, and whom it counts right behind the verb: "was shot with two others"; it
    joins nobody in "killed with a knife", "killed in a shootout with two policemen".
    """
    for at in range(end, min(end + _REACH, len(line.words))):
        if line.word(at) in _ENDS:
            return None
        if line.word(at) != "with":
            continue
        group = line.group_at(at + 1)
        if group is None:
            continue
        is_joined = tuple(line.words[at - 1 : at + 1]) in _WITH
        is_counted = at == end and group.quantity.kind == "number"  # "was killed with four guards"
        if is_joined or is_counted or not _OTHERS.isdisjoint(line.words[group.first : group.last + 1]):
            return group
    return None
