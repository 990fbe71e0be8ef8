"""Numbers said again of people counted already: what a number rose to, what the parts make together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tasks.figures.bound.bind import Binding
from tasks.figures.lines import figure_words as v
from tasks.figures.lines.line import Group, Line
from tasks.figures.parts.alternatives import ALTERNATIVE
from tasks.model.figure import FigureProperty

_NUMBERS = frozenset({"number", "figure", "count", "total"})
_POINTS_BACK = frozenset({"that", "this", "the"})
_SAYER_REACH = 12  # tokens of who put a toll at a number
_RISE_REACH = 4  # words of "had since then risen"
_RESET_REACH = 9  # tokens of "until the end of June, when it was"
_PUTS = frozenset({"put", "puts", "place", "places", "placed", "estimate", "estimated", "gave", "give"})
_BOUNDS = {("as", "high", "as"), ("as", "low", "as"), ("as", "many", "as")}
_AS_AT = frozenset({"as", "at"})
_LEAST_PARTS = 2  # numbers that make the total
_ASIDE = 10  # tokens between the two ends of a range
_VARY = frozenset(
    {"vary", "varies", "varied", "varying", "range", "ranges", "ranged", "ranging", "differ", "differs"}
)
_WAYS = frozenset({"down", "up", "upwards", "downwards", "upward", "downward"})
_CHANGES = frozenset({"lowered", "reduced", "corrected", "raised", "increased"})
_ESTIMATED = v.role("estimated")
_OPENING = 5  # words of "Other unofficial estimates"
_LIES = _VARY | v.role("estimates_lie")
_CLAUSE_END = frozenset({";", ":", "which", "who", "that", "but", "while", "when"})


def risen_bindings(line: Line, bound: Sequence[Binding]) -> list[Binding]:
    """Read "137 bodies were found, but that number had risen to 211": the same loss, brought up to it."""
    found: list[Binding] = []
    for at in range(1, len(line.words)) if not _NUMBERS.isdisjoint(line.words) else ():
        if line.words[at] not in _NUMBERS or line.word(at - 1) not in _POINTS_BACK:
            continue
        host = max(
            (b for b in bound if b.group.first < at and not b.is_subset),
            key=lambda b: b.group.first,
            default=None,
        )
        group = _risen_to(line, at) or _revised_to(line, at)
        if host is not None and group is not None and group.first not in {b.group.first for b in bound}:
            found.append(Binding(group, host.property, (at, group.first), "toll", is_cumulative=True))
    known = [*bound, *found]
    found += _put_at(line, known) + _then_rose(line, known) + _at_another(line, known)
    return found + _and_of(line, known)


def _at_another(line: Line, bound: Sequence[Binding]) -> list[Binding]:
    """Read "the injured were put at 90 by the ministry and at 112 by the hospital": both are the toll's."""
    found: list[Binding] = []
    for host in (b for b in bound if b.rule == "toll" and line.word(b.group.first - 1) in _AS_AT):
        for i in range(host.group.last, min(host.group.last + _SAYER_REACH, len(line.words) - 2)):
            link = line.word(host.group.first - 1)
            if line.word(i) in {",", "and"} and line.word(i + 1) == "the":  # "..., the hospital as fifteen"
                group = _said_anew(line, i + 2, link)
                if group is not None:
                    found.append(replace(host, group=group, rule=ALTERNATIVE))
                break
            joint = ["and", link]
            if line.words[i : i + 2] == joint and line.word(host.group.last) == "by":
                group = line.group_at(i + 2)
                if group is not None and group.quantity.kind == "number" and group.head in ("bare", "person"):
                    found.append(replace(host, group=group))
                break
    return found


def _said_anew(line: Line, start: int, link: str) -> Group | None:
    """Return the number behind who gives it and "as" or "at" again."""
    at = next((i for i in range(start + 1, start + 4) if line.word(i) == link), None)
    if at is None or any(line.tokens[i].kind != "word" for i in range(start, at)):
        return None
    group = line.group_at(at + 1)
    is_number = group is not None and group.quantity.kind == "number" and group.head in ("bare", "person")
    return group if is_number else None


