"""Whose a plan is that calls for something: "The strategy proposed by X | called for a landing"."""

from __future__ import annotations

from tasks.claims.cues.source import is_source
from tasks.claims.cues.view import Range, View

_PROPOSED = frozenset({"proposed", "devised", "drafted", "advocated", "favoured", "favored", "submitted"})
_MADE_UP = frozenset({("drawn", "up"), ("put", "forward"), ("set", "out"), ("worked", "out")})


def proposer(view: View, phrase: Range | None) -> Range | None:
    """Return X of "the strategy proposed by X", "a scheme drawn up by X"; None where none is named."""
    if phrase is None:
        return None
    for by in range(phrase[0] + 2, phrase[1] - 1):
        made = view.low[by - 1] in _PROPOSED or view.low[by - 2 : by] in _MADE_UP
        if view.low[by] == "by" and made:
            return (by + 1, phrase[1]) if is_source(view, (by + 1, phrase[1])) else None
    return None
