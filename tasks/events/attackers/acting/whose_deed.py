"""Whose deed it was, by a possessive before its noun: "X's attack on the convoy", "X's killing of a guard".

What is done stands behind "on", "against", "upon" or "of", for without it "X's murder" is that of X.  Who is
told to have been answered ("in revenge for X's raid on Osk") did something else, and so did whose deed only
says when or beside what it happened ("after X's raid on Osk").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from tasks.events.clauses.event_on import is_denied, is_only_thought_of
from tasks.events.clauses.phrases.times import is_time
from tasks.events.found import Found, Words
from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import deeds
from tasks.model.order import START
from tasks.model.span import Span

_DEEDS = deeds("attack") | words("whose_deed")
_UPON = frozenset(("on", "against", "upon", "of"))
_OWNERS = ("'s", "’s", "s'", "s’")
_MODIFIERS = 3  # words of "X's deadly dawn raid"
_AHEAD = 7  # tokens before an owner that may say that it is told of another event
_OTHER = words("after_another") | words("remembers")


def whose_deeds(words_: Words) -> Iterator[Found]:
    """Yield those who own a deed of violence by which somebody or something was hit."""
    if _DEEDS.isdisjoint(words_.sentence.words):
        return
    for span, key in words_.mentions:
        noun = _owned_noun(words_, span)
        if noun is not None and not _is_of_another(words_, span, noun):
            yield Found(key, "perpetrator", span, "owned_attack", grade="agent")


def _owned_noun(words_: Words, span: Span) -> int | None:
    """Return the index of the noun of violence that a name owns and behind which stands whom it hit."""
    tokens = words_.tokens
    at = bisect_left(tokens, span.end, key=START)
    if not at or not tokens[at - 1].text.endswith(_OWNERS):
        return None
    for i in range(at, min(at + _MODIFIERS, len(tokens) - 2)):
        if tokens[i].lower in _DEEDS:
            is_on = tokens[i + 1].lower in _UPON and not is_time(tokens, i + 2)
            return i if is_on and tokens[i + 2].kind != "number" else None
        if tokens[i].kind != "word" or not tokens[i].text.islower():
            return None
    return None


def _is_of_another(words_: Words, span: Span, noun: int) -> bool:
    """Whether what somebody did is told beside the event: what it followed or answered, or what is denied."""
    tokens = words_.tokens
    first = bisect_left(tokens, span.start, key=START)
    ahead = {t.lower for t in tokens[max(0, first - _AHEAD) : first]}
    return not ahead.isdisjoint(_OTHER) or is_denied(tokens, noun) or is_only_thought_of(tokens, noun)
