"""Where another noun phrase begins without a comma: "According to witnesses two men had fled"."""

from __future__ import annotations

from functools import cache

from tasks.claims.cues.cue_words import source_heads, word_class
from tasks.claims.cues.view import View
from tasks.lexicons.load import load

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
    if view.low[at] == "the" and _within_name(view, at):
        return False
    named = view.is_capital(at - 1) or before.endswith("s") or before in source_heads()
    if view.low[at] in _NEW_PHRASE:
        return named
    counted = view.tokens[at].kind == "number" or (view.is_word(at, "amount") and view.low[at] != "one")
    if view.is_capital(at - 1):
        return counted and _counts_people(view, at)
    return counted and named and not view.is_capital(at)


def _within_name(view: View, the: int) -> bool:
    """Say whether "the" stands within a name of several words that is known: "Save the Children"."""
    for first in range(max(0, the - 3), the):
        for end in range(the + 2, min(len(view.low), the + 4) + 1):
            if " ".join(view.low[first:end]) in _names_with_the():
                return True
    return False


@cache
def _names_with_the() -> frozenset[str]:
    names = (row["name"].lower() for row in load("known_actors"))
    return frozenset(name for name in names if " the " in name)


def _counts_people(view: View, at: int) -> bool:
    """Say whether a number behind a name counts a plural that has a verb: "the Herald 7 people died"."""
    plural = view.low[at + 1 : at + 2] == ("people",) or (
        view.low[at + 1 : at + 2][:1] and view.low[at + 1].endswith("s")
    )
    return (
        bool(plural) and not view.is_capital(at + 1) and view.has_finite(at + 2, min(len(view.low), at + 4))
    )
