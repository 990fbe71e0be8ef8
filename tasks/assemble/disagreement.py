"""Which statements about one thing contradict each other, and which a later one replaces.

Two figures are about the same thing if they give the same property of the same people, at the same time and
place of the same event, and neither is a part of what the other counts (`scopes.py`).  They contradict each
other if no number satisfies both: "90" and "100+" do, "78-105" and "at least 78" do not.  Vague, negated,
additional and partial figures contradict nothing, nor does what a claimant later corrected.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from tasks.assemble.scopes import Scope, continues, is_one_thing, may_contradict
from tasks.model.claim import Claim
from tasks.model.figure import Figure
from tasks.model.value import value

_ANY = Scope()
_NEAR = 25  # code points before what is said, in which "later" or "initially" may stand
_FIRST = re.compile(
    r"\b(?:initial(?:ly)?|originally|at first|first|early|preliminary|provisional(?:ly)?)\b", re.I
)
_LATER = re.compile(
    r"\b(?:later|since|subsequently|eventually|finally|now|revised?|corrected|updated|raised|rose|risen|lowered"
    r"|increased|reduced|adjusted)\b",
    re.I,
)


@value(frozen=True, slots=True)
class Stated:
    """A figure with where it belongs: indices of its claim and event, its claimant's actor key, its scope."""

    figure: Figure
    claim: int
    event: int
    claimant: str | None
    scope: Scope = _ANY


# What claims disagree about: the event, the property, and the first of the claims that do.
Dispute = tuple[int, str, int]


def conflicts(
    stated: Iterable[Stated], replaces: Mapping[int, int] = MappingProxyType({})
) -> dict[int, Dispute]:
    """Return, for each claim in conflict, what it is in conflict about.

    A claim in conflict about several properties has the first in the order killed, injured, others;
    one that would be alone with its property stands with a claim that it contradicts.

    Args:
        stated: all figures of the article.
        replaces: what each claim replaces; what was replaced contradicts nothing any more.
    """
    replaced = set(replaces.values())
    groups: dict[tuple[int, str, str], list[Stated]] = defaultdict(list)
    for item in stated:
        if _is_total(item.figure) and item.claim not in replaced:
            groups[item.event, item.figure.property, item.figure.victim_class].append(item)
    found: dict[int, Dispute] = {}
    against: dict[int, int] = {}
    for (event, prop, _), items in sorted(groups.items(), key=lambda g: (_rank(g[0][1]), g[0])):
        rivals: dict[int, int] = {}
        for item in items:
            other = next((o.claim for o in items if o.claim != item.claim and _contradict(item, o)), None)
            if other is not None:
                rivals.setdefault(item.claim, other)
        firsts = _firsts(rivals)
        for claim, other in rivals.items():
            if claim not in found:
                found[claim], against[claim] = (event, prop, firsts[claim]), other
    sizes = Counter(found.values())
    for claim in sorted(found):
        if sizes[found[claim]] == 1:
            found[claim] = found[against[claim]]
            sizes[found[claim]] += 1
    return found


def _firsts(rivals: Mapping[int, int]) -> dict[int, int]:
    """Return, for each claim, the first of those that it is in conflict with, or through others."""
    first = {claim: claim for claim in (*rivals, *rivals.values())}

    def root(claim: int) -> int:
        """Return the first claim that is known so far."""
        while first[claim] != claim:
            claim = first[claim]
        return claim

    for claim, other in rivals.items():
        one, two = sorted((root(claim), root(other)))
        first[two] = one
    return {claim: root(claim) for claim in first}


def _contradict(one: Stated, other: Stated) -> bool:
    (low, high), (least, most) = _bounds(one.figure), _bounds(other.figure)
    return max(low, least) > min(high, most) and may_contradict(one.scope, other.scope)


def updates(text: str, claims: Sequence[Claim], stated: Iterable[Stated]) -> dict[int, int]:
    """Return, for each claim that replaces an earlier one, the index of the claim it replaces.

    A claim replaces the last earlier claim of the same claimant, or of the article, about the same thing
    if its figure is cumulative or updating ("rose to 14"), or if another number was the first ("initially
    eight") and this is a later one ("later twelve").
    """
    before: dict[tuple[object, ...], list[Stated]] = defaultdict(list)
    found: dict[int, int] = {}
    for item in sorted(stated, key=lambda s: (claims[s.claim].extent.start, s.figure.span)):
        claim, figure = claims[item.claim], item.figure
        if (item.claimant is None and claim.voice == "attributed") or not _is_total(figure):
            continue
        told = before[item.claimant, item.event, figure.property]
        earlier = next((one for one in reversed(told) if one.claim != item.claim), None)
        told.append(item)
        if earlier is None or not continues(earlier.scope, item.scope):
            continue
        is_update = figure.is_cumulative or claim.cue_class == "figure_update"
        if (is_update and item.scope.is_whole) or _is_revised(text, claims, earlier, item):
            found.setdefault(item.claim, earlier.claim)
    return found


def _is_revised(text: str, claims: Sequence[Claim], earlier: Stated, later: Stated) -> bool:
    """Whether words say that a number was a first one and that another is a later one."""
    if _bounds(earlier.figure) == _bounds(later.figure) or not is_one_thing(earlier.scope, later.scope):
        return False
    if earlier.figure.victim_class != later.figure.victim_class:
        return False
    first, second = _said(text, claims[earlier.claim]), _said(text, claims[later.claim])
    return _FIRST.search(first) is not None and _LATER.search(second) is not None


def _said(text: str, claim: Claim) -> str:
    """Return the words of a claim, from its claimant or cue to its end."""
    spans = [claim.extent, *(s for s in (claim.claimant, claim.cue) if s is not None)]
    return text[max(0, min(s.start for s in spans) - _NEAR) : max(s.end for s in spans)]


def _is_total(figure: Figure) -> bool:
    return not (
        figure.is_negated
        or figure.is_additional
        or figure.is_subset
        or figure.is_named
        or figure.side is not None
        or figure.value_low is figure.value_high is None
    )


def _bounds(figure: Figure) -> tuple[float, float]:
    """Return the numbers that a figure lies between."""
    low, high = figure.value_low, figure.value_high
    return 0 if low is None else low, math.inf if high is None else high


def _rank(prop: str) -> int:
    return {"killed": 0, "injured": 1}.get(prop, 2)
