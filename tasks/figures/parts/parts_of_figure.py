"""Parts of a figure and what comes beside it: "including 12 children", "of whom two", "as well as two"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.figures.bound.bind import Binding
from tasks.figures.lines import figure_words as v
from tasks.figures.lines.inserted_groups import DASHES, behind_opening, is_among_them
from tasks.figures.lines.line import Group, Line
from tasks.figures.lines.part_class import with_class
from tasks.figures.lines.speakers import speaks
from tasks.figures.parts.hosts import host_of
from tasks.model.figure import FigureProperty

_KNOWN_REACH = 10  # tokens of who is named before those who are counted


def behind_known(line: Line, start: int) -> Group | None:
    """Return "two of his aides" of "among the dead were the mayor and two of his aides"."""
    for at in range(start, min(start + _KNOWN_REACH, len(line.words))):
        if line.word(at) in v.AUX or line.word(at) in v.CLAUSE or line.word(at) in ";.":
            return None
        if line.word(at) in {"and", ","} and line.group_at(at + 1) is not None:
            return line.group_at(at + 1)
    return None


def row(line: Line, group: Group) -> list[Group]:
    """Return a group with the ones that are coordinated with it."""
    found = [group]
    while True:
        at = _behind_bracket(line, found[-1].last)
        while line.word(at) in {",", "and", "&"}:
            at += 1
        following = line.group_at(at) if at > found[-1].last else None
        if following is None or speaks(line, following):
            return found
        found.append(following)


def _behind_bracket(line: Line, at: int) -> int:
    """Return where a bracket that opens there has ended: "20 guests (17 Danes and 3 Swedes), two guards"."""
    if line.word(at) != "(":
        return at
    end = next((i for i in range(at, min(at + _ASIDE, len(line.words))) if line.words[i] == ")"), at - 1)
    return end + 1


# "of whom one was flown to Osk": what became of one of them later says nothing of who they are
_BROUGHT_ON = frozenset({"flown", "taken", "transferred", "airlifted", "released", "discharged", "evacuated"})
_OPENS_LIST = frozenset({"including", "among", "comprising", "consisting"})
_OPENS_PART = _OPENS_LIST | DASHES | {"("}
_ASIDE = 14  # tokens between two dashes
_AT_ONCE = frozenset({"on", "at", "instantly", "immediately", "outright"})


def subset_bindings(line: Line, bound: Sequence[Binding]) -> list[Binding]:
    """Read "including 12 children", "among them 3 women", "(16 officers)", "5 of them women"."""
    found: list[Binding] = []
    if not bound:  # a part needs a whole
        return found
    taken = {b.group.first for b in bound}
    for at in _may_open_part(line):
        word = line.words[at]
        start = _subset_start(line, at, word)
        if start is None:
            found += _shares(line, bound, at, taken)
            continue
        host = next((b for b in found if word == "(" and b.group.last == at), None) or host_of(
            line, bound, at, found
        )
        group = line.group_at(start)
        if group is None and word in _OPENS_LIST:
            group = behind_known(line, start)  # "including the mayor and two of his aides"
        if host is None or group is None:
            continue
        members = row(line, group)
        is_sum = len(members) > 1 and sum(g.quantity.low or 0 for g in members) == host.group.quantity.low
        for member in members:
            if (
                member.first in taken
                or (member.head in ("unknown", "one") and word == "(" and not is_sum)
                or _says_nothing(member)
            ):
                continue
            if word == "(" and is_own(line, member):
                break
            if word in DASHES and not (is_sum and _are_common(line, members)):
                break
            taken.add(member.first)
            prop = _part_property(line, member, host)
            is_part = (prop, host.property) != ("killed", "killed_or_injured")  # "40 casualties, 12 fatal"
            part = with_class(line, member, host.group)
            found.append(Binding(part, prop, host.predicate, "including", host.is_negated, is_part))
    return found


def _shares(line: Line, bound: Sequence[Binding], at: int, taken: set[int]) -> list[Binding]:
    """Read "50 people died in the siege, 20 soldiers and 30 rebels": what closes the sentence adds up."""
    group = line.group_at(at)
    if group is None or line.word(group.first - 1) != "," or group.first in taken:
        return []
    members = row(line, group)
    is_end = line.word(members[-1].last) in {"", ".", ";", ")"}
    if len(members) < 2 or not is_end or any(m.first in taken or m.head == "bare" for m in members):
        return []
    whole = sum(m.quantity.low or 0 for m in members)
    host = next((b for b in bound if b.group.quantity.low == whole and b.group.last < at), None)
    if host is None or host.is_subset:
        return []
    taken.update(m.first for m in members)
    return [Binding(m, host.property, host.predicate, "including", host.is_negated, True) for m in members]


def _are_common(line: Line, members: Sequence[Group]) -> bool:
    """Say whether common nouns tell who the parts are: "three miners and two guards", not "two Danes"."""
    return not any(line.tokens[g.last - 1].text[:1].isupper() for g in members)


def _may_open_part(line: Line) -> list[int]:
    """Return where a part may begin: at its opening word or at a group."""
    if _OPENS_PART.isdisjoint(line.words):
        return sorted(line.group_of)
    return [at for at, word in enumerate(line.words) if word in _OPENS_PART or at in line.group_of]


def _part_property(line: Line, member: Group, host: Binding) -> FigureProperty:
    """Return what befell a part: prisoners were captured, those hurt fatally died."""
    if line.word(member.last - 1) == "prisoners":
        return "captured"
    return "killed" if line.word(member.last) in _FATALLY else host.property


_HOW_BADLY = frozenset(
    {"seriously", "critically", "severely", "badly", "gravely", "fatally", "mortally", "slightly", "lightly"}
)
_FATALLY = frozenset({"fatally", "mortally", "fatal"})


def _says_nothing(group: Group) -> bool:
    """Say whether the part is no more than "most of whom"."""
    if group.quantity.kind == "none":
        return True
    return group.quantity.kind == "vague" and group.head == "bare"


def is_own(line: Line, group: Group) -> bool:
    """Say whether a casualty word of its own follows a group."""
    at = line.skip_adverbs(group.last)
    while line.word(at) in v.AUX:
        at += 1
    return line.trigger_at(at) is not None


def _subset_start(line: Line, at: int, word: str) -> int | None:
    if word in _OPENS_LIST and behind_opening(line, at) > at:
        return behind_opening(line, at)
    if word in DASHES:  # "five of them – three miners and two guards – were killed"
        return at + 1 if not DASHES.isdisjoint(line.words[at + 1 : at + _ASIDE]) else None
    if word == "among" and line.word(at + 1) in {"them", "whom", "which"}:
        start = at + 2
        return start + 1 if line.word(start) in v.BE or line.word(start) == "," else start
    if word == "(":
        group = line.group_at(at + 1)
        is_told = group is not None and (group.head != "bare" or line.word(group.last) in _AT_ONCE)
        return at + 1 if is_told else None  # "(16 officers)", "(48 on the spot)"
    group = line.group_at(at)
    if group is not None and group.head in ("bare", "person") and _says_how_badly(line, group):
        return at
    if group is not None and group.head == "bare" and _says_who(line, group):
        return at
    if group is not None and (_is_of_whom(line, group) or is_among_them(line, group)):
        return at
    if group is not None and group.is_partitive and line.word(group.last - 1) in {"them", "whom"}:
        behind = line.skip_adverbs(group.last)
        after = line.word(behind)
        is_how_badly = (behind > group.last and after in {"", ".", ",", ";", ")"}) or after == "fatal"
        is_who = (
            after in v.people()
            or after in {"were", "are", "was", "a", "an", "by"}
            or after.endswith(("ren", "men"))
        )
        return at if is_how_badly or is_who else None
    return None


def _is_of_whom(line: Line, group: Group) -> bool:
    """Say whether a number is one of "..., of whom nine were soldiers and two (were) children"."""
    if line.word(group.last) not in v.BE or line.trigger_at(line.skip_adverbs(group.last + 1)) is not None:
        return False
    if line.word(line.skip_adverbs(group.last + 1)) in _BROUGHT_ON:
        return False
    before = line.words[max(0, group.first - 16) : group.first]
    for i in range(len(before) - 1, 0, -1):
        if before[i] in {"whom", "which"} and before[i - 1] == "of":
            between = before[i + 1 :]
            start = group.first - len(between)
            others = [j for j, w in enumerate(between) if w == "," and line.group_at(start + j + 1) is None]
            return not between or (between[-1] in {"and", ","} and others in ([], [len(between) - 1]))
    return False


def _says_who(line: Line, group: Group) -> bool:
    """Say whether a number behind a comma is that of "seven people died, five were children"."""
    if line.word(group.first - 1) != "," or line.word(group.last) not in {"were", "was"}:
        return False
    noun = line.skip_adverbs(group.last + 1)
    entry = v.people().get(line.word(noun))
    return entry is not None and entry[0] in {"plural", "both"} and line.trigger_at(noun + 1) is None


def _says_how_badly(line: Line, group: Group) -> bool:
    """Say whether a bare number is that of "51 people were injured, 20 seriously"."""
    is_set_off = line.word(group.first - 1) in {",", "("}
    is_end = line.word(group.last + 1) in {"", ".", ",", ";", ")"}
    return is_set_off and is_end and line.word(group.last) in _HOW_BADLY
