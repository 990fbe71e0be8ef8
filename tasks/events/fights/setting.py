"""The war that a fight was part of: "during the X invasion of Y" tells who began the war, not this fight."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tasks.model.document import Token
from tasks.model.order import END, START
from tasks.model.span import Span

_WARS = frozenset(("invasion", "intervention", "war", "campaign", "occupation"))
_PARTS = frozenset(
    (
        "part",
        "stage",
        "stages",
        "phase",
        "phases",
        "days",
        "hours",
        "weeks",
        "beginning",
        "start",
        "context",
        "course",
    )
)
_CAUSES = frozenset((("result", "of"), ("response", "to"), ("retaliation", "for"), ("revenge", "for")))
_DURING = frozenset(("during", "since", "amid", "amidst", "before", "after", "following"))
_ARTICLES = frozenset(("the", "a", "an"))


def is_setting(tokens: Sequence[Token], span: Span) -> bool:
    """Whether a name only tells of the war: "during the opening stages of the 2022 X invasion of Y"."""
    first = bisect_left(tokens, span.start, key=START)
    last = bisect_left(tokens, span.end, key=END)
    at = first - 1 - (first > 0 and tokens[first - 1].lower == "the")
    if at > 0 and (tokens[at - 1].lower, tokens[at].lower) in _CAUSES:
        return True  # "in retaliation for an X attack"
    if not any(t.lower in _WARS for t in tokens[last + 1 : last + 3]):
        return False
    at = first - 1
    while at >= 0 and (tokens[at].lower in _ARTICLES or tokens[at].kind == "number"):
        at -= 1
    if at >= 1 and tokens[at].lower == "of" and tokens[at - 1].lower in _PARTS:
        return True
    return at >= 0 and tokens[at].lower in _DURING
