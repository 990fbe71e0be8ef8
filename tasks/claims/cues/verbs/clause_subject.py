"""Gerunds that are the subject of a clause: "and calling it an accident does not make it lawful"."""

from __future__ import annotations

from tasks.claims.cues.cue_words import CueEntry
from tasks.claims.cues.view import View

_CLAUSES = frozenset({"that", "zero", "clause"})
_VERBS = frozenset({"does", "did", "is", "was", "would", "will", "could", "can"})
_REACH = 12  # tokens from the gerund to its verb


def is_clause_subject(view: View, start: int, end: int, entry: CueEntry) -> bool:
    """Say whether a gerund behind "and" or "that" is the subject of the verb that follows."""
    if not start or view.low[start - 1] not in ("and", "that") or entry.frames & _CLAUSES:
        return False
    for k in range(end + 1, min(len(view.low), end + _REACH)):
        if view.low[k] in _VERBS:
            return view.low[k - 1] != "it" and not view.is_word(k - 1, "coordinator")
        if view.finite[k] or view.low[k] in (",", ";", ".", "and", "that", "who", "which"):
            return False
    return False
