"""Where what is said begins behind a colon: "stated the following findings of fact: C"."""

from __future__ import annotations

from tasks.claims.cues.view import View

_TITLE = 8  # tokens of "the following findings of fact"


def behind_following(view: View, start: int) -> int:
    """Return where a list's first clause begins: "stated the following findings: 1. | The lamp was out"."""
    if view.low[start : start + 2] != ("the", "following"):
        return start
    colon = next(
        (k for k in range(start + 2, min(len(view.low) - 2, start + _TITLE)) if view.low[k] == ":"), 0
    )
    if not colon or view.has_finite(start, colon):
        return start
    return colon + 3 if view.low[colon + 2] == "." and view.low[colon + 1].isdigit() else colon + 1
