"""Where the article begins a clause of its own behind a statement: another's words, or a later date."""

from __future__ import annotations

from tasks.claims.cues.adverbial import is_date_word
from tasks.claims.cues.cue_words import cue_entries
from tasks.claims.cues.view import View

_REASONS = frozenset({"as", "since", "because"})
_DATES = frozenset({("and", "in"), ("and", "on"), ("and", "by")})
_REPORTED_TENSE = frozenset({"had", "would", "could", "might", "should"})


def opens_another(view: View, comma: int, end: int) -> bool:
    """Say whether such a clause begins at a comma.

    Args:
        view: the sentence.
        comma: where what is said may end.
        end: the token after the last one that can be said.
    """
    if view.low[comma + 1] in _REASONS:
        return _tells_reason(view, comma + 2, end)
    return view.low[comma + 1 : comma + 3] in _DATES and _dates_anew(view, comma + 3, end)


def _tells_reason(view: View, start: int, end: int) -> bool:
    """Say whether another's words are the reason: "thought it a success, as | the admiral claimed that C"."""
    verb = next((k for k in range(start, end - 1) if view.finite[k] and view.quote[k] < 0), None)
    if verb is None or view.low[verb + 1] != "that":
        return False
    return any("that" in entry.frames for entry in cue_entries().get(view.low[verb], ()))


def _dates_anew(view: View, start: int, end: int) -> bool:
    """Say whether a date and a plain past follow: "warned that C, and in | April, riots grew"."""
    behind = start
    while behind < end and is_date_word(view, behind) and view.low[behind] != ",":
        behind += 1
    if behind == start or view.low[behind : behind + 1] != (",",):
        return False
    verb = next((view.low[k] for k in range(behind, end) if view.finite[k] and view.quote[k] < 0), None)
    return verb is not None and verb not in _REPORTED_TENSE
