"""What the two sides of a battle lost, where the text says it side by side: their sum is the toll."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tasks.events.tolls.toll_statement import Statement

_TWO = 2
_NEAR = 200  # code points between what one side lost and what the other did


def with_sum_of_sides(every: Sequence[Statement]) -> list[Statement]:
    """Return the statements with the sum of two sides' losses in the place of the first; as they are, else.

    Both stand in the lead, or side by side where it gives no number, in the article's own voice, and nobody
    else's loss is told there.
    """
    told = [s for s in every if _side(s) is not None and s.is_head and not s.is_attributed]
    if not told and not any(s.is_head for s in every):
        told = _beside([s for s in every if s.loser is not None and not s.is_attributed])
    losers = list(dict.fromkeys(_side(s) for s in told))
    if len(losers) != _TWO or all(s.loser is None for s in told):
        return list(every)
    first = told[0]
    each = [[s for s in told if _side(s) == name] for name in losers]
    low = sum(min(s.low for s in side) for side in each)
    high = sum(max(s.high for s in side) for side in each)
    both = replace(first, low=low, high=high, figure=None, population="all", is_exact=False)
    return [both if s is first else s for s in every if s is first or s not in told]


def _side(statement: Statement) -> str | None:
    """Return whose loss it is, by the words for the dead where no side is named: "six rebels were killed"."""
    is_of_side = statement.population in ("fighters", "soldiers") and not statement.is_partial
    return statement.loser or (statement.population if is_of_side else None)


def _beside(told: Sequence[Statement]) -> list[Statement]:
    """Return what two sides lost that the account tells in one place, nothing where it tells more."""
    sections = {s.section for s in told}
    is_near = len(told) == _TWO and told[1].position - told[0].position <= _NEAR
    return list(told) if is_near and len(sections) == 1 else []
