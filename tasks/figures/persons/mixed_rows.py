"""Single persons in one row with counted ones: "the mayor, his wife, a servant and two guards were killed".

Each of a row is one victim or several, whether a number, "a" or "the" stands before the noun, or a name.
A name beside what its bearer was counts once: "a driver, Jan Quist, and two guards".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tasks.figures.bound.bind import Binding
from tasks.figures.lines import figure_words as v
from tasks.figures.lines.line import Group, Line, behind_place
from tasks.figures.lines.predicates import Predicate
from tasks.figures.lines.speakers import speaks
from tasks.figures.persons.named_objects import MAX_NAME, MONTHS, definite_object, is_name_word, one_person
from tasks.model.figure import VictimClass
from tasks.model.value import value

_OWNERS = frozenset({"his", "her", "their", "its"})
_ONE_BEFORE = frozenset({"he", "she"})
_POINTED = _ONE_BEFORE | {"him", "her"}
_BREAKS = frozenset({",", ";", ":", "(", "and", "when", "while", "where", "that", "but", "then", "."})
_JOINTS = ((",", "and"), ("as", "well", "as"), ("along", "with"), ("and", "also"), ("and",), (",",))
_JOINING = frozenset({"and", "with", "well"})
_LONGEST = 40  # tokens of a row
_MAX_BODY = 4  # tokens of "the owner of the northern mill"
_MAX_CLAUSE = 16  # tokens of ", who had been in office since May,"
_MAX_ASIDE = 9  # tokens of ", the only people on board,"
_BEHIND_BODY = v.AUX | {".", "", "died", "in", "at", "on", "when"}
_TOLD = ("killed", "injured")
_KIND_RULES = {"active": "active", "past": "active", "passive": "passive", "intransitive": "intransitive"}


@value(frozen=True, slots=True)
class _Member:
    """One of a row: words[first:last]; `group` where it is counted, else one person, by name or not."""

    first: int
    last: int
    group: Group | None
    is_name: bool
    victim_class: VictimClass = "unknown"


def mixed_row_bindings(
    line: Line, predicates: Sequence[Predicate], bound: Sequence[Binding]
) -> Iterator[Binding]:
    """Yield those of a row before or behind a casualty verb that no other construction has counted."""
    if _JOINING.isdisjoint(line.words):
        return
    for predicate in predicates:
        if predicate.property not in _TOLD or predicate.is_negated or predicate.kind not in _KIND_RULES:
            continue
        if predicate.kind in ("active", "past"):
            row = _row(line, line.skip_adverbs(predicate.last))
            row = row if predicate.needs_person or predicate.property == "killed" else []
        else:
            row = [] if predicate.is_singular else _row_before(line, predicate.first)
        if len(row) > 1 and not _is_known(row, bound):
            yield from _missing(line, row, predicate, bound)


def _is_known(row: Sequence[_Member], bound: Sequence[Binding]) -> bool:
    """Whether a part of a row is told of otherwise: as another's loss, or as a part of a whole."""
    inside = [b for b in bound if row[0].first <= b.group.first < row[-1].last]
    return any(b.is_subset or b.is_negated for b in inside) or len({b.property for b in inside}) > 1


def _missing(
    line: Line, row: Sequence[_Member], predicate: Predicate, bound: Sequence[Binding]
) -> Iterator[Binding]:
    counted = [b for b in bound if b.property == predicate.property]
    span = (predicate.first, predicate.last)
    for member in row:
        if any(b.group.first < member.last and member.first < b.group.last for b in counted):
            continue
        if member.group is not None:
            yield Binding(member.group, predicate.property, span, _KIND_RULES[predicate.kind])
        elif any(m.group is not None for m in row) or not member.is_name:
            yield one_person(member.first, member.last, member.victim_class, predicate)


def _row_before(line: Line, verb: int) -> list[_Member]:
    """Return the longest row that ends before a verb, or before what is set off there of all of them."""
    ends = [verb]
    if line.word(verb - 1) == ",":
        ends = [i for i in range(verb - 2, max(0, verb - _MAX_ASIDE), -1) if line.words[i] == ","][:1]
        ends.append(verb - 1)
    for start in range(max(0, verb - _LONGEST), verb):
        is_head = line.word(start - 1) in _BREAKS or line.words[start] in _ONE_BEFORE
        is_head = is_head and line.word(start - 1) != "both"
        if start and not is_head:
            continue
        row = _row(line, start, ends)
        if len(row) > 1 and not (row[0].is_name and line.word(start - 1) in (",", "and")):
            return row
    return []


