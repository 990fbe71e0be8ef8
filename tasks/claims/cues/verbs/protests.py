"""Infinitives that say what people come together for: "marched | to demand water", "rallied to denounce"."""

from __future__ import annotations

from tasks.claims.cues.cue_words import CueEntry, word_class
from tasks.claims.cues.view import View

_PROTESTING = word_class("protesting")
_SAID = frozenset({"demand", "denounce", "condemn", "call", "protest"})
_BETWEEN = frozenset({",", ";", "to", "that", "who", "and"})
_NEAR = 9  # tokens from the verb to its purpose


def protests_to(view: View, to: int, entry: CueEntry) -> int | None:
    """Return the verb of "gathered in the square | to denounce"; None for other infinitives."""
    if entry.lemma not in _SAID:
        return None
    for k in range(to - 1, max(0, to - _NEAR), -1):
        if view.low[k] in _PROTESTING:
            return k
        goal = view.low[k] == "to" and (view.is_word(k + 1, "determiner") or view.is_capital(k + 1))
        if view.finite[k] or (not goal and view.low[k] in _BETWEEN):
            return None  # "marched to the palace | to demand"
    return None
