"""Perpetrators of whom only somebody's accusation says that they did it: they are alleged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tasks.events.found import Found
from tasks.model.claim import Claim
from tasks.model.event import EventActor
from tasks.model.span import Span


def with_accused(
    parties: Sequence[EventActor], found: Sequence[Found], claims: Sequence[Claim]
) -> tuple[EventActor, ...]:
    """Return the parties; who is named as a perpetrator in accusations alone is alleged, with the claim.

    What an inquiry found is no mere accusation.

    Args:
        parties: those of the article's own event.
        found: all that constructions give; who is among them outside accusations did it.
        claims: all claims.
    """
    accusing = [
        (n, c)
        for n, c in enumerate(claims)
        if c.voice == "attributed" and c.claim_type == "accusation" and c.cue_class != "finding"
    ]
    if not accusing:
        return tuple(parties)
    told = {f.actor for f in found if f.role == "perpetrator" and _within(f.span, accusing) is None}
    return tuple(_as_accused(p, accusing) if p.actor not in told else p for p in parties)


def _as_accused(party: EventActor, accusing: Sequence[tuple[int, Claim]]) -> EventActor:
    claim = _within(party.span, accusing)
    if party.role != "perpetrator" or party.is_alleged or claim is None:
        return party
    return replace(party, is_alleged=True, claim=claim)


def _within(span: Span, accusing: Sequence[tuple[int, Claim]]) -> int | None:
    """Return the number of the accusation that holds a name, None if none does."""
    return next((n for n, c in accusing if any(part.contains(span) for part in c.content)), None)
