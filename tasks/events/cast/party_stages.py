"""In which order the sentences of an article are asked for parties: each of the lead, then the body.

What an earlier sentence settles is not asked of later ones, for those tell of what came before and after;
only a person may join those whom an earlier sentence of the same paragraph names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.events.found import Found
from tasks.events.other_years import of_other_years
from tasks.events.sections import is_apart, is_list, own_body
from tasks.events.ships.what_befell import tellings, told
from tasks.model.actor import ActorBook
from tasks.model.document import Document, Sentence
from tasks.model.event import Role
from tasks.model.memo import remembered

_INQUIRY = re.compile(r"\b(?:inquir|enquir|investigat|trial|court|legal|perpetrat|suspect|attacker)", re.I)


@remembered
def stages(document: Document) -> list[tuple[bool, list[Sentence]]]:
    """Return the sentences in stages: each of the lead, then the body; none that tells of other years.

    Of an article on a ship they are those that tell what became of her: the rest tells of her other fights.
    """
    if tellings(document):
        return [*((True, [s]) for s in told(document)), (False, [])]
    apart = of_other_years(document)
    body = [s for s in own_body(document) if s.index not in apart]
    return [*((True, [s]) for s in document.lead if s.index not in apart), (False, body)]


def is_person_beside(one: Found, found: Sequence[Found], actors: ActorBook) -> bool:
    """Whether a person is told of beside those whom an earlier sentence names; not one of a force's dead."""
    kinds = {a.kind for f in found if f.role == one.role and (a := actors.actors.get(f.actor)) is not None}
    actor = actors.actors.get(one.actor)
    if actor is not None and actor.kind == "civilians" and one.role == "target":
        return kinds == {"unknown"}  # those in the place that an earlier sentence names
    if actor is None or actor.kind != "person":
        return False
    return one.role == "perpetrator" or not {"military", "armed_group"} & kinds


def is_force_of_alliance(document: Document, one: Found, found: Sequence[Found], actors: ActorBook) -> bool:
    """Whether the lead names the force that acted where those found so far are an alliance alone: NATO.

    The first sentence does so with any verb, a later one with "carried out by": who hits back comes later.
    """
    actor = actors.actors.get(one.actor)
    if one.role != "perpetrator" or actor is None or one.grade not in ("", "agent"):
        return False
    if one.grade != "agent" and one.span.start >= document.lead[0].span.end:
        return False
    if actor.kind != "military" or not actor.name.split()[-1][:1].isupper():
        return False
    kinds = {
        a.kind for f in found if f.role == "perpetrator" and (a := actors.actors.get(f.actor)) is not None
    }
    return kinds == {"international"}


def inquiries(document: Document) -> list[Sentence]:
    """Return the sentences of sections apart that may say who did it: an inquiry, a trial."""
    headings = {s.heading for s in document.article.sections}
    told = {h for h in headings if is_apart(h) and not is_list(h) and _INQUIRY.search(h)}
    return [s for s in document.sentences if document.heading_of(s) in told] if told else []


def of_first_section(document: Document, told: Sequence[Found]) -> list[Found]:
    """Return, of a long body's findings, those of the first section that gives each role.

    A long article tells of much that is not its own event, sooner or later.
    """
    section = [document.section_of(document.sentences[document.index_at(f.span.start)]) for f in told]
    first: dict[Role, int] = {}
    for found, place in zip(told, section, strict=True):
        first.setdefault(found.role, place)
    return [found for found, place in zip(told, section, strict=True) if first[found.role] == place]
