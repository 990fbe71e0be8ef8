"""Asides that name one of several who say something: "was alleged, including by X, to have"."""

from __future__ import annotations

from tasks.claims.cues.view import View

_AMONG = frozenset(
    {"including", "notably", "among", "others", "both", "especially", "particularly", "mainly"}
)


def before_aside(view: View, start: int, by: int) -> int:
    """Return where an aside begins that names one of several: "was alleged|, including by X,"; else `by`."""
    k = by
    while k > start and (view.low[k - 1] in _AMONG or (view.low[k - 1] == "," and view.is_free(k - 1))):
        k -= 1
    return k if k == start else by


def behind_aside(view: View, end: int, by: int) -> int:
    """Return the token behind the comma that closes such an aside; else the end of the agent."""
    opened = view.low[by - 1] in _AMONG and view.low[by - 2] in (",", "others", "among")
    return end + 1 if opened and view.low[end : end + 1] == (",",) else end
