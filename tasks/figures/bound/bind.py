"""Number and property bound by construction: verbs with their objects and subjects, nouns of loss."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tasks.figures.bound.participle_person import may_be_reduced
from tasks.figures.bound.row_of_groups import are_told_apart, dead_of, is_total, those_of
from tasks.figures.lines import figure_words as v
from tasks.figures.lines.inserted_groups import is_among_them
from tasks.figures.lines.line import Group, Line, behind_place
from tasks.figures.lines.predicates import Predicate
from tasks.figures.lines.speakers import speaks
from tasks.figures.lines.subjects import subjects
from tasks.model.figure import FigureProperty
from tasks.model.value import value


@value(frozen=True, slots=True)
class Binding:
    """A group with what befell it.

    Attributes:
        predicate: the index range of the words that say it.
        rule: the construction.
    """

    group: Group
    property: FigureProperty
    predicate: tuple[int, int]
    rule: str
    is_negated: bool = False
    is_subset: bool = False
    is_cumulative: bool = False
    is_additional: bool = False


def bind_predicates(line: Line, predicates: Sequence[Predicate]) -> list[Binding]:
    """Bind each predicate to its groups, from left to right; a group has one predicate only."""
    found: list[Binding] = []
    taken: set[int] = set()
    before: list[Binding] = []  # what befell those of whom the sentence tells more
    floor = 0
    for predicate in predicates:
        bound = _bind(line, predicate, floor, taken, found)
        found += bound
        is_relative = line.word(predicate.first - 1) in v.RELATIVE
        if is_relative and predicate.property == "injured":
            before += bound  # "a cadet who lost both legs died"
            continue
        taken |= {b.group.first for b in bound}
        if bound or not is_relative:
            floor = max([floor, predicate.last, *(b.group.last for b in bound)])
    dead = {b.group.first for b in found if b.property == "killed"} if before else set()
    return [b for b in found if b not in before or b.group.first not in dead]


def _bind(
    line: Line, predicate: Predicate, floor: int, taken: set[int], earlier: Sequence[Binding]
) -> list[Binding]:
    if predicate.kind in ("active", "past", "of"):
        groups = _objects(line, predicate, taken)
        if line.word(predicate.core) == "body":  # "a body of 300 men" is alive
            groups = [g for g in groups if g.quantity.low == 1 and not g.is_partitive]
        elif line.word(predicate.core) == "remains":  # "the remains of a son"
            groups = [g for g in groups if g.quantity.low != 1]
        if predicate.kind == "of":  # "the bodies of nine men and 48 wounded people"
            groups = [g for i, g in enumerate(groups) if not i or g.befallen in (None, predicate.property)]
        if groups:
            rule = "deaths_of" if predicate.kind == "of" else "active"
            return _made(line, predicate, groups, rule)
        if predicate.kind != "past" or _has_plain_object(line, predicate):
            return []
    groups = [g for g in subjects(line, predicate, floor, taken) if _fits(g, predicate, bool(earlier))]
    if predicate.kind == "count":  # "a man who had been involved in killings" is none of the dead
        groups = [g for g in groups if v.RELATIVE.isdisjoint(line.words[g.last : predicate.first])]
    if not groups and predicate.kind == "count":
        return _shared_count(line, predicate, earlier)
    if not groups and predicate.kind in ("past", "passive", "intransitive"):
        return _shared_subject(line, predicate, earlier)
    if predicate.kind == "past":
        groups = [g for g in groups if g.quantity.kind != "article" or may_be_reduced(line, g, predicate)]
    if predicate.kind in ("past", "reduced"):  # "15 dead civilians and 20 wounded"
        groups = [g for g in groups if g.befallen in (None, predicate.property)]
    rule = {"count": "count", "reduced": "left_dead", "past": "elliptical"}.get(
        predicate.kind, predicate.kind
    )
    return _made(line, predicate, groups, rule)


_OBJECTS = frozenset({"the", "his", "her", "their", "its", "our", "my", "him", "them", "it"})
_OBJECTS |= {"himself", "herself", "themselves"}
_DAYS = ("day", "january", "february", "march", "april", "may", "june", "july", "august", "ember", "october")
_ENDS_SUBJECT = v.FINITE_AUX | v.CLAUSE | {";", ","}


def _has_plain_object(line: Line, predicate: Predicate) -> bool:
    """Say whether an object without number follows ("killed Harold", "wounded the driver")."""
    at = predicate.last
    if at >= len(line.tokens) or line.tokens[at].kind != "word":
        return False
    is_name = line.tokens[at].text[0].isupper() and not line.word(at).endswith(_DAYS)
    if v.people().get(line.word(at), ("",))[0] == "plural":
        return True  # "mowed down shoppers"
    return line.word(at) in _OBJECTS or (is_name and line.word(at) not in v.PREPOSITIONS)


def _fits(group: Group, predicate: Predicate, has_earlier: bool) -> bool:
    """Say whether a verb that needs people finds a noun for people (or, in a row of them, a bare number)."""
    if group.head == "one":
        return predicate.kind == "passive" and predicate.is_singular and not predicate.needs_person
    if predicate.needs_person and group.head != "person":
        if group.head != "bare" or group.is_partitive or has_earlier:
            return group.head == "bare"
        is_people = predicate.property in ("killed", "injured") and predicate.kind in (
            "passive",
            "intransitive",
        )
        return is_people and group.quantity.kind == "number"
    if predicate.kind == "count" and group.is_partitive:
        return False
    if predicate.kind == "count":
        return group.quantity.kind != "article" or predicate.property != "killed_or_injured"
    return group.quantity.kind != "article" or group.head == "person" or group.quantity.is_additional


_REMAINS = frozenset({"bodies", "corpses", "remains"})


def _made(line: Line, predicate: Predicate, groups: Sequence[Group], rule: str) -> list[Binding]:
    found = []
    total = is_total(line, groups) or are_told_apart(line, predicate, groups)
    if total and groups[0].quantity.low == 1:
        groups = groups[:1]  # "a fourth man, a farmer, died": the same one
    for number, group in enumerate(groups):
        group = those_of(line, group) if rule == "elliptical" else group
        group = dead_of(line, group) if line.word(predicate.core) in _REMAINS else group
        if group.quantity.kind == "none" and line.word(predicate.core) in _REMAINS:
            continue  # "no bodies were found": how many died is open
        properties: tuple[FigureProperty, ...] = (predicate.property,)
        if group.quantity.kind == "none" and predicate.property == "killed_or_injured" and rule != "count":
            properties = ("killed", "injured")
        found += [
            Binding(
                group, prop, (predicate.first, predicate.last), rule, predicate.is_negated,
                is_subset=total and number > 0,
            )
            for prop in properties
        ]  # fmt: skip
    return found


def _objects(line: Line, predicate: Predicate, taken: set[int]) -> list[Group]:
    """Return the groups behind the verb: the object and what is coordinated with it."""
    at = line.skip_adverbs(predicate.last)
    if line.word(at) in {"included", "includes"}:
        return []  # "those killed included": parts of the dead
    if predicate.kind == "of" and line.word(at) in {"the", "its", "their"} and line.group_at(at) is None:
        at += 1
    found: list[Group] = []
    group = line.group_at(at)
    if line.word(predicate.last) in _SELVES and line.word(predicate.last + 1) == "and":
        group = line.group_at(predicate.last + 2)  # "killed themselves and 14 others"
    if group is None:
        group = _behind_first_conjunct(line, at)
        is_kin = group is not None and not v.people().keys().isdisjoint(line.words[at : group.first])
        if group is None or (predicate.needs_person and not is_kin):
            return []
    while group is not None and group.first not in taken:
        if found and group.is_partitive and line.word(group.last - 1) in {"them", "whom"}:
            break  # "killed eleven people, five of them children"
        is_other = bool(found) and any(says(line, group) for says in _NO_CONJUNCT)
        if is_other or not _object_fits(line, group, predicate, found):
            break  # "injuring 29 others, an official said"
        if group.quantity.kind == "none" and predicate.kind != "active" and not found:
            break
        found.append(group)
        group = _next_conjunct(line, group)
    if len(found) == 1 and predicate.kind == "past" and _has_own_predicate(line, found[0]):
        return []
    return found


def _object_fits(line: Line, group: Group, predicate: Predicate, found: Sequence[Group]) -> bool:
    if group.quantity.kind == "article" and line.word(predicate.core).startswith("los"):
        return False  # "losing a parent"
    if predicate.needs_person and group.head == "bare" and group.is_partitive:
        return not line.word(predicate.core).startswith("los")  # "executed nine of them"
    if predicate.needs_person or predicate.kind == "of":
        is_loss = predicate.kind == "of" and not predicate.needs_person
        is_open = behind_place(line, group.last) > group.last or line.word(group.last - 1) == "more"
        if predicate.kind == "of" and group.head == "bare" and is_open:
            return True  # "with the loss of all 49 on board", "injuries to 30 more"
        return group.head == "person" or is_loss or (bool(found) and group.head == "unknown")
    if group.quantity.kind == "article":
        if group.quantity.is_additional and group.head == "bare":
            return True
        return group.head == "person" or (group.head == "one" and predicate.kind != "of")
    return True


def _behind_first_conjunct(line: Line, at: int) -> Group | None:
    """Find "two passengers" in "killing the driver and two passengers"."""
    if at >= len(line.tokens) or line.tokens[at].kind == "punct":
        return None
    i = at
    while i < at + 7 and i < len(line.words):
        word = line.word(i)
        if word == "and" and i > at:
            return line.group_at(i + 1)
        if word in v.PREPOSITIONS or word in v.CLAUSE or word in v.AUX or word in ";:(" or line.trigger_at(i):
            return None
        if i > at and line.group_at(i) is not None and word not in {"a", "an"}:
            return _unless_partitive(line.group_at(i)) if line.word(i - 1) == "," else None
        i += 1
    return None


def _unless_partitive(group: Group | None) -> Group | None:
    """Return a group that is no part and no age ("killed his mother, 52, and two others")."""
    return None if group is None or group.is_partitive or group.head == "bare" else group


def _next_conjunct(line: Line, group: Group) -> Group | None:
    at = end = behind_place(line, group.last)
    if line.word(at) == "(":
        while at < len(line.words) and line.word(at) != ")":
            at += 1
        at += 1
    if group.quantity.kind == "article":
        at = _behind_name(line, at)  # "a commander, Jan Smit, and two of his guards"
    if line.word(at) == ",":
        at += 1
    if line.word(at) in {"and", "&", "or", "plus"}:
        at += 1 + (line.word(at + 1) == "also")
    elif line.words[at : at + 3] == ["as", "well", "as"]:
        at += 3
    elif line.words[at : at + 2] == ["along", "with"]:
        at += 2
    if at == end:
        return None
    at += line.word(at) == "of" and line.word(at - 1) == "and"  # "the bodies of two men and of a boy"
    is_owned = line.word(at) in _OWNERS and line.group_at(at) is None  # "a mother and her two children"
    return line.group_at(at + is_owned)


def _behind_name(line: Line, at: int) -> int:
    """Return where a name ends that commas set off there; `at` if there is none."""
    end = at + 1
    while end < len(line.tokens) and line.tokens[end].kind == "word" and line.tokens[end].text[0].isupper():
        end += 1
    return end if line.word(at) == "," and end > at + 1 and line.word(end) == "," else at


_OWNERS = frozenset({"his", "her", "their", "its"})
_SELVES = frozenset({"himself", "herself", "themselves", "itself"})


def _has_own_predicate(line: Line, group: Group) -> bool:
    """Say whether a casualty word of its own follows the group ("and 12 others were wounded")."""
    at = group.last
    while line.word(at) in v.AUX or line.word(at) in v.ADVERBS:
        at += 1
    trigger = line.trigger_at(at)
    if trigger is None:
        return False
    return any(r.kind in {"past", "participle", "intransitive", "state", "count"} for r in trigger.readings)


_NO_CONJUNCT = (_has_own_predicate, speaks, is_among_them)


def _shared_subject(line: Line, predicate: Predicate, earlier: Sequence[Binding]) -> list[Binding]:
    """Read "four men were captured and executed", "a boy was stabbed and died": one subject, two verbs."""
    at = (
        predicate.first - 1 if earlier and predicate.first >= earlier[-1].predicate[1] else predicate.core - 1
    )
    while line.word(at) in v.ADVERBS:
        at -= 1
    if not earlier or line.word(at) != "and" or earlier[-1].rule not in ("passive", "intransitive"):
        return []
    last = earlier[-1]
    gap = line.words[last.predicate[1] : at]
    is_new = any(last.predicate[1] <= g.first < predicate.first and g.head == "person" for g in line.groups)
    if is_new or predicate.property == last.property or not _ENDS_SUBJECT.isdisjoint(gap):
        return []
    whole = [b for b in earlier if b.predicate == last.predicate]
    span = (predicate.first, predicate.last)
    return [replace(b, property=predicate.property, predicate=span) for b in whole]


def _shared_count(line: Line, predicate: Predicate, earlier: Sequence[Binding]) -> list[Binding]:
    """Read "no deaths or injuries": the second noun shares the first one's quantity."""
    if not earlier or line.word(predicate.first - 1) not in {"or", "and"}:
        return []
    last = earlier[-1]
    if last.rule != "count" or last.predicate[1] != predicate.first - 1 or last.group.quantity.kind != "none":
        return []
    return [replace(last, property=predicate.property, predicate=(predicate.first, predicate.last))]
