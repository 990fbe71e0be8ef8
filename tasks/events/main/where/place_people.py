"""People whom a comma sets beside a place: "In Osk, Jan Day walked to the bus" has no Day around Osk."""

from __future__ import annotations

from dataclasses import replace

from tasks.model.actor import ActorBook
from tasks.model.span import Span
from tasks.places import PlacePhrase

_BODIES = ("armed_group", "party")


def without_people(phrase: PlacePhrase, actors: ActorBook) -> PlacePhrase:
    """Return the phrase up to the first name behind its first that is a person of the article."""
    for index, name in enumerate(phrase.names):
        if index and name.part is None and _is_person(name.span, actors):
            names = phrase.names[:index]
            is_within = phrase.span.start <= names[-1].span.start and name.span.end <= phrase.span.end
            end = names[-1].span.end if is_within else phrase.span.end
            return replace(phrase, names=names, span=Span(phrase.span.start, end))
    return phrase


def is_body(phrase: PlacePhrase, actors: ActorBook) -> bool:
    """Whether what stands behind a preposition of direction is a group: "air strikes on X", "called on X"."""
    if not phrase.is_weak or not phrase.names:
        return False
    first = phrase.names[0].span
    known = [actors.actors[m.actor] for m in actors.overlapping(first) if m.span.contains(first)]
    return any(a.kind in _BODIES for a in known)


def _is_person(name: Span, actors: ActorBook) -> bool:
    return any(
        actors.actors[m.actor].kind == "person" and m.span.start <= name.start
        for m in actors.overlapping(name)
        if m.actor in actors.actors
    )