def _row(line: Line, start: int, ends: Sequence[int] = ()) -> list[_Member]:
    """Return the members of the row that begins there, if it ends at one of `ends` (anywhere without any)."""
    row: list[_Member] = []
    at, is_joined = start, False
    while True:
        member = _member(line, at, is_shared=bool(row))
        if member is None or (not ends and _has_verb(line, member)):
            break
        joint = _joint(line, member.last)
        if row and _tells_of(line, row[-1], member, joint):
            if member.group is not None or not row[-1].is_name:
                member = member if row[-1].is_name else row[-1]
                row[-1] = member
        else:
            is_joined = is_joined or line.word(at - 1) != ","
            row.append(member)
        at = behind_place(line, member.last if member.last > at else _end(line, at))
        at = _behind_clause(line, at)
        if ends and at in ends:
            return row if is_joined else []
        joint = _joint(line, at)
        if not joint:
            break
        at += joint
    return row if not ends and is_joined else []


def _behind_clause(line: Line, at: int) -> int:
    """Return where a clause between commas ends that tells of one of a row: "the mayor, who was ill, and"."""
    if line.word(at) != "," or line.word(at + 1) not in ("who", "whose", "whom"):
        return at
    end = next((i for i in range(at + 2, min(at + _MAX_CLAUSE, len(line.words))) if line.words[i] == ","), 0)
    return end if end and line.word(end + 1) == "and" else at


def _end(line: Line, at: int) -> int:
    member = _member(line, at, is_shared=True)
    return member.last if member is not None else at


def _joint(line: Line, at: int) -> int:
    """Return how many words join the next of a row, 0 if none do."""
    return next((len(j) for j in _JOINTS if tuple(line.words[at : at + len(j)]) == j), 0)


def _tells_of(line: Line, before: _Member, member: _Member, joint: int) -> bool:
    """Whether one of a row only says who the one before it was: "Jan Quist, a driver, and two guards"."""
    if line.word(member.first - 1) != ",":
        return False
    if member.is_name != before.is_name:
        is_one = member.group is None or member.group.quantity.kind == "article"
        return is_one and line.word(member.first) not in _OWNERS
    is_the = line.word(member.first) == "the" and not before.is_name
    return is_the and before.group is None and line.word(member.last) == "," and joint > 0


def _has_verb(line: Line, member: _Member) -> bool:
    """Whether one behind a verb has a verb of its own: "killed two guards, and the driver was wounded"."""
    at = behind_place(line, member.last)
    at = line.skip_adverbs(at)
    if line.word(at) in v.AUX or line.trigger_at(at) is not None:
        return True
    return member.group is not None and speaks(line, member.group)


def _member(line: Line, at: int, *, is_shared: bool) -> _Member | None:
    """Read one of a row; `is_shared`: "the" may stand before the first of the row only."""
    group = line.group_at(at)
    first = at
    if group is None and (line.word(at) in _OWNERS or line.word(at) in ("the", "all")):
        group = line.group_at(at + 1)
    if group is not None:
        is_people = group.head == "person" and group.quantity.kind in ("number", "article")
        return _Member(first, group.last, group, False, group.victim_class) if is_people else None
    end = definite_object(line, at) if line.word(at + 1) != "unborn" else 0
    if not end and line.word(at) in ("its",):
        end = _one_noun(line, at + 1)
    if end:
        victim_class = v.people()[line.words[end - 1]][1]
        last = _behind_body(line, _behind_name(line, end))
        return _Member(at, last, None, False, victim_class) if line.word(last) != "of" else None
    if not is_shared and line.word(at) in _POINTED and _joint(line, at + 1):
        return _Member(at, at + 1, None, False)
    if is_shared and (end := _one_noun(line, at)):
        return _Member(at, end, None, False, v.people()[line.words[end - 1]][1])
    end = _behind_name(line, at)
    return _Member(at, end, None, True) if _is_person_name(line, at, end) else None


def _one_noun(line: Line, at: int) -> int:
    """Return where a single person's noun without article ends: "navigator" of "the pilot, navigator and"."""
    entry = v.people().get(line.word(at))
    is_one = entry is not None and entry[0] == "singular" and line.tokens[at].text.islower()
    return at + 1 if is_one and (_joint(line, at + 1) or line.word(at + 1) in v.AUX) else 0


def _behind_name(line: Line, at: int) -> int:
    end = at
    while end < len(line.words) and end - at < MAX_NAME and is_name_word(line, end):
        end += 1
    return end


def _is_person_name(line: Line, start: int, end: int) -> bool:
    names = line.words[start:end]
    if len(names) < 2 or line.is_stop(start) or not MONTHS.isdisjoint(names):
        return False
    return not any(
        w in v.not_people() or w in v.NO_PERSON or v.people().get(w, ("",))[0] == "plural" for w in names
    )


def _behind_body(line: Line, at: int) -> int:
    """Return where "of the northern mill" ends behind what somebody was; `at` where nothing such stands."""
    if line.word(at) != "of":
        return at
    for end in range(at + 2, min(at + 2 + _MAX_BODY, len(line.words))):
        if _joint(line, end) or line.word(end) in _BEHIND_BODY:
            return end
        is_noun = line.tokens[end].kind == "word" and not line.word(end).endswith(("ed", "s"))
        if not is_noun or line.word(end) in v.people() or line.is_stop(end) or line.trigger_at(end):
            return at
    return at
