"""All evidence for who did it, of every finder, where the article names nobody as it tells of the deed."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.events.by_sentence import Stretches
from tasks.events.evidence.admissions import admitted_in_passing
from tasks.events.evidence.avowals import avowed
from tasks.events.evidence.evidence_kinds import Evidence, KindName
from tasks.events.evidence.findings import findings
from tasks.events.evidence.seized_power import seized_power
from tasks.events.evidence.told_acts import told_acts
from tasks.events.new_party import NewParty, its_part
from tasks.model.actor import ActorBook
from tasks.model.document import Document
from tasks.model.event import EventActor


def told_late(
    document: Document,
    actors: ActorBook,
    others: Stretches,
    new: Sequence[NewParty],
    known: dict[KindName, Sequence[EventActor]],
) -> list[Evidence]:
    """Return the evidence of all kinds: `known` is what rules of parties have found of their kinds."""
    seen = [its_part(n) for n in new if n.mention.method == "identified"]
    found: dict[KindName, Sequence[EventActor]] = {
        **known,
        "seized": seized_power(document, actors, others),
        "finding": findings(document, actors, others) or [p for p in seen if not p.is_alleged],
        "told": told_acts(document, actors, others),
        "blamed": [*known["blamed"], *(p for p in seen if p.is_alleged)],
        "owned": _each(known["owned"], avowed(document, actors, others))
        or admitted_in_passing(document, actors, others),
    }
    return [Evidence(kind, party) for kind, parties in found.items() for party in parties]


def _each(first: Sequence[EventActor], more: Sequence[EventActor]) -> list[EventActor]:
    """Return the parties with those of the second that the first do not have, by their key or their words."""
    new = [p for p in more if p.actor not in {f.actor for f in first}]
    return [*first, *(p for p in new if not any(f.span.overlaps(p.span) for f in first))]
