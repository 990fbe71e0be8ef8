"""The air force that flew what struck: "an attack by Northland aircraft" is the Northland Air Force's.

Only where the article names one air force of that country, and no other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tasks.actors.known.countries import Country, countries
from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.actor import Actor, ActorBook
from tasks.model.event import EventActor

AIRCRAFT = words("aircraft")
_AIR_FORCE = late_pattern(r"\bAir (?:Forces?|Corps|Arm|Service)\b")


def air_force_of(country: Country, actors: ActorBook) -> Actor | None:
    """Return the only air force of a country that the article names, None if it names none or several."""
    found = [
        a
        for a in actors.actors.values()
        if a.kind == "military"
        and country.iso3 is not None
        and a.country_iso3 == country.iso3
        and _AIR_FORCE.search(a.name) is not None
        and a.name.split()[-1][:1].isupper()
    ]
    return found[0] if len(found) == 1 else None


def by_air_force(parties: Sequence[EventActor], actors: ActorBook) -> list[EventActor]:
    """Return the parties, who attacked with "Northland fighter aircraft" as that country's air force."""
    return [_named(party, actors) if party.role == "perpetrator" else party for party in parties]


def _named(party: EventActor, actors: ActorBook) -> EventActor:
    actor = actors.actors.get(party.actor)
    name = actor.name.split() if actor is not None else [""]
    country = countries().adjectives.get(name[0]) if name[-1] in AIRCRAFT else None
    force = air_force_of(country, actors) if country is not None else None
    return party if force is None else replace(party, actor=force.key)
