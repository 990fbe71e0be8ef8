"""The parties that only the words of the event name, of all rules that read them."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.events.attackers.acting.doers import doers
from tasks.events.attackers.acting.named_later import named_later
from tasks.events.attackers.acting.named_list import named_list
from tasks.events.attackers.blamed.charged import charged
from tasks.events.avenged import is_avenged
from tasks.events.by_sentence import stretches_in
from tasks.events.candidate import Candidate
from tasks.events.evidence.nations import nations
from tasks.events.evidence.people_of_place import people_of_place
from tasks.events.evidence.reinforcements import reinforcements
from tasks.events.evidence.turned_out import identified
from tasks.events.new_party import NewParty, longest
from tasks.events.parties.bombed_states import bombed_state
from tasks.events.parties.named_parties import named_parties
from tasks.events.parties.national import national_attackers, national_targets
from tasks.events.parties.opposed_people import opposed_people
from tasks.events.parties.peoples import hit_community, massacre_parties
from tasks.events.parties.unnamed_sides import unnamed_sides
from tasks.events.risings.anti_risings import anti_risings
from tasks.events.risings.crowds import protested_against, rising_crowd
from tasks.events.risings.plotters import plotters
from tasks.events.risings.repressed import repressing
from tasks.events.risings.risen_against import risen_against
from tasks.events.risings.risen_people import repressed_people, risen_people
from tasks.events.targets.aims.aimed_parties import aimed_parties
from tasks.events.targets.people.crowd_hit import crowd_hit
from tasks.events.targets.people.mostly import mostly
from tasks.events.targets.people.put_to_death import put_to_death
from tasks.events.targets.sites.scene_site import scene_party
from tasks.events.targets.titled.titled_targets import titled_targets
from tasks.model.actor import ActorBook
from tasks.model.document import Document
from tasks.model.figure import Figure


def parties_of_events(
    document: Document, actors: ActorBook, others: Sequence[Candidate], own: Sequence[Figure]
) -> list[NewParty]:
    """Return the parties that only the words of the event name, whichever rule reads them."""
    aimed = longest(named_parties(document, actors) + aimed_parties(document, actors, others, own))
    return (
        [n for n in aimed if not is_avenged(document, n.mention.span)]
        + national_attackers(document, actors)
        + national_targets(document, actors)
        + bombed_state(document, actors)
        + massacre_parties(document, actors)
        + hit_community(document, actors)
        + opposed_people(document, actors)
        + titled_targets(document, actors)
        + put_to_death(document, actors)
        + named_later(document, actors)
        + named_list(document, actors)
        + charged(document, actors)
        + doers(document, actors)
        + scene_party(document, actors)
        + crowd_hit(document, actors)
        + unnamed_sides(document, actors)
        + mostly(document, actors)
        + rising_crowd(document, actors)
        + risen_people(document, actors)
        + plotters(document, actors)
        + risen_against(document, actors)
        + anti_risings(document, actors)
        + repressing(document, actors)
        + repressed_people(document, actors)
        + protested_against(document, actors)
        + identified(document, actors, stretches_in(document, others))
        + people_of_place(document, actors)
        + nations(document, actors)
        + reinforcements(document, actors)
    )
