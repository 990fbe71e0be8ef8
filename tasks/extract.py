"""The stages of one article, in order: from what was read to all that it says."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.actors import find_actors
from tasks.actors.corrections import Correction
from tasks.claims import date_claims, find_claims
from tasks.claims.narration import narrate, sentence_at, stated
from tasks.dates import find_dates
from tasks.engines import NO_ENGINES, Engines, with_offered
from tasks.events import find_events, introduce
from tasks.figures import find_figures
from tasks.model.actor import ActorBook
from tasks.model.article import Article
from tasks.model.claim import Claim
from tasks.model.collector import resting_collector
from tasks.model.document import Document
from tasks.model.event import EventBook
from tasks.model.extraction import Extraction
from tasks.model.nothing_to_read import NothingToReadError
from tasks.text import analyse


def extract(
    article: Article, corrections: Sequence[Correction] = (), engines: Engines = NO_ENGINES
) -> Extraction:
    """Return all that an article says: a pure function of the article and the corrections.

    Args:
        article: as any reader of `tasks.sources` gives it.
        corrections: lines of the corrections file, which undo or add decisions about actors.
        engines: a user's own, whose claims join those of the rules; as pure as they are.

    Raises:
        EngineError: if an engine fails on the article.
        NothingToReadError: if it has no sentence, so that no row could show where it comes from.
    """
    with resting_collector():
        extraction = _extract(article, corrections, engines)
        _forget(extraction.document)
        return extraction


def _extract(article: Article, corrections: Sequence[Correction], engines: Engines) -> Extraction:
    document = analyse(article)
    if not document.sentences:
        raise NothingToReadError(f"{article.title}: no sentence, but headings, lists of sources or markup")
    dates = find_dates(document)
    figures = find_figures(document)
    attributed, offered_issues = with_offered(document, find_claims(document), engines)
    claims, figure_claims = narrate(document, attributed, figures)
    actors = find_actors(document, claims, corrections)
    events = find_events(document, dates, claims, figures, figure_claims, actors)
    actors = introduce(actors, events)
    claims, actors, events = _state_every_event(document, claims, actors, events)
    return Extraction(
        document=document,
        dates=dates,
        claims=claims,
        claim_dates=date_claims(document, claims, dates),
        figures=figures,
        figure_claims=figure_claims,
        actors=actors,
        events=events,
        issues=tuple(
            sorted({*article.issues, *document.issues, *offered_issues, *actors.issues, *events.issues})
        ),
        extractor_version=engines.extractor_version,
    )


def _forget(document: Document) -> None:
    """Let go of what was remembered for the rules: it is half of what there is, and nobody asks any more."""
    document.memo.clear()
    for sentence in document.sentences:
        sentence.memo.clear()


def _state_every_event(
    document: Document, claims: tuple[Claim, ...], actors: ActorBook, events: EventBook
) -> tuple[tuple[Claim, ...], ActorBook, EventBook]:
    """Give each event that no claim is about the sentence that states it, in the article's own voice."""
    silent = sorted(set(range(len(events.events))) - set(events.claim_events))
    added = tuple(
        stated(document, sentence_at(document, events.events[index].evidence.start)) for index in silent
    )
    if not added:
        return claims, actors, events
    return (
        claims + added,
        ActorBook(actors.actors, actors.mentions, actors.claimants + (None,) * len(added), actors.issues),
        EventBook(events.events, events.claim_events + tuple(silent), events.figure_events, events.issues),
    )
