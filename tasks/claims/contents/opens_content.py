"""Adverbials and clauses that open what is said: a comma behind them ends nothing."""

from __future__ import annotations

from tasks.claims.cues.view import View

_OPENING = frozenset({"while", "although", "though", "if", "since", "because", "when", "whereas"})
_CONNECTORS = frozenset({"but", "though", "while", "and", "although", "whereas", ";", ",", "however"})
_SHORTEST = 4  # tokens of "while he backs it"


def opens_content(view: View, start: int, cut: int) -> bool:
    """Say whether a bare comma at a cut closes an adverbial that opens what is said ("in April, X")."""
    if view.low[start] in _OPENING and _is_of_own(view, start, cut):
        return True
    if view.low[cut - 1] == "," and view.quote[cut - 1] < 0:
        cut -= 1
    if (
        view.low[cut] != ","
        or cut + 1 >= len(view.low)
        or view.low[cut + 1] in _CONNECTORS
        or view.low[cut + 1].endswith("ing")
    ):
        return False
    if view.low[start] == "to" and not view.is_word(start + 1, "determiner"):
        return False  # "was thought to hold 200 men, X says"
    return view.is_word(start, "preposition") and not view.has_finite(start, cut) and view.quote[start] < 0


def _is_of_own(view: View, start: int, cut: int) -> bool:
    """Say whether a cut lies in what is said: "said that while he backs it, he condemned the riot and".

    A clause opened by "while" needs another one, whose subject the pronoun behind the comma is.
    """
    comma = next((k for k in range(start + 1, cut + 1) if view.low[k] == "," and view.is_free(k)), None)
    if comma is None or view.low[start - 1] != "that" or comma - start < _SHORTEST:
        return False
    return view.is_word(comma + 1, "personal") and view.has_finite(comma + 2, comma + 5)
