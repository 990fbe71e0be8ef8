"""Ages behind people, which are no part of who they are: "pupils aged between 11 and 19 were seized"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.model.document import Token

_OF_AGE = frozenset(("years", "year", "old", "and", "to", "or", "between", "from", "over", "under"))
_REACH = 9  # tokens of "aged between 11 and 19 years old"


def before_age(tokens: Sequence[Token], end: int) -> int:
    """Return where an age begins that ends before a token, the token itself if none does."""
    for at in range(end - 1, max(0, end - _REACH), -1):
        if tokens[at].lower == "aged":
            return at
        if tokens[at].kind == "word" and tokens[at].lower not in _OF_AGE:
            return end
    return end
