"""Who says that they did not do it: what is only said against them then does not count."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.lexicons.late_pattern import late_pattern
from tasks.model.actor import ActorBook
from tasks.model.claim import Claim
from tasks.model.document import Document

_OF_DEED = late_pattern(  # "denied it", "denied any involvement", "none of its men had been there"
    r"(?:it|this|that|the (?:accusations?|allegations?|charges?|claims?)|responsibility|having|doing)\b"
    r"|.{0,40}\b(?:involve|role|part|responsib|behind|carr(?:y|ied)|connection|link|complicity)"
    r"|(?:none of (?:its|their|our)|(?:its|their|our) \w+ (?:had|were|was) n)",
    re.IGNORECASE | re.DOTALL,
)


def denying(document: Document, claims: Sequence[Claim], actors: ActorBook) -> frozenset[str]:
    """Return the actors that deny the deed, and the bodies for which a person denies it."""
    found: set[str] = set()
    for index, claim in enumerate(claims):
        if claim.claim_type != "denial":
            continue
        claimant = actors.claimants[index]
        if claimant is None or claimant.actor is None:
            continue
        if not _OF_DEED.match(claim.text(document.text)):
            continue
        actor = actors.actors.get(claimant.actor)
        found.add(claimant.actor)
        if actor is not None and actor.kind == "person" and actor.part_of:
            found.add(actor.part_of)
    return frozenset(found)
