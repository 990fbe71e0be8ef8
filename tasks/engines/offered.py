"""The claims of an article with what the engines add to those of the rules."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from tasks.claims.in_order import in_order
from tasks.engines.admit import admit
from tasks.engines.engine import ClaimEngine, OfferedClaim
from tasks.engines.joined_claims import Combine, combined
from tasks.engines.load import EngineError
from tasks.model.claim import Claim
from tasks.model.document import Document
from tasks.model.issue import Issue
from tasks.version import EXTRACTOR_VERSION


@dataclass(frozen=True, slots=True)
class Engines:
    """The engines of a run, in the order in which they are asked, and how their claims join the rules'."""

    engines: tuple[ClaimEngine, ...] = ()
    combine: Combine = "union"

    @property
    def mark(self) -> str:
        """What changes with the engines, their versions and how they are combined; empty without any."""
        if not self.engines:
            return ""
        said = [self.combine, *(f"{engine.name} {engine.version}" for engine in self.engines)]
        return hashlib.sha256(repr(said).encode()).hexdigest()

    @property
    def extractor_version(self) -> str:
        """The version of casus with that of each engine behind "+": "0.3.0+mine.1.2"."""
        named = [f"{engine.name}.{engine.version}" for engine in self.engines]
        return f"{EXTRACTOR_VERSION}+{'.'.join(named)}" if named else EXTRACTOR_VERSION


NO_ENGINES = Engines()


def with_offered(
    document: Document, claims: Sequence[Claim], engines: Engines
) -> tuple[tuple[Claim, ...], tuple[Issue, ...]]:
    """Return the rules' claims with those that engines offer, in text order, and what was left out.

    Args:
        document: the article.
        claims: what the rules found, as `find_claims` returns it.
        engines: asked one after the other; each is combined with what there is by then.

    Raises:
        EngineError: if an engine fails on the article.
    """
    issues: list[Issue] = []
    every = tuple(claims)
    for engine in engines.engines:
        answers = [admit(document, offer, engine.name) for offer in _asked(engine, document)]
        issues += [answer for answer in answers if isinstance(answer, Issue)]
        found = in_order([answer for answer in answers if isinstance(answer, Claim)])
        every = in_order(combined(every, found, engines.combine))
    return every, tuple(sorted(set(issues)))


def _asked(engine: ClaimEngine, document: Document) -> list[OfferedClaim]:
    try:
        offers = list(engine.claims(document))
    except Exception as error:  # whatever a foreign package does
        raise EngineError(f"engine {engine.name!r} failed: {type(error).__name__}: {error}") from error
    for offer in offers:
        if not isinstance(offer, OfferedClaim):
            raise EngineError(f"engine {engine.name!r} offered a {type(offer).__name__}, no OfferedClaim")
    return offers
