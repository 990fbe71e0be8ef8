"""Where a speaker's words end before whom he tells: "said X | to Reuters"."""

from __future__ import annotations

from tasks.claims.cues.view import View

_LISTENERS = frozenset({"reporters", "journalists"})


def before_listener(view: View, start: int, end: int) -> int:
    """Return where a speaker ends before whom he tells: "said X | to Reuters", "said X | to the paper"."""
    for k in range(start + 1, end - 1):
        if view.low[k] == "to" and view.is_capital(k - 1):
            listens = view.is_capital(k + 1) or view.is_word(k + 1, "determiner")
            return k if listens or view.low[k + 1] in _LISTENERS else end
    return end
