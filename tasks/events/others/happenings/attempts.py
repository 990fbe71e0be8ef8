"""Attempts as events: what was tried and failed has no other noun for it.

- on a place or a life: "his attempt on Osk had failed in May", "two attempts on his life in 1901"
- to do something: "an attempt by the army to enter the city was halted", "attempts to retake the hill"
- one of several: "the next attempt, on 1 July, ended in the storming of the aeroplane"
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tasks.events.subject_verb import is_verb
from tasks.events.triggers import EventType, Trigger
from tasks.lexicons.construction_words import words
from tasks.model.document import Sentence, Token
from tasks.model.span import Span

ATTEMPTS = frozenset(("attempt", "attempts"))
_TRIED = words("tried")
_NEXT = frozenset(("second", "third", "fourth", "next", "another", "further", "earlier", "previous", "last"))
_TRIAL = EventType("Battles", "Armed clash", "ASSAULT", None, 1)
_REACH = 10  # tokens between the noun and what was tried


def attempt_triggers(sentence: Sentence) -> Iterator[Trigger]:
    """Yield the attempts of a sentence that were made by force; they are told like verbs."""
    if ATTEMPTS.isdisjoint(sentence.words):
        return
    tokens = sentence.tokens
    for i in sentence.places(ATTEMPTS):
        if _is_on_place(tokens, i) or _is_tried(tokens, i) or _is_next(tokens, i):
            yield Trigger(Span(tokens[i].start, tokens[i].end), i, i, True, _TRIAL)


def _is_on_place(tokens: Sequence[Token], at: int) -> bool:
    """Whether it was made on a place or a life: "an attempt on Osk", "an attempt on his life"."""
    after = tokens[at + 1 : at + 3]
    if len(after) < 2 or after[0].lower != "on":
        return False
    is_on_life = tuple(t.lower for t in tokens[at + 2 : at + 4])[1:] in (("life",), ("lives",))
    return after[1].text[:1].isupper() or is_on_life


def _is_tried(tokens: Sequence[Token], at: int) -> bool:
    """Whether what was tried is done by force: "an attempt by officers to overthrow the president"."""
    for i in range(at + 1, min(at + 1 + _REACH, len(tokens) - 1)):
        if tokens[i].lower == "to":
            return tokens[i + 1].lower in _TRIED
        if tokens[i].kind == "punct" or is_verb(tokens[i]):
            return False
    return False


def _is_next(tokens: Sequence[Token], at: int) -> bool:
    """Whether it is one of several of a kind that was told before: "the next attempt, on 1 July"."""
    is_next = any(t.lower in _NEXT for t in tokens[max(0, at - 2) : at])
    if not is_next or at + 2 >= len(tokens):
        return False
    end = at + 1 + (tokens[at + 1].text == ",")
    return tokens[end].lower in ("on", "in") and tokens[end + 1].text[:1].isalnum()