def _and_of(line: Line, bound: Sequence[Binding]) -> list[Binding]:
    """Read "gave the number of dead as 15 and of wounded as 38": the second is one as well."""
    found: list[Binding] = []
    for host in (b for b in bound if b.rule == "toll" and line.word(b.group.first - 1) in _AS_AT):
        at = host.group.last
        if line.words[at : at + 2] != ["and", "of"]:
            continue
        fate = line.trigger_at(at + 2 + (line.word(at + 2) == "the"))
        if fate is None or line.word(fate.last) != line.word(host.group.first - 1):
            continue
        group = line.group_at(fate.last + 1)
        if group is not None and group.quantity.kind == "number" and group.head in ("bare", "person"):
            prop = fate.readings[0].property
            found.append(Binding(group, prop, (fate.first, fate.last), "toll"))
    return found


def _then_rose(line: Line, bound: Sequence[Binding]) -> list[Binding]:
    """Read "the death toll, first given as 31, later rose to 47": the second number is the toll's as well.

    So is what it was "lowered to", "revised down to", also behind "until June, when it was".
    """
    found: list[Binding] = []
    for host in (b for b in bound if b.rule == "toll" and not b.is_cumulative):
        for i in range(host.group.last, min(host.group.last + _RESET_REACH, len(line.words))):
            if line.word(i) in {";", ":"} or (i > host.group.last and line.group_at(i) is not None):
                break
            if line.words[i] not in v.RESET:
                continue
            to = i + 1 + (line.word(i + 1) in v.DOWN)
            group = line.group_at(to + 1) if line.word(to) == "to" else None
            known = {b.group.first for b in [*bound, *found]}
            if group is None or group.quantity.kind != "number" or group.first in known:
                continue
            if group.head in ("bare", "person"):
                found.append(replace(host, group=group, is_cumulative=True))
    return found


def _put_at(line: Line, bound: Sequence[Binding]) -> list[Binding]:
    """Read "the death toll is 30, but other sources put it as high as 90": another number for the same."""
    found: list[Binding] = []
    for at in range(1, len(line.words) - 2) if "it" in line.words else ():
        if line.words[at] != "it" or line.word(at - 1) not in _PUTS:
            continue
        start = at + 4 if tuple(line.words[at + 1 : at + 4]) in _BOUNDS else at + 1
        start += line.word(start) == "at"
        group = line.group_at(start) or line.group_at(at + 1)
        host = max((b for b in bound if b.group.first < at), key=lambda b: b.group.first, default=None)
        is_toll = host is not None and host.rule == "toll"
        if host is None or group is None or not is_toll or group.quantity.kind != "number":
            continue
        if group.head in ("bare", "person") and group.first not in {b.group.first for b in bound}:
            found.append(Binding(group, host.property, (at - 1, group.first), "toll"))
    return found


def estimate_bindings(line: Line, bound: Sequence[Binding]) -> list[Binding]:
    """Read "estimates of the number of men killed in Osk vary between 70 and 200": a range for the loss."""
    if _VARY.isdisjoint(line.words):
        return []
    taken = {b.group.first for b in bound}
    found: list[Binding] = []
    for at in (i for i, word in enumerate(line.words) if word in _VARY):
        group = line.group_at(at + 1)
        if group is None or group.quantity.qualifier != "range":
            group = _broken_range(line, at)
        if group is None or group.first in taken or group.quantity.qualifier != "range":
            continue
        before = [t for t in line.triggers if t.last <= at]
        if (
            not before
            or _ESTIMATED.isdisjoint(line.words[:at])
            or not _CLAUSE_END.isdisjoint(line.words[before[-1].last : at])
        ):
            continue
        prop = before[-1].readings[0].property
        if group.head in ("bare", "person"):
            found.append(Binding(group, prop, (before[-1].first, group.first), "toll"))
    return found


