"""The place that a fight was for, which the title names: it is no side of it."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.events.found import Found
from tasks.model.actor import ActorBook
from tasks.model.document import Document

_PLACES = ("unknown", "organisation")


def without_title_place(document: Document, found: Sequence[Found], actors: ActorBook) -> list[Found]:
    """Return the findings without the place that a fight was for, where it has a second side."""
    if not any(f.grade == "second_side" for f in found):
        return list(found)
    title = document.article.title
    return [
        f
        for f in found
        if f.role != "target"
        or (actor := actors.actors.get(f.actor)) is None
        or actor.kind not in _PLACES
        or actor.name not in title
    ]


def is_title_place(key: str, document: Document, actors: ActorBook) -> bool:
    """Return whether an actor is no more than a name in the title of the place that was fought for."""
    actor = actors.actors[key]
    return actor.kind in _PLACES and actor.name in document.article.title
