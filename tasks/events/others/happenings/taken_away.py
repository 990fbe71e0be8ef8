"""People who are carried off, as words that tell of an event: "raiders carried off twelve women".

The verbs have other objects (cattle, a trophy), so that no list of triggers has them: people must be taken.
"""

from __future__ import annotations

from collections.abc import Iterator

from tasks.events.clauses.phrasal import are_counted, phrasal
from tasks.events.clauses.phrases.slot_phrase import phrase_before, read_phrase
from tasks.events.clauses.undergone import is_undergone
from tasks.events.triggers import EventType, Trigger
from tasks.lexicons.violence import verbs_that
from tasks.model.document import Sentence
from tasks.model.span import Span

TAKES_AWAY = frozenset(  # the first words of verbs of taking that need an object which suffers it
    head
    for verb in verbs_that(("takes",), ("object",))
    if verb.rest
    for head in verb.heads("past", "participle")
)
_TAKEN = EventType("Violence against civilians", "Abduction/forced disappearance", "ASSAULT", "abduct", 2)


def taken_away(sentence: Sentence) -> Iterator[Trigger]:
    """Yield the verbs of a sentence by which people are carried off."""
    if TAKES_AWAY.isdisjoint(sentence.words):
        return
    tokens = sentence.tokens
    for first, last in phrasal(sentence).items():
        if last == first or tokens[first].lower not in TAKES_AWAY:
            continue
        be = is_undergone(tokens, first)
        at = last + 1
        whom = phrase_before(tokens, be) if be else read_phrase(tokens, at) if at < len(tokens) else None
        if (whom is not None and whom.kind == "people") or (not be and are_counted(tokens, at)):
            yield Trigger(Span(tokens[first].start, tokens[last].end), first, last, True, _TAKEN)
