"""Strife that something else is about: a rally "in protest against the war between X and Y".

Its sides did not attack the rally, and no side of it is the event's.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tasks.events.subject_verb import is_verb
from tasks.model.document import Sentence, Token
from tasks.model.order import START
from tasks.model.span import Span

_BETWEEN = frozenset(("between",))
_ABOUT = frozenset(("against", "about", "amid", "amidst", "over", "despite", "because"))
_NEARLY = frozenset(("to", "of", "cause", "caused", "trigger", "triggered", "provoked"))
_ALMOST = frozenset(("almost", "nearly", "brink", "verge", "fears", "fear", "threat", "risk", "danger"))
_STRIFE = frozenset(
    ("conflict", "war", "fighting", "violence", "clashes", "hostilities", "tensions", "strife", "standoff")
)
_HELD = 7  # tokens of "had been under siege by the"
_RELATIVE = frozenset(("which", "that"))
_NOUN_GAP = 5  # tokens from "against" to "between"


def in_background(sentence: Sentence, span: Span) -> bool:
    """Whether a name is that of a side of strife that something else is about.

    Or of who had held a place before: "Osk, which had been under siege by X until January".
    """
    first = bisect_left(sentence.tokens, span.start, key=START)
    before = sentence.lower[max(0, first - _HELD) : first]
    if {"had", "been", "under", "by"} <= set(before):
        return True
    return any(
        sentence.tokens[k].start < span.start and is_background(sentence.tokens, k)
        for k in sentence.places(_BETWEEN)
    )


def is_background(tokens: Sequence[Token], between: int) -> bool:
    """Whether a "between" names the sides of strife that something is about: "against the war between"."""
    at = between - 1
    if tokens[at].lower not in _STRIFE:
        return False  # not "the battle over the town of X between"
    before = {t.lower for t in tokens[max(0, at - _NOUN_GAP) : at]}
    if not (_ALMOST.isdisjoint(before) or _NEARLY.isdisjoint(before)):
        return True  # "almost led to war between X and Y"
    while at > 0 and between - at <= _NOUN_GAP and tokens[at].lower not in _ABOUT:
        if tokens[at].kind != "word" or is_verb(tokens[at]):
            return False
        at -= 1
    return at > 0 and tokens[at].lower in _ABOUT


def goes_on_relative(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a verb goes on in a relative clause: "towns which backed X and | were surrounded by Y"."""
    before = {t.lower for t in tokens[max(0, verb - 11) : verb]}
    return tokens[verb - 1].lower == "and" and not _RELATIVE.isdisjoint(before)
