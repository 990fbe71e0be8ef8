"""What the two sides of a battle lost, where the text says it side by side: their sum is the toll."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tasks.events.tolls.statements import Statement

_TWO = 2


def with_sum_of_sides(every: Sequence[Statement]) -> list[Statement]:
    """Return the statements with the sum of two sides' losses in the place of the first; as they are, else.

    Both stand in the lead, in the article's own voice, and nobody else's loss is told there.
    """
    told = [s for s in every if s.loser is not None and s.is_head and not s.is_attributed]
    losers = list(dict.fromkeys(s.loser for s in told))
    if len(losers) != _TWO:
        return list(every)
    first = told[0]
    each = [[s for s in told if s.loser == name] for name in losers]
    low = sum(min(s.low for s in side) for side in each)
    high = sum(max(s.high for s in side) for side in each)
    both = replace(first, low=low, high=high, figure=None, population="all", is_exact=False)
    return [both if s is first else s for s in every if s is first or s not in told]
