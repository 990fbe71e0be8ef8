"""Claims within claims: "Reuters reported that the Observatory said ..." keeps both, one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tasks.model.claim import Claim


def with_parents(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the claims, each with the index of the smallest other one whose content holds it."""
    by_sentence: dict[int, list[int]] = {}
    for index, claim in enumerate(claims):
        by_sentence.setdefault(claim.sentence, []).append(index)
    return tuple(
        claim
        if (parent := _parent(claims, index, by_sentence[claim.sentence])) is None
        else replace(claim, parent=parent)
        for index, claim in enumerate(claims)
    )


def _parent(claims: Sequence[Claim], index: int, neighbours: Sequence[int]) -> int | None:
    claim = claims[index]
    cue = claim.cue
    if cue is None:
        return None
    holding = [
        (len(claims[other].extent), other)
        for other in neighbours
        if other != index
        and any(part.contains(cue) and part.contains(claim.content[0]) for part in claims[other].content)
    ]
    return min(holding)[1] if holding else None
