"""Whether people stand before a verb that could be a noun: "experts working for the court | estimate"."""

from __future__ import annotations

from tasks.claims.cues.cue_words import source_heads
from tasks.claims.cues.view import View
from tasks.lexicons.agent_nouns import IS_AGENT_PLURAL

_PLURALS = frozenset({"men", "women", "children", "media", "clergy"})
_MEN = ("men", "women", "folk")
_COLLECTIVES = frozenset({"family", "couple", "crew", "team", "staff", "council", "jury", "opposition"})
_SOME = frozenset({"most", "many", "some", "others"})


def are_men(word: str) -> bool:
    """Say whether a plural of people ends in no "s": "men", "the fishermen"."""
    return word in _PLURALS or (word.endswith(_MEN) and IS_AGENT_PLURAL[word])


def holds_people(view: View, end: int) -> bool:
    """Say whether a plural of people stands before a verb: "experts working for the court estimate"."""
    first = range(min(end, 6))
    if end > 1 and view.low[end - 1] in _COLLECTIVES and view.is_word(end - 2, "determiner"):
        return True  # "the family maintain that"
    if any(view.low[k].endswith("s") and view.low[k] in source_heads() for k in first):
        return True
    if any(view.low[k] in _SOME and view.low[k + 1] == "," for k in first[:2]):
        return True  # "But most, including NAME, agree"
    return any(view.is_capital(k) and _ends_people(view.low[k]) for k in first)  # "The Kurds in Norland"


def _ends_people(word: str) -> bool:
    return len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s"))


def people_tell(view: View, start: int, end: int) -> bool:
    """Say whether people at the sentence's head claim a clause: "Witnesses claim two days later men left"."""
    if view.has_finite(0, start) or not holds_people(view, start) or not view.low[start - 1].endswith("s"):
        return False
    opens = view.is_word(end, "determiner") or view.is_word(end, "amount") or view.is_capital(end)
    return (opens or view.tokens[end].kind == "number") and view.has_finite(end + 1, len(view.low))


def people_claim(view: View, start: int, end: int) -> bool:
    """Say whether "he had" follows people described with a singular: "sources close to the family claim"."""
    told = view.is_word(end, "personal") and end + 1 < len(view.low) and view.finite[end + 1]
    return told and not view.has_finite(0, start) and holds_people(view, start)
