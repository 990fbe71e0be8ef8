"""Passives without a "was" of their own: "was questioned, then freed and | warned not to go"."""

from __future__ import annotations

from tasks.claims.cues.view import View
from tasks.claims.cues.words import CueEntry

_DONE_TO_ONE = frozenset({"warn", "order", "tell", "instruct", "accuse", "charge", "advise", "forbid"})
_CHAIN = 14  # tokens from a participle back to the "was" that it shares


def shares_be(view: View, start: int, end: int, entry: CueEntry) -> bool:
    """Say whether a participle shares the "was" of the one before: "was held and | warned not to"."""
    if entry.lemma not in _DONE_TO_ONE or not entry.is_participle or view.low[start - 1 : start] != ("and",):
        return False
    directed = view.low[end : end + 1] in (("not",), ("to",), ("by",), ("never",), ("of",), ("with",))
    before = start - 2
    done = before > 0 and (view.low[before].endswith("ed") or view.is_word(before, "irregular_participle"))
    if not directed or not done:
        return False
    for k in range(before - 1, max(-1, before - _CHAIN), -1):
        if view.is_word(k, "be"):
            return True
        if view.low[k] in (";", "who", "which", "that", "but"):
            return False
    return False
