"""Whose a text is that is rejected or has a name: "rejected a report that said", "a Herald report"."""

from __future__ import annotations

from tasks.claims.cues.cue_words import cue_entries
from tasks.claims.cues.view import Range, View

_JUDGING = frozenset({"denial", "stance", "doubt"})


def is_of_others(view: View, text: Range) -> bool:
    """Say whether a text is not the subject's own: it is rejected, or a name stands before its noun."""
    first = text[0]
    verb = view.low[first - 1] if first else ""
    if any(entry.cue_class in _JUDGING for entry in cue_entries().get(verb, ())):
        return True
    named = any(view.is_capital(k) for k in range(first + (first == 0), text[1] - 1))
    return named and not view.is_word(first, "possessive") and view.low[first] in ("a", "an", "the")
