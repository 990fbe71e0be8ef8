"""Perpetrators that an article names late: in the place of those without a name, or beside those with one."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from tasks.events.attackers.blamed.convicted import convicted
from tasks.events.attackers.claiming.responsibility import claimed
from tasks.events.by_sentence import Stretches
from tasks.events.evidence.choice import surest
from tasks.events.evidence.evidence_kinds import Evidence
from tasks.events.evidence.left_open_doubts import without_doubted
from tasks.events.new_party import NewParty
from tasks.events.parties.infobox_parties import of_infobox
from tasks.events.party_choice import groups_behind, is_part_of_other, persons_beside
from tasks.events.risings.risen_people import RISEN
from tasks.model.actor import ActorBook
from tasks.model.claim import Claim
from tasks.model.document import Document
from tasks.model.event import EventActor


def with_surest(
    document: Document,
    evidence: Sequence[Evidence],
    chosen: Sequence[EventActor],
    denying: Collection[str],
    new: Sequence[NewParty],
    actors: ActorBook,
) -> list[EventActor]:
    """Return the parties with the perpetrators of the surest evidence in the place of those found before.

    A person told by a description alone (found as "described") stays beside them.
    """
    evidence = without_doubted(document, evidence, actors)
    sure = surest(document.text, evidence, chosen, denying, actors)
    described = {n.actor.key for n in new if n.mention.method in ("described", RISEN)}
    rivals = [p for p in chosen if p.role == "perpetrator" and p.actor not in described]
    return [p for p in chosen if not (sure and p in rivals)] + sure


def beside_named(
    document: Document,
    claims: Sequence[Claim],
    chosen: Sequence[EventActor],
    in_name: Sequence[EventActor],
    late: Sequence[EventActor],
    actors: ActorBook,
    others: Stretches,
) -> list[EventActor]:
    """Return the parties, of which one is a perpetrator with a name, and who did it with or behind that one.

    Args:
        document: the article.
        claims: all claims.
        chosen: the parties found so far.
        in_name: in whose name the deed was claimed; they count where the lead tells it.
        late: whom a name alone ties to the event.
        actors: the article's actors.
        others: the words of its other events, by sentence.
    """
    parties = list(chosen)
    lead_end = document.lead[-1].index + 1 if document.lead else 0
    own_names = [p for p in in_name if document.index_at(p.span.start) < lead_end]
    parties += [p for p in own_names if not is_part_of_other(p, parties, actors)]
    in_lead = [p for p in late if document.index_at(p.span.start) < lead_end]
    is_boxed = any(f.role == "perpetrator" for f in of_infobox(document, actors))
    # A box may name the group alone, or the attacker alone: the lead then names the other.
    parties += persons_beside(parties, in_lead if is_boxed else late, actors)
    parties += groups_behind(document.text, parties, claimed(document, claims, actors), actors)
    return parties + convicted(document, {p.actor for p in parties}, actors, others)