def opens_estimate(words: Sequence[str]) -> bool:
    """Say whether a sentence opens with who counts otherwise: "Estimates by later authors lie between"."""
    return not (_ESTIMATED.isdisjoint(words[:_OPENING]) or _LIES.isdisjoint(words))


def told_estimate_bindings(
    line: Line, bound: Sequence[Binding], whole: FigureProperty | None
) -> list[Binding]:
    """Read "Estimates by later authors lie between 150 and 400": another number of those counted before."""
    if whole is None or bound or line.triggers or not opens_estimate(line.words):
        return []
    at = next(i for i, word in enumerate(line.words) if word in _LIES)
    start = line.skip_adverbs(at + 1)
    group = line.group_at(start) or line.group_at(start + 1) or _broken_range(line, at)
    if group is None or group.head != "bare" or group.quantity.kind != "number":
        return []
    if not _CLAUSE_END.isdisjoint(line.words[:at]) or line.word(group.last)[:1].isalnum():
        return []
    return [Binding(group, whole, (at, group.first), "toll")]


def _broken_range(line: Line, at: int) -> Group | None:
    """Return the range that an aside breaks: "ranged from 85, the official count, to 400"."""
    if line.word(at + 1) != "from":
        return None
    low = line.group_at(at + 2)
    if low is None or low.quantity.kind != "number" or line.word(low.last) not in {",", "("}:
        return None
    for to in range(low.last + 1, min(low.last + _ASIDE, len(line.words) - 1)):
        if line.word(to) == "to" and line.word(to - 1) in {",", ")"}:
            high = line.group_at(to + 1)
            if high is None or high.quantity.kind != "number" or high.quantity.high is None:
                return None
            span = replace(low.quantity, last=high.quantity.last, high=high.quantity.high, qualifier="range")
            return replace(low, last=high.last, quantity=span)
    return None


def _risen_to(line: Line, at: int) -> Group | None:
    """Return the bare number behind "had risen to"."""
    for i in range(at + 1, min(at + 1 + _RISE_REACH, len(line.words))):
        if line.words[i] in v.RISE:
            group = line.group_at(i + 2) if line.word(i + 1) == "to" else None
            is_number = (
                group is not None and group.quantity.kind == "number" and group.head in ("bare", "person")
            )
            return group if is_number else None
        if line.tokens[i].kind != "word":
            return None
    return None


def _revised_to(line: Line, at: int) -> Group | None:
    """Return the bare number to which a count was changed: "later revised the count down to 89"."""
    end = at + 1 + (line.word(at + 1) in _WAYS)
    if line.word(at - 2) not in v.RISE | _CHANGES or line.word(end) != "to":
        return None
    group = line.group_at(end + 1)
    return group if group is not None and group.quantity.kind == "number" and group.head == "bare" else None


def with_totals(line: Line, bound: Sequence[Binding]) -> list[Binding]:
    """Read "there were 12 army dead and 7 navy, for a total of 19": the parts and what they make together."""
    found = list(bound)
    for at in range(1, len(line.words) - 2) if "total" in line.words else ():
        if tuple(line.words[at : at + 3]) != ("a", "total", "of"):
            continue
        group = line.group_at(at + 3) or line.group_at(at)
        host = max((b for b in bound if b.group.first < at), key=lambda b: b.group.first, default=None)
        if (
            host is None
            or group is None
            or group.quantity.low is None
            or group.head not in ("bare", "person")
        ):
            continue
        if any(b.group.first == group.first for b in bound) or line.trigger_at(line.skip_adverbs(group.last)):
            continue
        parts = [g for g in line.groups if host.group.first <= g.first < at and g.quantity.low is not None]
        if len(parts) < _LEAST_PARTS or sum(g.quantity.low or 0 for g in parts) != group.quantity.low:
            continue
        found = [replace(b, is_subset=True) if b.group in parts else b for b in found]
        known = {b.group.first for b in found}
        found += [replace(host, group=g, is_subset=True) for g in parts if g.first not in known]
        found.append(Binding(group, host.property, host.predicate, host.rule, host.is_negated))
    return found
