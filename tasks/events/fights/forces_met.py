"""Whether an article opens with two forces that met, whatever its title: few reports name a fight there."""

from __future__ import annotations

from tasks.events.fights.between import MET, opponents
from tasks.events.fights.camps import camp_of
from tasks.events.sections import opening
from tasks.events.sentence_words import sentence_words
from tasks.model.actor import ActorBook
from tasks.model.document import Document


def have_met(document: Document, actors: ActorBook) -> bool:
    """Whether the first sentence says that two forces met: "X militants fought gun battles with Y troops"."""
    head = opening(document)[:1]
    if not head or MET.isdisjoint(head[0].words):
        return False
    pair = opponents(sentence_words(head[0], actors))
    if pair is None:
        return False
    camps = [{camp_of(key, actors) for _, key in side} - {None} for side in pair]
    return all(camps) and camps[0].isdisjoint(camps[1])
