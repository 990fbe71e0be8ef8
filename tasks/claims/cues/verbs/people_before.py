"""Whether people stand before a verb that could be a noun: "experts working for the court | estimate"."""

from __future__ import annotations

from tasks.claims.cues.cue_words import source_heads
from tasks.claims.cues.view import View
from tasks.lexicons.agent_nouns import IS_AGENT_PLURAL

_PLURALS = frozenset({"men", "women", "children", "media", "clergy"})
_MEN = ("men", "women", "folk")
_SOME = frozenset({"most", "many", "some", "others"})


def are_men(word: str) -> bool:
    """Say whether a plural of people ends in no "s": "men", "the fishermen"."""
    return word in _PLURALS or (word.endswith(_MEN) and IS_AGENT_PLURAL[word])


def holds_people(view: View, end: int) -> bool:
    """Say whether a plural of people stands before a verb: "experts working for the court estimate"."""
    first = range(min(end, 6))
    if any(view.low[k].endswith("s") and view.low[k] in source_heads() for k in first):
        return True
    if any(view.low[k] in _SOME and view.low[k + 1] == "," for k in first[:2]):
        return True  # "But most, including NAME, agree"
    return any(view.is_capital(k) and _ends_people(view.low[k]) for k in first)  # "The Kurds in Norland"


def _ends_people(word: str) -> bool:
    return len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s"))
