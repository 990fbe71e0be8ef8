"""Strikes on somebody or something: "carried out a strike on the camp"; not those of workers.

The noun alone is no word of violence, for people strike for their wages: what was done with it, or what it
cost, tells.
"""

from __future__ import annotations

from collections.abc import Iterator

from tasks.events.clauses.phrases.times import is_time
from tasks.events.triggers import EventType, Trigger
from tasks.lexicons.construction_words import words
from tasks.model.document import Sentence
from tasks.model.span import Span

_STRIKES = frozenset(("strike", "strikes"))
_UPON = frozenset(("on", "upon", "against"))
_DONE = words("does_attack")
_COST = words("suffers") | words("dies") | words("aircraft") | words("weapon") | {"killing", "wounding"}
_OF_WORKERS = words("labour_dispute")
_TO = frozenset(("to", "would", "will", "could", "can", "may", "might"))  # before a verb
_NEAR = 5  # tokens before the noun: "carried out a second strike"
_KIND = EventType("Explosions/Remote violence", "Air/drone strike", "ASSAULT", "aerial", 1)


def strikes_on(sentence: Sentence) -> Iterator[Trigger]:
    """Yield the nouns for strikes that are said to be on, upon or against somebody or something."""
    tokens = sentence.tokens
    if not _OF_WORKERS.isdisjoint(sentence.words):
        return
    for i in sentence.places(_STRIKES):
        if i + 2 >= len(tokens) or tokens[i + 1].lower not in _UPON or is_time(tokens, i + 2):
            continue
        before = sentence.lower[max(0, i - _NEAR) : i]
        if before and before[-1] in _TO:
            continue
        if not _DONE.isdisjoint(before) or not _COST.isdisjoint(sentence.words):
            yield Trigger(Span(tokens[i].start, tokens[i].end), i, i, False, _KIND)
