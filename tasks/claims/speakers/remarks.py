"""What a writer remarks on a subject behind it: "many (mainly the poor) said", "X, among others, said"."""

from __future__ import annotations

from tasks.claims.cues.view import View

_SHORTEST = 5  # tokens of the shortest subject with a remark in brackets
_REMARKS = frozenset(
    ("particularly", "especially", "mainly", "mostly", "including", "notably", "among", "predominantly")
)
_OTHERS = ("among", "others")


def before_remark(view: View, end: int) -> int:
    """Return where a subject ends that a remark closes, which may lack one of its commas; `end` without."""
    last = end - 1 if view.low[end - 1 : end] == (",",) else end
    if view.low[max(0, last - 2) : last] == _OTHERS and last > 2:
        return last - 3 if view.low[last - 3] == "," else last - 2
    if end < _SHORTEST or view.low[end - 1] != ")":
        return end
    opens = next((k for k in range(end - 2, max(0, end - 20), -1) if view.low[k] == "("), None)
    return end if opens is None or view.low[opens + 1] not in _REMARKS else opens
