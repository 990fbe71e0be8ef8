"""Single persons: "Smith was killed", "the bomber was shot dead" count one known one, and say so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tasks.figures.bound.bind import Binding
from tasks.figures.lines import figure_words as v
from tasks.figures.lines.line import Group, Line
from tasks.figures.lines.predicates import Predicate
from tasks.figures.lines.quantity import Quantity
from tasks.figures.persons.named_objects import (
    MAX_NAME,
    MONTHS,
    is_dated,
    is_name_word,
    named_object,
    one_person,
)
from tasks.lexicons.agent_nouns import IS_PERSON_NOUN
from tasks.model.figure import VictimClass

_MAX_BODY = 9  # tokens
_BREAKS = v.CLAUSE | {"and", ",", ".", ";", ":", "(", "then"}
_OF_WOUNDS = frozenset(("wounds", "wound", "injuries", "hospital", "scene", "spot"))
_FIRST = frozenset(("first", "second", "third", "last", "only"))
_OF_ONE = frozenset(("the", "his", "her", "their", "its"))
_OWNERS = frozenset(("his", "her", "their"))
_OF_SEVERAL = frozenset(("of", "by", "with", "from", "as", "to", "and", "or", "in", "for"))
_BY_SENTENCE = frozenset(("hanged", "executed", "guillotined"))
_COURTS = frozenset(("tried", "court-martial", "court-martialled", "sentenced", "convicted"))
_POSSESSIVE = ("'s", "’s")
_TOGETHER = frozenset(("along", "together"))
_MAX_APPOSITION = 14  # tokens between a name and its predicate


def named_bindings(
    line: Line, predicates: Sequence[Predicate], bound: Sequence[Binding]
) -> Iterator[Binding]:
    """Yield one for each singular passive whose subject is a name or "the" and one person.

    The predicate has to be a finite one in the singular; a name stands right before it.  Of an active verb
    of killing the object is one, where it is a name ("killed Jan Smit").
    """
    taken = {b.predicate for b in bound}
    for predicate in predicates:
        if predicate.kind in {"active", "past", "of"} and predicate.property == "killed":
            if not predicate.is_negated:
                yield from _before_counted(named_object(line, predicate), predicate, bound)
            continue
        if predicate.kind == "intransitive" and (predicate.first, predicate.last) in taken:
            yield from _joined_to_counted(line, predicate, bound)
            continue
        if (
            predicate.kind == "intransitive"
            and line.word(predicate.core) == "died"
            and not predicate.is_negated
        ):
            yield from _named_subject(line, predicate)
            continue
        if predicate.kind != "passive" or predicate.property not in ("killed", "injured"):
            continue
        if (predicate.first, predicate.last) in taken or predicate.first == 0:
            yield from _joined_to_counted(line, predicate, bound)
            continue
        if line.word(predicate.core) in _BY_SENTENCE and not _COURTS.isdisjoint(line.words):
            continue
        if not (predicate.is_singular or _is_past_perfect(line, predicate)):
            yield from _first_of_many(line, predicate) or _joined_subjects(line, predicate)
            continue
        start, victim_class = subject(line, predicate.first)
        rule = "named"
        if start is None:
            rule = "passive"
            start, victim_class = _without_article(line, predicate.first)
        if start is None or (predicate.is_negated and line.word(start) in _OF_ONE - {"the"}):
            continue
        quantity = Quantity(start, start, predicate.first, "article", 1, 1, "exact")
        group = Group(start, predicate.first, quantity, "person", (start, predicate.first), victim_class)
        yield Binding(
            group, predicate.property, (predicate.first, predicate.last), rule, predicate.is_negated
        )


def _before_counted(
    named: Iterator[Binding], predicate: Predicate, bound: Sequence[Binding]
) -> Iterator[Binding]:
    """Yield who is named in a row before those whom the same verb counts: "killed Jan Smit, two guards"."""
    counted = [b.group.first for b in bound if b.predicate == (predicate.first, predicate.last)]
    for binding in named:
        if all(binding.group.last < first for first in counted):
            yield binding


def _is_past_perfect(line: Line, predicate: Predicate) -> bool:
    """Whether "had been" leaves open whether one was killed or several: a plural word before it says so."""
    is_open = "had" in line.words[predicate.first : predicate.core]
    return is_open and not line.word(predicate.first - 1).endswith("s")


def _first_of_many(line: Line, predicate: Predicate) -> list[Binding]:
    """Return the person who "became the first soldier to be killed", if the words tell of one."""
    at = predicate.core - 2
    if line.words[at : at + 2] != ["to", "be"] or not is_dated(line):
        return []
    start = next((i for i in range(at - 2, max(0, at - MAX_NAME), -1) if line.word(i) in _FIRST), 0)
    entry = v.people().get(line.word(at - 1))
    is_person = entry is not None and entry[0] != "plural" and line.word(start - 1) == "the"
    return [one_person(start - 1, at, entry[1], predicate)] if start and entry and is_person else []


def _joined_subjects(line: Line, predicate: Predicate) -> Iterator[Binding]:
    """Yield each of the single persons who share a plural: "Quist and his deputy were killed".

    A name behind what its bearer was, and what somebody was behind the name, count once.
    """
    if predicate.property != "killed" or line.word(predicate.first - 1) == "who":
        return
    people = _singles_before(line, predicate.first, "and")
    if len(people) > 1:
        yield from (one_person(*person, predicate) for person in reversed(people))


def _joined_to_counted(line: Line, predicate: Predicate, bound: Sequence[Binding]) -> Iterator[Binding]:
    """Yield the single persons in one row with counted ones: "the mayor and three of his guards died"."""
    counted = [b.group for b in bound if b.predicate == (predicate.first, predicate.last)]
    first = min(counted, key=lambda g: g.first, default=None)
    is_told = predicate.property in ("killed", "injured") and not predicate.is_negated
    if first is None or not is_told or first.last > predicate.first or line.word(first.first - 1) != "and":
        return
    if first.quantity.kind not in ("number", "article"):
        return
    end = first.first - 1
    people = _singles_before(line, end - (line.word(end - 1) == ","), ",")
    if not any(line.word(last - 1) in MONTHS for _, last, _ in people):
        yield from (one_person(*person, predicate) for person in reversed(people))


def _singles_before(line: Line, end: int, joint: str) -> list[tuple[int, int, VictimClass]]:
    """Return the single persons in a row that ends there, from the last: "the mayor, Jan Smit, his son".

    The first of them that is read, the last of the row, has `joint` before it, the others a comma.
    """
    people: list[tuple[int, int, VictimClass]] = []
    is_described = False
    while end > 0:
        start, victim_class = subject(line, end)
        if start is None or any(line.group_at(i) is not None for i in range(start, end)):
            break
        if is_described:
            people.pop()
        people.append((start, end, victim_class))
        before = line.word(start - 1)
        is_role = line.word(start) not in _OWNERS and _definite(line, start - 1) is not None
        is_described = before == "," and (line.word(start) == "the" or is_role)
        if not is_described and before != (joint if len(people) == 1 else ","):
            break
        end = start - 1
    return people


def _named_subject(line: Line, predicate: Predicate) -> Iterator[Binding]:
    """Yield the person whose name opens a sentence that says that they died, of wounds or in hospital."""
    start, end = 0, predicate.first
    names = line.words[start:end]
    after = line.words[predicate.last : predicate.last + 8]
    if not 1 < len(names) <= MAX_NAME or _OF_WOUNDS.isdisjoint(after):
        return
    if not all(is_name_word(line, i) or line.word(i) == "." for i in range(start, end)):
        return
    if any(w in v.people() or w in v.not_people() or w in v.NO_PERSON for w in names):
        return
    quantity = Quantity(start, start, end, "article", 1, 1, "exact")
    group = Group(start, end, quantity, "person", (start, end), "unknown")
    yield Binding(group, "killed", (predicate.first, predicate.last), "named")


def subject(line: Line, end: int) -> tuple[int | None, VictimClass]:
    """Return where the single person begins who stands before a word, and their class; None if none does."""
    definite = _definite(line, end)
    if definite is not None:
        return definite, v.people().get(line.words[end - 1], ("", "unknown"))[1]
    of_body = _head_of(line, end)
    if of_body is not None:
        return of_body
    at = end - 1 - (line.word(end - 1) in ("himself", "herself"))
    if at == 0 and line.word(0) in ("he", "she") and (_has_agent(line, end) or is_dated(line)):
        return 0, "unknown"
    end = _before_apposition(line, _before_age(line, end))
    is_relative = line.word(end - 1) == "who" and end > 2
    if is_relative:
        end = _before_apposition(line, end - 1)
        end -= line.word(end - 1) == ","
    end -= line.word(end - 1) in ("himself", "herself")
    start = end
    while start > 0 and end - start < MAX_NAME and is_name_word(line, start - 1):
        start -= 1
    words = line.words[start:end]
    if not words or words[-1] in v.NO_PERSON or words[-1] in v.not_people() or words[-1] in v.people():
        return None, "unknown"
    is_behind_day = start > 0 and line.tokens[start - 1].kind == "number"
    entry = v.people().get(line.word(start - 1))  # "the group's leader Jan Smit was killed"
    is_described = entry is not None and entry[0] != "plural" and line.word(start - 2) not in _OF_SEVERAL
    is_told = is_relative and line.word(start - 1) in v.PREPOSITIONS and end - start > 1
    if start > 0 and not (is_behind_day or is_described or is_told) and line.word(start - 1) not in _BREAKS:
        return None, "unknown"
    if all(w in v.STOP or w in v.ADVERBS for w in words) or len(words[-1]) < 2 or line.is_stop(start):
        return None, "unknown"
    return start, "unknown"


def _has_agent(line: Line, verb: int) -> bool:
    """Whether a passive names who did it, or who died as well: "he was shot dead by gunmen", "along with"."""
    behind = line.words[verb : verb + 5]
    return "by" in behind or ("with" in behind and not _TOGETHER.isdisjoint(behind))


def _head_of(line: Line, end: int) -> tuple[int, VictimClass] | None:
    """Return where "the leader of the northern branch" begins, which stands right before, and its class."""
    of = next((i for i in range(end - 2, max(0, end - _MAX_BODY), -1) if line.word(i) == "of"), None)
    if of is None or of < 2 or any(not _is_in_body(line, i) for i in range(of + 1, end)):
        return None
    start = _definite(line, of)
    return (start, v.people().get(line.words[of - 1], ("", "unknown"))[1]) if start is not None else None


def _is_in_body(line: Line, at: int) -> bool:
    """Whether a word may stand in the name of what somebody is head of; no one else's people are."""
    is_word = line.tokens[at].kind == "word" and not line.trigger_at(at)
    return is_word and (line.word(at) == "the" or not line.is_stop(at)) and line.word(at) not in v.people()


