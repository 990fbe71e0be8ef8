"""The war that a fight was part of: "during the X invasion of Y" tells who began the war, not this fight."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tasks.lexicons.construction_words import words
from tasks.model.document import Token
from tasks.model.order import END, START
from tasks.model.span import Span

_WARS = frozenset(("invasion", "intervention", "war", "campaign", "occupation"))
_PARTS = words("part_of_war")
_CAUSES = frozenset((("result", "of"), ("response", "to"), ("retaliation", "for"), ("revenge", "for")))
_DURING = frozenset(("during", "since", "amid", "amidst", "before", "after", "following"))
_WHILE = frozenset(("during", "amid", "amidst"))
_TAKES = frozenset(("captured", "seized", "taken", "conquered", "occupied", "overrun"))
_SPANS = frozenset(("year", "years", "month", "months", "week", "weeks"))
_AGO = frozenset(("earlier", "before", "previously", "prior"))
_NEXT = 4  # tokens from "had" to its participle
_MEN = 8  # tokens between "invasion" and "by"
_MODIFIERS = 5  # words between "during" and an event noun
_ARTICLES = frozenset(("the", "a", "an"))


def is_setting(tokens: Sequence[Token], span: Span) -> bool:
    """Whether a name only tells of the war: "during the opening stages of the 2022 X invasion of Y"."""
    first = bisect_left(tokens, span.start, key=START)
    last = bisect_left(tokens, span.end, key=END)
    at = first - 1 - (first > 0 and tokens[first - 1].lower == "the")
    if at > 0 and (tokens[at - 1].lower, tokens[at].lower) in _CAUSES:
        return True  # "in retaliation for an X attack"
    if at > 0 and tokens[at].lower == "by":
        war = next((i for i in range(at - 1, max(0, at - _MEN), -1) if tokens[i].lower in _WARS), None)
        return war is not None and is_time_of(tokens, war)
    if not any(t.lower in _WARS for t in tokens[last + 1 : last + 3]):
        return False
    at = first - 1
    while at >= 0 and (tokens[at].lower in _ARTICLES or tokens[at].kind == "number"):
        at -= 1
    if at >= 1 and tokens[at].lower == "of" and tokens[at - 1].lower in _PARTS:
        return True
    return at >= 0 and tokens[at].lower in _DURING


def is_time_of(tokens: Sequence[Token], noun: int) -> bool:
    """Whether an event noun only tells when something happened: "during the invasion of X by Y"."""
    at = noun - 1
    while at >= 0 and noun - at <= _MODIFIERS and tokens[at].lower not in _WHILE:
        if tokens[at].kind != "word" or tokens[at].lower in ("a", "an", "of", "by", "on"):
            return False
        at -= 1
    return at >= 0 and tokens[at].lower in _WHILE


def tells_earlier_taking(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a place was taken before the fight: "had captured it two years earlier", from "had" on."""
    if tokens[verb].lower != "had" or _TAKES.isdisjoint(t.lower for t in tokens[verb + 1 : verb + _NEXT]):
        return False
    return any(
        one.lower in _SPANS and two.lower in _AGO
        for one, two in zip(tokens[verb:], tokens[verb + 1 :], strict=False)
    )
