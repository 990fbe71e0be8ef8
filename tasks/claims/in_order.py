"""Claims of several finders as one list: in text order, each once, each below the one that holds it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tasks.claims.nested import with_parents
from tasks.model.claim import Claim
from tasks.model.span import Span


def in_order(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the claims in text order, without doubles, with their parents found anew."""
    return with_parents([replace(claim, parent=None) for claim in distinct(claims)])


def _place(claim: Claim) -> tuple[int, int, Span]:
    extent = claim.extent
    return extent.start, extent.end, extent if claim.cue is None else claim.cue


def distinct(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims in text order without those that say the same of the same claimant twice."""
    ordered = sorted(claims, key=_place)
    seen: set[tuple[tuple[Span, ...], Span | None]] = set()
    kept = []
    for claim in ordered:
        key = (claim.content, claim.claimant)
        if key not in seen:
            seen.add(key)
            kept.append(claim)
    return kept