def _before_age(line: Line, end: int) -> int:
    """Return where a name ends behind which brackets give an age: "Ada Quist (58) was"."""
    if line.word(end - 1) == ")" and line.word(end - 3) == "(" and line.tokens[end - 2].kind == "number":
        return end - 3
    return end


def _before_apposition(line: Line, end: int) -> int:
    """Return where a name ends that commas part from its predicate ("X, a leader, was")."""
    if end < 2 or line.word(end - 1) != ",":
        return end
    if is_name_word(line, end - 2) and line.tokens[end - 2].kind == "word":
        start = end - 1
        while start > 0 and is_name_word(line, start - 1):
            start -= 1
        if line.word(start - 1) == ",":
            return end - 1
    for at in range(end - 2, max(0, end - _MAX_APPOSITION), -1):
        if line.word(at) == ",":
            return at if is_name_word(line, at - 1) and not line.trigger_at(at + 1) else end
        if line.trigger_at(at):
            return end
    return end


def _without_article(line: Line, end: int) -> tuple[int | None, VictimClass]:
    """Return where "Indian army porter" begins, if it opens its sentence or is joined by "and"."""
    entry = v.people().get(line.word(end - 1))
    if entry is None or entry[0] == "plural":
        return None, "unknown"
    start = end
    while start > 0 and end - start < MAX_NAME and line.tokens[start - 1].kind == "word":
        if line.is_stop(start - 1) or line.trigger_at(start - 1) or line.word(start - 1).endswith("'s"):
            break
        start -= 1
    is_phrase = end - start > 1 and (start == 0 or line.word(start - 1) == "and")
    return (start if is_phrase else None), entry[1]


def _definite(line: Line, end: int) -> int | None:
    """Return where "the Syrian gunman" begins, if that stands right before."""
    entry = v.people().get(line.word(end - 1))
    if (entry is None and not IS_PERSON_NOUN[line.word(end - 1)]) or (entry and entry[0] == "plural"):
        return None
    for start in range(end - 2, max(-1, end - 5), -1):
        if line.word(start) in _OF_ONE:
            before = line.word(start - 1)
            return start if before not in v.PREPOSITIONS else None
        if line.word(start).endswith(_POSSESSIVE):
            return start  # "the sheikh's grandson"
        if line.is_stop(start) or line.tokens[start].kind != "word":
            return None
    return None
