"""What is added to the parties that the text names, and taken from them, once all are known.

The side that is left of a battle, who stands for a side of which nothing is told, the counted victims, whose
body or force a party is and who stands beside it.

The order of the groups matters, and within one where a comment says why; other neighbours may change places
without a difference to any case.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tasks.events.attackers.acting.air_forces import by_air_force
from tasks.events.attackers.claiming.cover_names import under_cover
from tasks.events.attackers.fitness import without_ruled, without_states
from tasks.events.attackers.guessed.advancing import advancing
from tasks.events.attackers.guessed.likely import likely_attackers
from tasks.events.attackers.guessed.standing import stand_ins, targets_by_standing
from tasks.events.by_sentence import Stretches
from tasks.events.cast.beside_group import beside_group
from tasks.events.evidence.acquittals import without_acquitted
from tasks.events.evidence.guessed import without_guessed
from tasks.events.evidence.sides_left import with_side_left
from tasks.events.fights.two_sides import of_the_whole
from tasks.events.found import Found
from tasks.events.new_party import NewParty
from tasks.events.parties.companions import companions
from tasks.events.parties.holders import garrisons, holders
from tasks.events.parties.own_names import of_bodies
from tasks.events.risings.mutineers import with_mutineers
from tasks.events.targets.people.named_dead import named_dead
from tasks.events.targets.people.soldiers_of import with_force_of_soldiers
from tasks.events.targets.people.victim_targets import scene_of, with_victims
from tasks.events.targets.people.victims import counted_victims
from tasks.events.targets.people.whole_force import with_wholes
from tasks.events.targets.people.whose_men import with_forces
from tasks.events.targets.sites.plain_sites import without_plain_sites
from tasks.events.targets.sites.target_choice import decided_targets
from tasks.model.actor import ActorBook
from tasks.model.document import Document
from tasks.model.event import EventActor, Role
from tasks.model.figure import Figure
from tasks.model.order import BY_ROLE


@dataclass(frozen=True, slots=True)
class Known:
    """What the steps ask beside the parties that there are so far.

    Attributes:
        document: the article.
        found: all that constructions give.
        figures: those of the event; its victims are its targets where nothing else is.
        actors: the article's actors.
        others: the words of its other events, by sentence.
        new: parties that are in `actors` only as such.
    """

    document: Document
    found: Sequence[Found]
    figures: Sequence[Figure]
    actors: ActorBook
    others: Stretches
    new: Sequence[NewParty]


def completed(known: Known, chosen: Sequence[EventActor]) -> tuple[EventActor, ...]:
    """Return the parties of the article's own event, in text order within each role.

    Args:
        known: what is asked beside them.
        chosen: the parties among those found that hold.
    """
    parties = _with_those_who_acted(known, list(chosen))
    parties = _with_those_hit(known, parties)
    parties = _with_bodies_and_allies(known, parties)
    parties = _without_the_unfit(known, parties)
    # Behind all others: a list of the dead adds names, and takes nobody's place.
    return tuple(unique([*parties, *named_dead(known.document, known.figures, known.actors)]))


def _with_those_who_acted(known: Known, parties: list[EventActor]) -> list[EventActor]:
    """Return the parties with who acted, or was fought, as the article as a whole tells it.

    The later a step, the less the article says outright: the last ask only for a side that is still open.
    """
    document, actors = known.document, known.actors
    parties = with_side_left(document, parties, known.new, actors, known.others)
    parties = with_wholes(document, parties, actors)
    parties = parties + stand_ins(document, parties, actors, known.others, known.new)
    # Behind those that stand in, who are asked for only while nobody is said to have acted.
    likely = likely_attackers(document, parties, actors, known.others)
    parties = [p for p in parties if not likely or p.role != "perpetrator"] + likely
    if not any(p.role == "perpetrator" for p in parties):
        parties = parties + advancing(document, actors)
    return parties


def _with_those_hit(known: Known, parties: list[EventActor]) -> list[EventActor]:
    """Return the parties with who was hit: by the toll, by the site, and which of them was meant.

    Behind those who acted: whoever did it is counted as nobody's victim.
    """
    document, actors = known.document, known.actors
    acted = {p.actor for p in parties if p.role == "perpetrator"}
    parties = parties + [v for v in counted_victims(document, known.figures, actors) if v.actor not in acted]
    # Who held what was hit, if anybody died there: before the people whom the toll alone makes targets.
    if any(p.role == "victim" for p in parties):
        parties = parties + holders(document, parties, actors)
    parties = with_victims(unique(parties), actors, scene_of(document, known.found))
    # Behind all who may have been the target: of them those stay at whom it was aimed.
    parties = decided_targets(document, parties, known.new, actors)
    # Behind the site that was decided on, which goes where the lead says at whom men aimed there.
    return without_plain_sites(document, parties, known.found, actors)


def _with_bodies_and_allies(known: Known, parties: list[EventActor]) -> list[EventActor]:
    """Return the parties with the force, body or ally that the article names for one, or in its place.

    Behind the targets that were decided on: nobody else's force or ally is asked for.
    """
    document, actors = known.document, known.actors
    parties = with_forces(document, parties, actors)
    parties = parties + targets_by_standing(document, parties, actors, known.others, known.new)
    parties = of_bodies(document, by_air_force(parties, actors), actors)
    parties = parties + companions(document, parties, actors)
    parties = parties + beside_group(document, parties, actors, known.others)
    parties = parties + garrisons(document, parties, actors)
    parties = with_mutineers(document, parties, actors)
    parties = parties + under_cover(document, parties, actors)
    # The last resort for soldiers of whom no step before told more.
    return with_force_of_soldiers(document, parties, actors)


def _without_the_unfit(known: Known, parties: list[EventActor]) -> list[EventActor]:
    """Return the parties without those that the article takes back, or of which another one tells more.

    Behind all that is added, for a step of those may have added them.
    """
    document, actors = known.document, known.actors
    parties = without_acquitted(document, parties, actors)
    parties = without_guessed(document, parties)
    parties = without_ruled(document, parties, actors)
    parties = of_the_whole(document, parties, actors)
    return without_states(parties, actors)


def unique(parties: Sequence[EventActor]) -> list[EventActor]:
    """Return the first party of each actor and role; who acts is no target of the same event."""
    found: dict[tuple[str, Role], EventActor] = {}
    for party in parties:
        if party.role == "target" and (party.actor, "perpetrator") in found:
            continue
        found.setdefault((party.actor, party.role), party)
    return sorted(found.values(), key=BY_ROLE)
