"""Numbers of one side of an infobox that several tell: "Norland claim: 55 killed, Sutland claim: 100 killed".

They count the same dead, so that the lowest and the highest of them bound the toll.
"""

from __future__ import annotations

from collections.abc import Sequence

from tasks.events.tolls.told_figure import ToldFigure
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.figure import Figure

_TELLER_BEFORE = late_pattern(r"\b(?:claim|estimate|source|figure)s?\b[^,;:]{0,20}: ?[^,;:]{0,30}$")
_TELLER_BEHIND = late_pattern(r"[^,;()]{0,40}\((?:per |according to |[^()]{0,60}\b(?:claim|estimate)[sd]?\b)")
_TOTAL_OF = late_pattern(r"\b[Tt]otal\b[^,;:]{0,40}:[^,;:]{0,4}$")
_TOTAL = late_pattern(r"(?: \w+){0,2} \(?(?:in )?total\b|(?: \w+)? (?:altogether|in all)\b")
_BEFORE = 80  # code points before a number in which its teller stands


def rival_bounds(items: Sequence[ToldFigure]) -> tuple[int, int] | None:
    """Return the least and the most of numbers that each have a teller of their own; else None."""
    if len(items) < 2 or not all(_has_teller(t) for t in items):
        return None
    stated = [n for t in items for n in _numbers(t.figure)]
    return (min(stated), max(stated)) if stated else None


def called_total(items: Sequence[ToldFigure]) -> list[ToldFigure]:
    """Return the numbers right behind "total toll:"; a field may count single days before that."""
    return [t for t in items if _TOTAL_OF.search(t.words[: t.figure.number.start - t.offset])]


def with_total(items: Sequence[ToldFigure]) -> list[ToldFigure]:
    """Return the number of a field that calls itself the total, where others stand beside it; else all."""
    whole = [t for t in items if _TOTAL.match(t.words, t.figure.number.end - t.offset)]
    return whole if len(whole) == 1 else list(items)


def _numbers(figure: Figure) -> list[int]:
    return [n for n in (figure.value_low, figure.value_high) if n is not None]


def _has_teller(told: ToldFigure) -> bool:
    start, end = told.figure.number.start - told.offset, told.figure.number.end - told.offset
    if _TELLER_BEHIND.match(told.words, end):
        return True
    return _TELLER_BEFORE.search(told.words[max(0, start - _BEFORE) : start]) is not None
