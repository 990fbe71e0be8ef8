"""Participles that set a second kind of a thing beside the first: "attacks, or threatened attacks"."""

from __future__ import annotations

from tasks.claims.cues.view import View

_JOINS = frozenset({"and", "or"})
_REACH = 4  # tokens before the joint in which the thing is named first


def is_second_kind(view: View, start: int, end: int) -> bool:
    """Say whether a participle stands between "or" and a noun that is named before it as well."""
    if start < 2 or end >= len(view.low) or view.low[start - 1] not in _JOINS:
        return False
    if view.tokens[end].kind != "word" or view.is_word(end, "determiner") or view.is_word(end, "preposition"):
        return False
    return view.low[end] in view.low[max(0, start - 1 - _REACH) : start - 1]
