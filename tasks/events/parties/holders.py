"""Who held what was attacked: "bombed a position held by the X Army and local fighters".

They are whom the attack hit, before anybody who is only counted among the dead.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tasks.events.sentence_words import sentence_words
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.actor import ActorBook
from tasks.model.document import Document
from tasks.model.event import EventActor

_HOLDS = frozenset(("manned", "held", "occupied", "guarded", "garrisoned", "defended"))
_HELD_BY = late_pattern(rf"(?: [a-z-]+){{0,3}} (?:{'|'.join(sorted(_HOLDS))}) by (?:the |an? )?")
_AND = late_pattern(r"(?: \([^()]*\)|\))?,? and (?:the |some |local |allied )?")
_FORCES = ("military", "armed_group", "international")


def holders(document: Document, parties: Sequence[EventActor], actors: ActorBook) -> list[EventActor]:
    """Return the forces that the words behind a target say held it, and the one joined to them."""
    known = {p.actor for p in parties if p.role in ("perpetrator", "target")}
    found: dict[str, EventActor] = {}
    for party in parties:
        for one in _of_target(document, party, actors) if party.role == "target" else ():
            if one.actor not in known:
                found.setdefault(one.actor, one)
    return list(found.values())


def _of_target(document: Document, party: EventActor, actors: ActorBook) -> Iterator[EventActor]:
    sentence = document.sentences[max(0, document.index_at(party.span.start))]
    if _HOLDS.isdisjoint(sentence.words):
        return
    end, link = party.span.end, _HELD_BY
    for span, key in sentence_words(sentence, actors).mentions:
        if span.start < end:
            continue
        if actors.actors[key].kind not in _FORCES or not link.fullmatch(document.text, end, span.start):
            return
        yield EventActor(key, "target", None, False, None, span)
        if link is _AND:
            return
        end, link = span.end, _AND
