"""Whether "that" points at what was said before: "retracted that estimate", not "denied that it had"."""

from __future__ import annotations

from tasks.claims.cues.cue_words import word_class
from tasks.claims.cues.view import View

_ENDS = frozenset({",", ".", ";", "and", "but", "as", "when", "after", "a", "on", "in", "two", "the"})


def points_at(view: View, at: int) -> bool:
    """Say whether a token is the "that" of "that claim", which no clause follows."""
    if view.low[at : at + 1] != ("that",) or at + 1 >= len(view.low):
        return False
    noun = view.low[at + 1]
    said = noun in word_class("taken_back") or noun in word_class("account_noun")
    if not said or noun.endswith("s"):
        return False
    return at + 2 >= len(view.low) or (view.low[at + 2] in _ENDS and not view.finite[at + 2])
