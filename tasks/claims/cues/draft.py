"""A claim being made: token ranges of one sentence, before they become spans of the text."""

from __future__ import annotations

from tasks.claims.cues.view import Range
from tasks.model.claim import ClaimType
from tasks.model.value import value


@value(frozen=True, slots=True)
class Draft:
    """One claim that a construction found in one sentence.

    Attributes:
        content: token ranges of what is said, not empty.
        cue: token range of the words that attribute.
        claimant: token range of the claimant's words, or None.
        left: first token of the claim's own clause: an earlier claim's content ends before it; None
            where the claim lies within another statement and cuts nothing.
        rule: the construction.
    """

    content: tuple[Range, ...]
    cue: Range
    cue_class: str
    claimant: Range | None
    claim_type: ClaimType
    rule: str
    lemma: str
    left: int | None = None
    inherited: bool = False
    is_negated: bool = False
    addressee: Range | None = None
    medium: Range | None = None
