"""Gerunds that tell of the thing before them: "a plan emphasising the causes", "items suggesting that"."""

from __future__ import annotations

from tasks.claims.cues.cue_words import CueEntry, source_heads
from tasks.claims.cues.view import View

_OF_THINGS = frozenset(
    ("emphasise", "emphasize", "stress", "recognise", "recognize", "describe", "detail", "underline",
     "depict")
)  # fmt: skip
_HINTING = frozenset({"suggest", "imply"})
_THINGS = frozenset({"items", "objects", "things", "fragments", "traces", "wounds", "injuries", "marks"})


def tells_of_thing(view: View, start: int, entry: CueEntry) -> bool:
    """Say whether a gerund belongs to a noun for a thing, not to who speaks."""
    before = view.low[start - 1] if start else ""
    if entry.lemma in _HINTING and before in _THINGS:
        return True
    named = view.is_capital(start - 1) or before in source_heads()
    return entry.lemma in _OF_THINGS and before.isalpha() and not named
