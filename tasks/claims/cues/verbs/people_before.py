"""Whether people stand before a verb that could be a noun: "experts working for the court | estimate"."""

from __future__ import annotations

from tasks.claims.cues.cue_words import source_heads
from tasks.claims.cues.view import View


def holds_people(view: View, end: int) -> bool:
    """Say whether a plural of people stands before a verb: "experts working for the court estimate"."""
    first = range(min(end, 6))
    if any(view.low[k].endswith("s") and view.low[k] in source_heads() for k in first):
        return True
    return any(view.is_capital(k) and _ends_people(view.low[k]) for k in first)  # "The Kurds in Norland"


def _ends_people(word: str) -> bool:
    return len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s"))
