"""The rules' claims and an engine's as one list: which of two readings of one statement stays."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from tasks.model.claim import Claim
from tasks.model.span import Span

Combine = Literal["union", "prefer_rules", "prefer_engine"]
SAME = 0.5  # share of the characters of both contents (Dice) from which they are one statement


def combined(rules: Sequence[Claim], engine: Sequence[Claim], how: Combine) -> list[Claim]:
    """Return the claims of both, not yet in order.

    Two claims are readings of one statement if their contents share at least half of their
    characters and their cues lie in one sentence.  "union" keeps both unless content and claimant
    are the same; "prefer_rules" leaves out the engine's, "prefer_engine" the rules'.
    """
    if how == "union":
        known = {(claim.content, claim.claimant) for claim in rules}
        return [*rules, *(claim for claim in engine if (claim.content, claim.claimant) not in known)]
    first, second = (rules, engine) if how == "prefer_rules" else (engine, rules)
    by_sentence: dict[int, list[Claim]] = {}
    for claim in first:
        by_sentence.setdefault(claim.sentence, []).append(claim)
    return [
        *first,
        *(c for c in second if not any(is_same(c, other) for other in by_sentence.get(c.sentence, ()))),
    ]


def is_same(one: Claim, other: Claim) -> bool:
    """Say whether two claims are readings of one statement."""
    if one.sentence != other.sentence:
        return False
    shared = sum(_shared(a, b) for a in one.content for b in other.content)
    return 2 * shared >= SAME * sum(map(len, (*one.content, *other.content)))


def _shared(a: Span, b: Span) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start))
