"""Where an infinitive that is said ends: "vowed to fight on | last night", "promised to go | but few did"."""

from __future__ import annotations

from tasks.claims.contents.boundaries import is_medium
from tasks.claims.cues.view import View

_STOPPING = (",", "who", "which", "that", "where")


def ends_infinitive(view: View, at: int, end: int) -> bool:
    """Say whether a date, a medium or a clause with a subject of its own stands behind "to do"."""
    opens = view.low[at] == "but" and not view.finite[at + 1]  # "promised to go but few did"
    counts = view.is_word(at + 1, "determiner") or view.is_word(at + 1, "amount")
    opens = opens or (view.low[at] == "and" and (counts or view.tokens[at + 1].kind == "number"))
    if opens and view.quote[at] < 0:
        verb = next(
            (k for k in range(at + 2, min(end, at + 13)) if view.finite[k] or view.low[k] in _STOPPING), None
        )
        return verb is not None and view.finite[verb] and verb > at + 2
    if view.low[at] == "," and view.quote[at] < 0 and view.finite[at + 1]:
        return True  # "a caller, claiming to speak for X, said"
    return _is_dated(view, at, end) or _told_in(view, at, end)


def _told_in(view: View, at: int, end: int) -> bool:
    """Say whether the medium of what is said begins at a token: "threatened to strike in a video"."""
    if at + 1 >= end or view.low[at] not in ("in", "via") or view.low[at + 1] not in ("a", "an"):
        return False
    return is_medium(view, at, end) and view.quote[at] < 0


def _is_dated(view: View, at: int, end: int) -> bool:
    """Say whether the statement's own date ends it: "vowed to fight on last night after taking the port"."""
    if view.low[at : at + 2] == ("last", "night") or view.low[at] == "yesterday":
        at += 2 if view.low[at] == "last" else 1
        return at >= end or view.low[at] in {"after", "while", "as", "in", "during", ","}
    return False
