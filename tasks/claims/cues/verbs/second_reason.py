"""Gerunds that "and" joins as what somebody is accused of: "of inventing the raid and falsely blaming X"."""

from __future__ import annotations

from tasks.claims.cues.view import View


def is_second_reason(view: View, at: int) -> bool:
    """Say whether "and" joins two gerunds: "accused them of inventing the raid and falsely blaming X"."""
    for k in range(at - 1, max(0, at - 14), -1):
        if view.low[k] in (",", ";") or view.finite[k]:
            return False
        if view.low[k].endswith("ing") and view.low[k - 1] in ("of", "for", "by"):
            return True
    return False
