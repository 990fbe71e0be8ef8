"""What the first sentences say was attacked, beside the targets that the box names in a word or two.

"Target: Policemen" of an attack on a police training camp, "Target: Security forces" of one on emergency
responders: both are told, and neither word stands for the other.
"""

from __future__ import annotations

from collections.abc import Sequence

from tasks.events.found import Found
from tasks.lexicons.construction_words import words
from tasks.model.actor import ActorBook
from tasks.model.article import INFOBOX
from tasks.model.document import Document
from tasks.model.event import EventActor
from tasks.model.span import Span

_PARTS = words("members") | words("held_site") | words("vehicle")
_OWNER = 60  # code points of " of the Northland embassy"
_FIRST = 2  # sentences of the lead
_KINDS = ("civilians", "military", "unknown", "organisation")
_PEOPLE = ("civilians", "military")


def is_beside_box(document: Document, found: Found, before: Sequence[Found], actors: ActorBook) -> bool:
    """Return whether a target of the first sentences stands beside those of the box, under other words.

    Args:
        document: the article.
        found: one of a sentence of the lead.
        before: what was found so far.
        actors: the article's actors.
    """
    if found.role != "target" or found.grade != "aimed" or not document.lead:
        return False
    if document.index_at(found.span.start) >= document.lead[0].index + _FIRST:
        return False
    actor = actors.actors.get(found.actor)
    box = [f for f in before if f.role == "target" and of_box(document, f.span)]
    if actor is None or actor.kind not in _KINDS or not box:
        return False
    if actor.name.split()[-1].lower() in _PARTS:
        return False  # of a force that the box names
    if _is_of_one(document.text, found, box):
        return False  # "the building of the X embassy", where the box has the embassy
    told = {w for f in box if (a := actors.actors.get(f.actor)) for w in a.name.lower().split()}
    return actor.name.lower().split()[-1] not in told


def _is_of_one(text: str, found: Found, box: Sequence[Found]) -> bool:
    """Whether what is attacked is said to be of a target of the box."""
    behind = text[found.span.end : found.span.end + _OWNER].lower()
    return behind.startswith(" of ") and any(f.span.of(text).lower() in behind for f in box)


def only_people_of_box(document: Document, targets: Sequence[EventActor], actors: ActorBook) -> bool:
    """Return whether the box alone names targets, and by what people they are: "Policemen"."""
    return bool(targets) and all(
        of_box(document, p.span)
        and (a := actors.actors.get(p.actor)) is not None
        and a.kind in _PEOPLE
        and a.name[-1:].islower()
        for p in targets
    )


def of_box(document: Document, span: Span) -> bool:
    """Return whether words stand in the infobox."""
    return document.heading_of(document.sentences[document.index_at(span.start)]) == INFOBOX
