"""Claims within claims: "Reuters reported that the Observatory said ..." keeps both, the second below the first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tasks.model.claim import Claim


def with_parents(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the claims, each with the index of the smallest other one whose content holds its cue and words."""
    return tuple(
        claim if (parent := _parent(claims, index)) is None else replace(claim, parent=parent)
        for index, claim in enumerate(claims)
    )


def _parent(claims: Sequence[Claim], index: int) -> int | None:
    claim = claims[index]
    holding = []
    for other, candidate in enumerate(claims):
        if candidate.extent.start > claim.extent.start:
            break
        if (
            other != index
            and candidate.sentence == claim.sentence
            and claim.cue is not None
            and any(
                part.contains(claim.cue) and part.contains(claim.content[0]) for part in candidate.content
            )
        ):
            holding.append((len(candidate.extent), other))
    return min(holding)[1] if holding else None
