"""Words behind "had" with which its object begins, so that it is no auxiliary: "had him shot"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.model.document import Token

HAD = frozenset(("had", "has", "having", "have"))
_BEGINS = frozenset(("him", "her", "them", "his", "their", "its", "the", "a", "an", "all", "both", "some"))


def has_object(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a form of "have" stands there with an object behind it: "had her beheaded"."""
    if tokens[at].lower not in HAD or at + 1 >= len(tokens):
        return False
    behind = tokens[at + 1]
    return behind.kind == "number" or behind.text[:1].isupper() or behind.lower in _BEGINS
