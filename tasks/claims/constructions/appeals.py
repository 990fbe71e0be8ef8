"""Verbs that turn to somebody: "appealed to the public for help", "warned its citizens against it"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.claims.contents.boundaries import clause_end, phrase_end
from tasks.claims.cues.occurrence import Occurrence
from tasks.claims.cues.view import View


def appealed(view: View, cue: Occurrence, cuts: Sequence[int]) -> int | None:
    """Read "appealed to the public for help": to somebody, for something."""
    if view.low[cue.end : cue.end + 1] != ("to",):
        return None
    for k in range(cue.end + 2, min(len(view.low), cue.end + 9)):
        if view.low[k] == "for":
            return phrase_end(view, cue.end, cuts)
        if view.finite[k] or view.low[k] in (",", ";", "to", "that"):
            return None
    return None


def warned(view: View, cue: Occurrence, cuts: Sequence[int]) -> int | None:
    """Read "warned its citizens against travelling", "warned the council about the threat"."""
    full = clause_end(view, cue.end, cuts)
    for k in range(cue.end + 1, min(full, cue.end + 9)):
        if view.low[k] in ("against", "about", "of"):
            return full
        if view.finite[k] or view.low[k] in (",", ";", "that"):
            return None
    return None
