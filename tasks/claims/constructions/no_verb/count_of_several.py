"""Figures of several sources beside each other: "150 according to X, 300 (according to Y)"."""

from __future__ import annotations

from tasks.claims.cues.view import View

_SEVERAL = 2
_BEFORE_COUNT = frozenset({",", "at", "or", "and", "(", "to", "between", "from"})


def counts_in_brackets(view: View, at: int) -> bool:
    """Say whether one of several sources stands behind its figure: "150 (according to X) and 300 (..."."""
    if view.quote[at] >= 0 or view.low[at - 1 : at] != ("(",) or view.low.count("according") < _SEVERAL:
        return False
    return at > 1 and view.tokens[at - 2].kind == "number"


def count_before(view: View, at: int) -> int | None:
    """Return where one of several sources' figures begins: "150 according to X, 300 according to Y"."""
    if view.low.count("according") < _SEVERAL or view.low[at - 1] == ",":
        return None
    last = at - 1 - (view.low[at - 1] == "(")
    for k in range(last, max(0, last - 3), -1):
        if view.tokens[k].kind == "number":
            opens = view.low[k - 1] in _BEFORE_COUNT or view.is_word(k - 1, "amount")
            return k if opens else None
        if not view.low[k].isalpha() or view.is_word(k, "preposition"):
            return None
    return None
