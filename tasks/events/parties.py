"""Who did what to whom: perpetrators, targets and participants, by construction."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.events.secondary import Candidate
from tasks.model.actor import ActorBook
from tasks.model.claim import Claim
from tasks.model.document import Document
from tasks.model.event import EventActor


def main_parties(document: Document, claims: Sequence[Claim], actors: ActorBook) -> tuple[EventActor, ...]:
    """Return the parties of the article's own event."""
    return ()


def other_parties(
    document: Document, other: Candidate, claims: Sequence[Claim], actors: ActorBook
) -> tuple[EventActor, ...]:
    """Return the parties of another event."""
    return ()
