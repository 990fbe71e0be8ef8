"""Plural nouns for statements that somebody disputes: ", claims that X denied", ", reports X rejected"."""

from __future__ import annotations

from tasks.claims.cues.view import View

_DISPUTED = frozenset({"denied", "denies", "deny", "disputed", "disputes", "rejected", "rejects", "refuted"})
_BE = frozenset({"been", "was", "were", "are"})
_HELPERS = _BE | {"has", "have", "had"}
_REACH = 9  # tokens of who disputes it
_ENDS = frozenset({",", ".", ";", ":", "and", "but", "as"})


def is_disputed_noun(view: View, noun: int) -> bool:
    """Say whether a word after a comma is a noun that a clause behind it disputes, no verb."""
    if not noun or view.low[noun - 1] != "," or view.low[noun + 1 : noun + 2] not in (("that",), ("which",)):
        return False
    for k in range(noun + 2, min(len(view.low), noun + 2 + _REACH)):
        if view.low[k] in _DISPUTED:
            is_passive = view.low[k - 1] in _BE and view.low[k + 1 : k + 2] == ("by",)
            return is_passive or k + 1 >= len(view.low) or view.low[k + 1] in _ENDS
        if (view.finite[k] and view.low[k] not in _HELPERS) or view.low[k] in _ENDS - {"and"}:
            return False
    return False
