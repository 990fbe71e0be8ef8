"""Who took part as a list says: units and commanders of an order of battle, who was honoured for it."""

from __future__ import annotations

import re

from tasks.events.clause_parts import part_of
from tasks.events.sections import headings_of
from tasks.events.sentence_words import outermost
from tasks.model.actor import ActorBook
from tasks.model.document import Document
from tasks.model.event import EventActor

_FORCES = re.compile(
    r"\b(?:orders? of battle|(?:opposing|participating|committed) (?:forces|units|ships|fleets)"
    r"|(?:forces|units|ships|fleets|vessels) (?:involved|engaged|committed|present))\b",
    re.IGNORECASE,
)
_HONOURED = re.compile(
    r"\b(?:medal|cross|order|star|award)s?(?: of \w+)? (?:recipients|winners|citations)\b", re.IGNORECASE
)
_FIGHT = ("military", "armed_group")


def in_order_of_battle(document: Document, actors: ActorBook) -> list[EventActor]:
    """Return the parts in the article's own event of who is listed and plays none in a clause."""
    forces = {s.heading: bool(_FORCES.search(s.heading)) for s in document.article.sections}
    honoured = {s.heading: bool(_HONOURED.search(s.heading)) for s in document.article.sections}
    if not any(forces.values()) and not any(honoured.values()):  # as in most articles
        return []
    found = []
    for sentence in document.sentences:
        headings = headings_of(document, sentence)
        is_force = any(forces.get(heading) for heading in headings)
        if not is_force and not honoured.get(headings[0]):
            continue
        inside = tuple((m.span, m.actor) for m in actors.overlapping(sentence.span))
        for span, key in outermost(inside):
            actor = actors.actors.get(key)
            is_listed = actor is not None and (actor.kind == "person" or (is_force and actor.kind in _FIGHT))
            if is_listed and part_of(sentence, span) is None:
                found.append(EventActor(key, "participant", span, "order_of_battle"))
    return found
