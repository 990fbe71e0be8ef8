"""What a riot was against beside people: "rioters looted shops", "numerous businesses were damaged".

Asked only of articles whose title is a riot; they are targets beside the police whom the rioters attacked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tasks.events.new_party import NewParty, party
from tasks.events.sections import own_sentences
from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import any_of
from tasks.model.actor import ActorBook
from tasks.model.document import Document
from tasks.model.event import EventActor
from tasks.model.span import Span

_RIOT = late_pattern(rf"\b(?:{any_of(words('crowd_event'))}|pogroms?)\b", re.IGNORECASE)
_PROPERTY = words("looted")
_WHAT = rf"(?P<what>(?:(?<=[a-z,] )[A-Z]\w+ |[\w-]+-owned )?(?:{any_of(_PROPERTY)}))\b"
_DONE = any_of(words("loots"))
_HIT = late_pattern(rf"\b(?:{_DONE}|set fire to|smashed (?:the )?windows of)(?: [a-z-]+){{0,3}}? {_WHAT}")
_WAS_HIT = late_pattern(
    rf"\b{_WHAT}(?: (?!which|that|where)[a-z-]+){{0,5}}? (?:was|were|had been|being) "
    rf"(?:[a-z]+ly )?(?:{_DONE}|set on fire)\b"
)
_MOST = 2
_RULE = "struck"


def looted(
    document: Document, actors: ActorBook, parties: Sequence[EventActor]
) -> tuple[list[NewParty], tuple[EventActor, ...]]:
    """Return what rioters attacked as new actors, and all parties with it as targets."""
    if _RIOT.search(document.article.title) is None or _hits_people(parties, actors):
        return [], tuple(parties)
    taken = {p.span for p in parties if p.role == "target"}
    found: dict[str, Span] = {}
    for span in _property(document):
        if not actors.overlapping(span) and not any(t.overlaps(span) for t in taken):
            found.setdefault(span.of(document.text).lower(), span)
    new = [party(document, span, "target", "unknown", _RULE) for span in list(found.values())[:_MOST]]
    return new, (*parties, *(EventActor(n.actor.key, "target", n.mention.span, _RULE) for n in new))


def _property(document: Document) -> Iterator[Span]:
    """Yield the words for what was looted, burned or damaged, of the sections on the riot."""
    for sentence in own_sentences(document):
        if _PROPERTY.isdisjoint(sentence.words):
            continue
        for pattern in (_HIT, _WAS_HIT):
            match = pattern.search(document.text, sentence.span.start, sentence.span.end)
            if match is not None:
                yield Span(*match.span("what"))


def _hits_people(parties: Sequence[EventActor], actors: ActorBook) -> bool:
    """Whether the riot was against a people, whose houses and shops say no more."""
    hit = (actors.actors.get(p.actor) for p in parties if p.role == "target")
    return any(actor is not None and actor.kind == "civilians" for actor in hit)
