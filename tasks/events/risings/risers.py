"""The men who rose beside the one who led them: "a mutiny of sailors", of whom a man with a name took a ship.

A leader found by what he did does not push out those whom the lead says that the rising was of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.events.found import Found
from tasks.events.new_party import NewParty
from tasks.events.party_choice import is_unnamed
from tasks.events.risings.risen_people import RISEN
from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import deeds, one_of
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.actor import ActorBook
from tasks.model.document import Document
from tasks.model.event import EventActor

# A coup may be that of persons alone.
_RISING = late_pattern(rf"\b{one_of(deeds('rising') - words('coup'))}\b", re.IGNORECASE)
_MEN = ("military", "armed_group")


def with_risers(
    document: Document,
    found: Sequence[Found],
    chosen: Sequence[EventActor],
    new: Sequence[NewParty],
    actors: ActorBook,
) -> list[EventActor]:
    """Return the parties with the men of the lead who rose, where else only persons did it."""
    acting = [p for p in chosen if p.role == "perpetrator"]
    kinds = {a.kind for p in acting if (a := actors.actors.get(p.actor)) is not None}
    if kinds != {"person"} or _RISING.search(document.article.title) is None:
        return list(chosen)
    risen = {n.mention.span for n in new if n.mention.method == RISEN}
    end = document.lead[-1].span.end if document.lead else 0
    for one in found:
        if one.role != "perpetrator" or one.grade or one.span.start >= end:
            continue
        if one.span in risen:
            return [*chosen, *(r for f in found if f.span in risen and (r := _riser(f)) not in chosen)]
        if is_unnamed(one.actor, actors) and actors.actors[one.actor].kind in _MEN:
            return [*chosen, _riser(one)]
    return list(chosen)


def _riser(found: Found) -> EventActor:
    return EventActor(found.actor, "perpetrator", found.span, found.rule)
