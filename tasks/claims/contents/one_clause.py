"""Where what is asked or ordered ends before another clause that the writer adds."""

from __future__ import annotations

from tasks.claims.cues.view import View


def one_clause_end(view: View, start: int, end: int) -> int:
    """Return the end of what is asked, before what the writer tells behind a semicolon."""
    for k in range(start, end):
        if view.low[k] == ";" and view.quote[k] < 0:
            return end if view.low[k + 1] in ("to", "and", "not") or not view.has_finite(k, end) else k
    return end
