"""Groups between commas or dashes that are no subject of the verb behind them: parts, ages, rates."""

from __future__ import annotations

from tasks.figures.lines.line import Group, Line

DASHES = frozenset({"–", "—"})
_MAX_ASIDE = 16  # tokens
_OF_THEM = (["of", "them"], ["of", "whom"], ["of", "these"])
_OPPOSED = ({"fighters", "attackers"}, {"soldiers", "police", "civilians"})
_AGED = frozenset({"was", "is", "aged", "turned"})
_EACH = frozenset({"a", "per", "each", "every"})
_TIMES = frozenset({"day", "week", "month", "year"})
_OTHER_DAY = frozenset({"after", "ago", "before", "earlier", "later", "prior"})
_ONE_BEFORE = frozenset({"who", "he", "she", ","})


def is_age(line: Line, group: Group) -> bool:
    """Say whether a bare number tells how old somebody was: "Smit, who was 47 and a father, died"."""
    if group.head != "bare" or group.quantity.kind != "number" or group.quantity.qualifier != "exact":
        return False
    if line.word(group.first - 1) not in _AGED:
        return False
    before = line.word(group.first - 2)
    return before in _ONE_BEFORE or line.tokens[group.first - 2].text[:1].isupper()


def is_rate(line: Line, group: Group) -> bool:
    """Say whether a number is one of each day or week, not of an event: "up to ten civilians a day"."""
    at = group.last
    each = line.word(at) in _EACH and line.word(at + 1) in _TIMES
    return each and line.word(at + 2) not in _OTHER_DAY  # "killed two people a day later"


def parts_among(line: Line, near: list[Group]) -> set[int]:
    """Return the starts of "two women", "a child" in "seven, including two women and a child, died"."""
    found: set[int] = set()
    for host in near:
        at = host.last + (line.word(host.last) == ",")
        if line.word(at) == "among" and line.word(at + 1) in {"them", "whom"}:
            at += 2
        elif behind_opening(line, at) > at:
            at = line.skip_adverbs(behind_opening(line, at))
        else:
            found |= _in_aside(line, host, near)
            continue
        while (group := line.group_at(at)) is not None and not _is_no_part(line, host, group):
            found.add(group.first)
            at = group.last
            if line.word(at) == "," and line.group_at(at + 1) is None and len(found) < 2:
                break
            while line.word(at) in {",", "and"}:
                at += 1
    # "37 guests of a wedding, among them 23 children, were killed"
    aside = (g for g in near if line.words[g.first - 2 : g.first] in (["among", "them"], ["among", "whom"]))
    return found | {g.first for g in aside if g is not near[0]}


def behind_opening(line: Line, at: int) -> int:
    """Return the index behind words that list all or some of those before: "including", "consisting of"."""
    if line.word(at) in {"including", "comprising"}:
        return at + 1
    return at + 2 if line.words[at : at + 2] == ["consisting", "of"] else at


def of_earlier(line: Line, near: list[Group]) -> set[int]:
    """Return the start of "two boys" in "46 died, among them two boys, and 12 were hurt": one of the 46.

    So are "two of them boys", where others are counted behind.
    """
    if not near:
        return set()
    first = near[0].first
    if len(near) > 1 and line.word(first - 1) == "," and line.words[first + 1 : first + 3] in _OF_THEM:
        return {first}
    is_among = line.words[first - 2 : first] in (["among", "them"], ["among", "whom"])
    return {first} if is_among and line.word(first - 3) == "," else set()


def is_among_them(line: Line, group: Group) -> bool:
    """Say whether a group is a part of those before it: "killed 30 people, 12 children among them"."""
    joined = line.group_at(group.last + 1) if line.word(group.last) == "and" else None
    at = group.last if joined is None else joined.last
    return line.words[at : at + 2] in (["among", "them"], ["among", "whom"])


def _in_aside(line: Line, host: Group, near: list[Group]) -> set[int]:
    """Return the starts of groups that say more of a host: "four, one of them a nurse, were killed"."""
    mark, at = line.word(host.last), host.last + 1
    of_them = line.words[at + 1 : at + 3] in (["of", "them"], ["of", "whom"])
    same = line.group_at(at) if mark == "," and line.word(at) in {"both", "all"} else None
    if same is not None and line.word(same.last) == ",":
        return {same.first}  # "two gunmen, both soldiers, died"
    if not (mark in DASHES or (mark == "," and of_them)):
        return set()
    ends = DASHES if mark in DASHES else {","}
    end = next((i for i in range(at, min(at + _MAX_ASIDE, len(line.words))) if line.words[i] in ends), at)
    return {g.first for g in near if at <= g.first < end}


def _is_no_part(line: Line, host: Group, group: Group) -> bool:
    """Say whether a group cannot be among the host's: "seven soldiers including ... and all three rebels"."""
    classes = {host.victim_class, group.victim_class}
    is_opposed = bool(classes & _OPPOSED[0]) and bool(classes & _OPPOSED[1])
    return line.word(group.first) == "all" or is_opposed
