"""Whose soldiers were hit, where an article calls them by nothing but their trade.

Elsewhere a construction says so ("the dead were of the X Regiment"). Without any, "soldiers", "policemen"
are of the first force with a name in the first sentences that is not the attackers' own.
"""

from __future__ import annotations

import re
from collections.abc import Set

from tasks.events.clauses.who_acts import is_of_once
from tasks.events.party_choice import is_unnamed
from tasks.events.sections import own_sentences
from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import deed
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.actor import ActorBook
from tasks.model.document import Document
from tasks.model.event import EventActor

_SERVE = words("bare_force")
_FORCES = ("military", "international")
# In which a force hits men of its own.
_OWN_MEN = late_pattern(rf"\b(?:{deed('rising')}|friendly)\b", re.IGNORECASE)
_FIRST = 3  # sentences that tell who met whom


def with_force_of_soldiers(
    document: Document, parties: list[EventActor], actors: ActorBook
) -> list[EventActor]:
    """Return the parties with the force in the place of the soldiers that no words tell more of."""
    hit = [p for p in parties if p.role == "target"]
    bare = [p for p in hit if _is_bare(p.actor, actors)]
    if not bare or _OWN_MEN.search(document.article.title):
        return parties
    if any(p not in bare and _kind(p.actor, actors) in _FORCES for p in hit):
        return parties
    acting = {p.actor for p in parties if p.role == "perpetrator"}
    whole = {a.part_of for key in acting if (a := actors.actors.get(key)) is not None and a.part_of}
    force = _first_force(document, actors, acting | whole)
    return parties if force is None else [*(p for p in parties if p not in bare), force]


def _first_force(document: Document, actors: ActorBook, acting: Set[str]) -> EventActor | None:
    for sentence in own_sentences(document)[:_FIRST]:
        for mention in actors.beginning_in(sentence.span):
            actor = actors.actors[mention.actor]
            if actor.kind not in _FORCES or not acting.isdisjoint((actor.key, actor.part_of)):
                continue
            if not (is_unnamed(actor.key, actors) or is_of_once(sentence.tokens, mention.span)):
                return EventActor(actor.key, "target", mention.span, "soldiers_of")
    return None


def _is_bare(key: str, actors: ActorBook) -> bool:
    actor = actors.actors.get(key)
    return actor is not None and actor.name.lower() in _SERVE


def _kind(key: str, actors: ActorBook) -> str | None:
    actor = actors.actors.get(key)
    return None if actor is None else actor.kind
