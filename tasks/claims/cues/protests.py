"""Infinitives that say what people come together for: "marched | to demand water", "rallied to denounce"."""

from __future__ import annotations

from tasks.claims.cues.view import View
from tasks.claims.cues.words import CueEntry

_PROTESTING = frozenset(
    {"marched", "marching", "rallied", "gathered", "protested", "demonstrated", "demonstrating", "struck"}
)
_SAID = frozenset({"demand", "denounce", "condemn", "call", "protest"})
_NEAR = 9  # tokens from the verb to its purpose


def protests_to(view: View, to: int, entry: CueEntry) -> int | None:
    """Return the verb of "gathered in the square | to denounce"; None for other infinitives."""
    if entry.lemma not in _SAID:
        return None
    for k in range(to - 1, max(0, to - _NEAR), -1):
        if view.low[k] in _PROTESTING:
            return k
        if view.finite[k] or view.low[k] in (",", ";", "to", "that", "who", "and"):
            return None
    return None
