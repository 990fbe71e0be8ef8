"""A statement with the one who makes it."""

from __future__ import annotations

from typing import Literal

from tasks.model.span import Span, hull
from tasks.model.value import value

Voice = Literal["attributed", "article"]
ClaimType = Literal[
    "statement", "assessment", "responsibility", "accusation", "denial", "no_comment",
    "condemnation", "condolence", "support", "demand", "threat", "admission",
]  # fmt: skip
QuoteType = Literal["none", "partial", "full"]


@value(frozen=True, slots=True)
class Claim:
    """One statement, before its claimant is resolved.

    Attributes:
        content: what is said; several spans where the cue stands inside it. Without a leading
            "that" and without the final stop; a closing quotation mark belongs to it.
        cue: the words that attribute; one span, the first word to the last. None for voice "article".
        cue_class: class of the cue in `tasks/lexicons/data/cues.csv`.
        claimant: the claimant's words as written ("the Norlandic envoy for trade Ada Quist",
            "He"), without leading adverbs, subordinators and trailing commas; None if nobody is named.
        inherited: the claimant's words belong to an earlier cue ("X condemned ... and said ...").
        parent: index, in the same tuple of claims, of the claim whose content holds this one.
        sentence: index of the sentence that holds the cue (or the figure, for voice "article").
        addressee: "Al Jazeera" in "told Al Jazeera"; medium: "in a statement", "on Twitter".
        rule: name of the rule that found it.
    """

    content: tuple[Span, ...]
    cue: Span | None
    cue_class: str | None
    claimant: Span | None
    claim_type: ClaimType
    sentence: int
    rule: str
    voice: Voice = "attributed"
    inherited: bool = False
    quote_type: QuoteType = "none"
    is_hedged: bool = False
    is_negated: bool = False
    addressee: Span | None = None
    medium: Span | None = None
    parent: int | None = None

    @property
    def extent(self) -> Span:
        """First start to last end of the content."""
        return self.content[0] if len(self.content) == 1 else hull(self.content)

    def text(self, text: str) -> str:
        """Return the content's words, its parts joined by " … "."""
        if len(self.content) == 1:  # nearly always
            return self.content[0].of(text)
        return " … ".join(part.of(text) for part in self.content)
