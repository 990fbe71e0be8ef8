"""All that was found in one article: the last value before rows are made."""

from __future__ import annotations

from dataclasses import dataclass

from tasks.model.actor import ActorBook
from tasks.model.claim import Claim
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document
from tasks.model.event import EventBook
from tasks.model.figure import Figure
from tasks.model.issue import Issue
from tasks.version import EXTRACTOR_VERSION


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one article says.

    Attributes:
        claims: attributed ones and those in the article's own voice, in text order.
        claim_dates: for each claim, when it was said, or None.
        figures: in text order; figure_claims gives, for each, the index of its claim.
        extractor_version: of casus, and of the engines that offered claims.
    """

    document: Document
    dates: tuple[DateExpression, ...]
    claims: tuple[Claim, ...]
    claim_dates: tuple[DateExpression | None, ...]
    figures: tuple[Figure, ...]
    figure_claims: tuple[int, ...]
    actors: ActorBook
    events: EventBook
    issues: tuple[Issue, ...]
    extractor_version: str = EXTRACTOR_VERSION
