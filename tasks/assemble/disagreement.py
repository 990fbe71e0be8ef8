"""Which statements about one thing contradict each other, and which a later one replaces.

Two figures are about the same thing if they give the same property of the same class of victims
for the same event.  They contradict each other if no number satisfies both: "90" and "100+" do,
"78-105" and "at least 78" do not.  Vague, negated, additional and partial figures contradict nothing.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from tasks.model.claim import Claim
from tasks.model.figure import Figure
from tasks.model.value import value


@value(frozen=True, slots=True)
class Stated:
    """A figure with where it belongs: indices of its claim and event, its claimant's actor key."""

    figure: Figure
    claim: int
    event: int
    claimant: str | None


def conflicts(stated: Iterable[Stated]) -> dict[int, tuple[int, str]]:
    """Return, for each claim in conflict, the event and the property that it is in conflict about.

    A claim in conflict about several properties has the first in the order killed, injured, others;
    one that would be alone with its property stands with a claim that it contradicts.
    """
    groups: dict[tuple[int, str, str], list[Stated]] = defaultdict(list)
    for item in stated:
        if _is_total(item.figure):
            groups[item.event, item.figure.property, item.figure.victim_class].append(item)
    found: dict[int, tuple[int, str]] = {}
    against: dict[int, int] = {}
    for (event, prop, _), items in sorted(groups.items(), key=lambda g: (_rank(g[0][1]), g[0])):
        bounds = [(item.claim, *_bounds(item.figure)) for item in items]
        for item, (claim, low, high) in zip(items, bounds, strict=True):
            others = (o for o, least, most in bounds if o != claim and max(low, least) > min(high, most))
            other = next(others, None)
            if other is not None and item.claim not in found:
                found[item.claim], against[item.claim] = (event, prop), other
    sizes = Counter(found.values())
    for claim in sorted(found):
        if sizes[found[claim]] == 1:
            found[claim] = found[against[claim]]
            sizes[found[claim]] += 1
    return found


def updates(claims: Sequence[Claim], stated: Iterable[Stated]) -> dict[int, int]:
    """Return, for each claim that replaces an earlier one, the index of the claim it replaces.

    A claim replaces the last earlier claim of the same claimant with a cumulative or updating
    figure of the same property of the same event.
    """
    last: dict[tuple[str, int, str], int] = {}
    found: dict[int, int] = {}
    for item in sorted(stated, key=lambda s: (claims[s.claim].extent.start, s.figure.span)):
        if item.claimant is None or not _is_total(item.figure):
            continue
        key = (item.claimant, item.event, item.figure.property)
        earlier = last.get(key)
        is_update = item.figure.is_cumulative or claims[item.claim].cue_class == "figure_update"
        if is_update and earlier is not None and earlier != item.claim:
            found.setdefault(item.claim, earlier)
        last[key] = item.claim
    return found


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
