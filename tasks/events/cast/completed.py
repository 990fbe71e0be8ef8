"""What is added to the parties that the text names, and taken from them, once all are known.

The side that is left of a battle, who stands for a side of which nothing is told, the counted victims, whose
body or force a party is and who stands beside it.
"""

from __future__ import annotations

from collections.abc import Sequence

from tasks.events.attackers.advancing import advancing
from tasks.events.attackers.air_forces import by_air_force
from tasks.events.attackers.cover_names import under_cover
from tasks.events.attackers.fitness import without_ruled, without_states
from tasks.events.attackers.likely import likely_attackers
from tasks.events.attackers.standing import stand_ins, targets_by_standing
from tasks.events.by_sentence import Stretches
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
from tasks.events.targets.named_dead import named_dead
from tasks.events.targets.plain_sites import without_plain_sites
from tasks.events.targets.soldiers_of import with_force_of_soldiers
from tasks.events.targets.target_choice import decided_targets
from tasks.events.targets.victim_targets import scene_of, with_victims
from tasks.events.targets.victims import counted_victims
from tasks.events.targets.wholes import with_wholes
from tasks.events.targets.whose_men import with_forces
from tasks.model.actor import ActorBook
from tasks.model.document import Document
from tasks.model.event import EventActor, Role
from tasks.model.figure import Figure
from tasks.model.order import BY_ROLE


def completed(
    document: Document,
    found: Sequence[Found],
    chosen: list[EventActor],
    figures: Sequence[Figure],
    actors: ActorBook,
    others: Stretches,
    new: Sequence[NewParty],
) -> tuple[EventActor, ...]:
    """Return the parties of the article's own event, in text order within each role.

    Args:
        document: the article.
        found: all that constructions give.
        chosen: the parties among them that hold.
        figures: those of the event; its victims are its targets where nothing else is.
        actors: the article's actors.
        others: the words of its other events, by sentence.
        new: parties that are in `actors` only as such.
    """
    chosen = with_side_left(document, chosen, new, actors, others)
    chosen = with_wholes(document, chosen, actors)
    chosen += stand_ins(document, chosen, actors, others, new)
    chosen = _with_likely(document, chosen, actors, others)
    if not any(p.role == "perpetrator" for p in chosen):
        chosen += advancing(document, actors)
    victims = counted_victims(document, figures, actors)
    chosen += [v for v in victims if v.actor not in {p.actor for p in chosen if p.role == "perpetrator"}]
    if any(p.role == "victim" for p in chosen):  # before people whom the toll alone counts
        chosen += holders(document, chosen, actors)
    parties = with_victims(unique(chosen), actors, scene_of(document, found))
    parties = decided_targets(document, parties, new, actors)
    parties = without_plain_sites(document, parties, found, actors)
    parties = with_forces(document, parties, actors)
    parties += targets_by_standing(document, parties, actors, others, new)
    parties = by_air_force(parties, actors)
    parties = of_bodies(document, parties, actors)
    parties += companions(document, parties, actors)
    parties += garrisons(document, parties, actors)
    parties = with_mutineers(document, parties, actors)
    parties += under_cover(document, parties, actors)
    parties = with_force_of_soldiers(document, parties, actors)
    parties = without_guessed(document, without_acquitted(document, parties, actors))
    parties = without_ruled(document, parties, actors)
    parties = without_states(of_the_whole(document, parties, actors), actors)
    return tuple(unique([*parties, *named_dead(document, figures, actors)]))


def _with_likely(
    document: Document, chosen: list[EventActor], actors: ActorBook, others: Stretches
) -> list[EventActor]:
    """Return the parties with who most likely did it in the place of those without a name."""
    likely = likely_attackers(document, chosen, actors, others)
    return [p for p in chosen if not likely or p.role != "perpetrator"] + likely


def unique(parties: Sequence[EventActor]) -> list[EventActor]:
    """Return the first party of each actor and role; who acts is no target of the same event."""
    found: dict[tuple[str, Role], EventActor] = {}
    for party in parties:
        if party.role == "target" and (party.actor, "perpetrator") in found:
            continue
        found.setdefault((party.actor, party.role), party)
    return sorted(found.values(), key=BY_ROLE)
