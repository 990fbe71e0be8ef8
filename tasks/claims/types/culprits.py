"""Who can be blamed for what was done: armed people, authorities, those who fight."""

from __future__ import annotations

from functools import cache

from tasks.claims.cues.cue_words import type_words, word_class
from tasks.lexicons.load import load

_ARMED = frozenset({"fighters", "police", "soldiers"})
_HARMLESS = word_class("not_culprit")


@cache
def culprits() -> frozenset[str]:
    """Return the nouns for those who can be blamed: words of the class, and men at arms of all kinds."""
    armed = (row["noun"] for row in load("victims") if row["class"] in _ARMED and row["number"] == "plural")
    return type_words("culprit") | frozenset(armed) - _HARMLESS
