"""Whom the speaker goes by ends a statement: "said that the bridge was closed, citing drivers"."""

from __future__ import annotations

from tasks.claims.cues.source import is_source
from tasks.claims.cues.view import View

_CITING = frozenset({"citing", "quoting"})
_BEHIND = frozenset({",", ";", "who", "which", "that", "as", "in", "on", "from", "at", "familiar", "close"})
_LONGEST = 12  # tokens of whom somebody cites


def cites_somebody(view: View, start: int, at: int, end: int) -> bool:
    """Say whether who speaks names a source at a comma: "reported that C, citing a military source".

    A reason is no source ("said he would leave, citing his age"), and who cites between two commas is the
    subject of a verb within what is said ("said that the paper, citing officials, had printed it").

    Args:
        view: the sentence.
        start: first token of what is said.
        at: the comma that may end it.
        end: the token after the last one that can be said.
    """
    if view.low[at + 1] not in _CITING or at + 2 >= end or not view.has_finite(start, at):
        return False
    close = next((k for k in range(at + 3, min(end, at + _LONGEST)) if _ends_source(view, k)), end)
    if view.low[close : close + 1] == (",",) and close + 1 < end and view.finite[close + 1]:
        return False
    return is_source(view, (at + 2, close))


def _ends_source(view: View, at: int) -> bool:
    return view.low[at] in _BEHIND or view.low[at].endswith("ing") or view.finite[at]
