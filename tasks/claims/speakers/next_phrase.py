"""Where another noun phrase begins without a comma: "According to witnesses two men had fled"."""

from __future__ import annotations

from tasks.claims.cues.view import View
from tasks.claims.cues.words import source_heads, word_class

_NEW_PHRASE = frozenset(
    {"the", "a", "an", "this", "these", "those", "his", "her", "he", "she", "they", "it", "there"}
)
_CLOSED = frozenset(("all", "both", "half", "such")).union(
    *map(word_class, ("preposition", "coordinator", "determiner", "amount"))
)


def opens_subject(view: View, at: int) -> bool:
    """Say whether another noun phrase begins without a comma: "(According to) witnesses two men"."""
    before = view.low[at - 1]
    if before in _CLOSED or view.is_adverb(at - 1) or view.depth[at - 1]:
        return False
    named = view.is_capital(at - 1) or before.endswith("s") or before in source_heads()
    if view.low[at] in _NEW_PHRASE:
        return named
    counted = view.tokens[at].kind == "number" or (view.is_word(at, "amount") and view.low[at] != "one")
    if view.is_capital(at - 1):
        return counted and _counts_people(view, at)
    return counted and named and not view.is_capital(at)


def _counts_people(view: View, at: int) -> bool:
    """Say whether a number behind a name counts a plural that has a verb: "the Herald 7 people died"."""
    plural = view.low[at + 1 : at + 2] == ("people",) or (
        view.low[at + 1 : at + 2][:1] and view.low[at + 1].endswith("s")
    )
    return (
        bool(plural) and not view.is_capital(at + 1) and view.has_finite(at + 2, min(len(view.low), at + 4))
    )
