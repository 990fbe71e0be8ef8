"""What an engine is and what it hands over: the two names that a user's package needs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from tasks.model.claim import ClaimType
from tasks.model.document import Document
from tasks.model.span import Span

Passage = Span | str


@dataclass(frozen=True, slots=True)
class OfferedClaim:
    """One statement as an engine sees it, before casus has looked it up in the text.

    A passage is a `Span` of `document.text` (code points, half open) or the words themselves, which
    casus then looks for: in the sentence that holds `near`, else in its paragraph, else in the whole
    article, where they must stand once.

    Attributes:
        content: what is said, one passage or several in text order; without a leading "that".
        cue: the words that attribute it ("said", "according to").  Without any it is no claim.
        claimant: the words that name who says it; None if nobody is named.
        claim_type: one of the codebook's types.
        near: a position in the text, to tell apart words that stand in it more than once.
    """

    content: Passage | tuple[Passage, ...]
    cue: Passage
    claimant: Passage | None = None
    claim_type: ClaimType = "statement"
    is_hedged: bool = False
    is_negated: bool = False
    addressee: Passage | None = None
    medium: Passage | None = None
    near: int | None = None


@runtime_checkable
class ClaimEngine(Protocol):
    """Finds claims in an article.

    Attributes:
        name: lower-case letters, digits and "-"; part of `claims.rule` and of `articles.extractor_version`.
        version: letters, digits, "." and "-"; changes whenever the engine would offer something else
            (code, model, prompt): results of an earlier version are not used again.
    """

    @property
    def name(self) -> str:
        """Return the engine's name."""

    @property
    def version(self) -> str:
        """Return the engine's version."""

    def claims(self, document: Document) -> Iterable[OfferedClaim]:
        """Return the claims of an article, in any order.

        What it raises ends the extraction of this article, which is then refused with the engine's name;
        other articles go on.
        """
