"""Whose men the body says acted, where the lead names no force: "X advanced. Its men opened fire"."""

from __future__ import annotations

from collections.abc import Iterator

from tasks.events.attackers.fitness import may_attack
from tasks.events.by_sentence import Stretches
from tasks.events.clauses.guarded import is_violent
from tasks.events.clauses.phrasal import phrasal
from tasks.events.party_choice import is_unnamed
from tasks.events.sections import own_body
from tasks.events.sentence_words import sentence_words
from tasks.events.subject_verb import is_verb, verb_of
from tasks.events.turns import turn_of
from tasks.lexicons.construction_words import words
from tasks.model.actor import ActorBook
from tasks.model.document import Document, Sentence
from tasks.model.event import EventActor
from tasks.model.span import Span

_ITS = frozenset(("its", "their"))
_MEN = words("members") | words("whose_men")
_ACTS = words("act")
_KINDS = ("military", "armed_group", "organisation")
_NEAR = 3  # tokens between the men and what they did


def told_acts(document: Document, actors: ActorBook, others: Stretches) -> list[EventActor]:
    """Return the force with a name whose men are said to have acted in the own event, the first told."""
    for sentence in own_body(document):
        if _ITS.isdisjoint(sentence.words) or _MEN.isdisjoint(sentence.words):
            continue
        for at in _acting(sentence):
            start = sentence.tokens[at].start
            if any(s.start <= start < s.end for _, s in others.get(sentence.index, ())):
                continue
            force = _force_before(document, sentence, start, actors)
            if force is not None:
                return [EventActor(force[1], "perpetrator", force[0], "told_act")]
    return []


def _acting(sentence: Sentence) -> Iterator[int]:
    """Yield where "its men" stand whose verb is one of violence."""
    tokens, end = sentence.tokens, turn_of(sentence)
    several = phrasal(sentence)
    for i in sentence.places(_ITS):
        if i + 2 >= end or tokens[i + 1].lower not in _MEN:
            continue
        for verb in range(i + 2, min(i + 2 + _NEAR, end)):
            if is_verb(tokens[verb]):
                if (tokens[verb].lower in _ACTS or verb in several) and is_violent(tokens, verb):
                    yield i
                break


def _force_before(
    document: Document, sentence: Sentence, start: int, actors: ActorBook
) -> tuple[Span, str] | None:
    """Return the last force by name that was a subject before, in the sentence or the one before it."""
    for told in (sentence, *document.sentences[sentence.index - 1 : sentence.index]):
        if told.paragraph != sentence.paragraph:
            return None
        acting = [
            (span, key)
            for span, key in sentence_words(told, actors).mentions
            if span.end <= start
            and actors.actors[key].kind in _KINDS
            and not is_unnamed(key, actors)
            and may_attack(key, document, actors)
            and verb_of(told, span) is not None
        ]
        if acting:
            return acting[-1]
    return None
