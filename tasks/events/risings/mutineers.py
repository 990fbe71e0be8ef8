"""Who rose by the box on a coup or a mutiny: the side that it calls mutineers or a faction of a force.

"Combatant1: Northland Army; Combatant2: Mutineers from the X Battalion" says which side rose, whatever
the prose says of the army that the battalion is of; a lone "Faction of the Y Guard" says it of that.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import replace

from tasks.events.fights.box_sides import listed
from tasks.events.party_choice import is_unnamed
from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import any_of
from tasks.model.actor import ActorBook
from tasks.model.document import Document
from tasks.model.event import EventActor
from tasks.model.span import Span

# In which the state's own forces rise against it.
_RISING = late_pattern(rf"\b(?:{any_of(words('coup'))}|mutin(?:y|ies))\b", re.IGNORECASE)
_ROSE = late_pattern(
    r"^(?:mutin(?:eers|ous \w+)|rebel \w+|rebels|dissident \w+|rogue \w+|disaffected \w+|coup plotters"
    r"|plotters|putschists|defectors|(?:an? )?factions?) (?:of|from|in|within)\b",
    re.IGNORECASE,
)
_FACTION = late_pattern(r"^(?:an? )?factions?\b", re.IGNORECASE)
_SIDES = ("combatant1", "combatant2", "combatant_1", "combatant_2", "belligerents", "side1", "side2")
_NUMBER = {"1": "2", "2": "1"}


def with_mutineers(document: Document, parties: Sequence[EventActor], actors: ActorBook) -> list[EventActor]:
    """Return the parties of a rising with those whom the box says rose, without the other side's as such."""
    if _RISING.search(document.article.title) is None:
        return list(parties)
    rose = [
        f for f in document.article.infobox if f.key.lower() in _SIDES and _ROSE.match(f.value) is not None
    ]
    if len(rose) != 1:
        return list(parties)
    named = _named_in(rose[0].span, actors)
    inside = rose[0].span
    if not named:
        return list(parties)
    against = listed(document, actors, _NUMBER.get(rose[0].key[-1], ""))
    if against and _FACTION.match(rose[0].value) and all(actors.actors[k].kind != "state" for k in against):
        return list(parties)  # one faction of several: who rose is not told
    seen = [_seen(p, inside, against, actors) for p in parties]
    beside = ("participant", "target")
    kept = [p for p in seen if p is not None and not (p.actor in named and p.role in beside)]
    had = {p.actor for p in kept if p.role == "perpetrator"}
    return kept + [
        EventActor(key, "perpetrator", span, "mutineers") for key, span in named.items() if key not in had
    ]


def _seen(p: EventActor, inside: Span, against: Container[str], actors: ActorBook) -> EventActor | None:
    """Return a party as it is where the box says who rose; None if the box alone made a target of those."""
    if p.role == "target" and inside.contains(p.span):
        return None
    if p.role != "perpetrator":
        return p
    if is_unnamed(p.actor, actors):
        return None
    return replace(p, role="participant") if p.actor in against or p.is_alleged else p


def _named_in(field: Span, actors: ActorBook) -> dict[str, Span]:
    """Return the bodies with a name that a field names."""
    return {
        m.actor: m.span
        for m in reversed(actors.overlapping(field))
        if field.contains(m.span)
        and actors.actors[m.actor].kind != "state"
        and not is_unnamed(m.actor, actors)
    }
