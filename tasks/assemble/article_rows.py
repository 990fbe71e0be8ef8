"""The rows of one article, in every table; actors still under the names that the article gives them."""

from __future__ import annotations

import json
from datetime import date

from tasks.assemble.actor_rows import actor_rows
from tasks.assemble.claim_rows import claim_rows
from tasks.assemble.event_rows import event_rows
from tasks.assemble.identifiers import identifier
from tasks.assemble.row import Row, Rows
from tasks.model.article import Article
from tasks.model.extraction import Extraction
from tasks.version import SCHEMA_VERSION


def rows_of(extraction: Extraction) -> Rows:
    """Return an article's rows, by table.

    Actors are named by `<article_id>|<key>` wherever an actor_id stands; `combine` finds which of
    them are one actor and gives the real ids.
    """
    article = extraction.document.article
    events, event_actors, event_ids = event_rows(extraction)
    references = [identifier("reference", article.article_id, one.key) for one in article.citations]
    claims, figures, claim_citations, claim_ids = claim_rows(extraction, event_ids, references)
    for row in event_actors:
        row["claim_id"] = None if row["claim_id"] is None else claim_ids[row["claim_id"]]
    _finish_events(events, claims, figures)
    actors, mentions = actor_rows(extraction)
    return {
        "articles": [_article_row(article, extraction.extractor_version)],
        "events": events,
        "actors": actors,
        "mentions": mentions,
        "event_actors": event_actors,
        "claims": claims,
        "figures": figures,
        "citations": _citation_rows(article, references),
        "claim_citations": claim_citations,
        "issues": [
            {
                "article_id": issue.article,
                "stage": issue.stage,
                "code": issue.code,
                "severity": issue.severity,
                "place": issue.place,
                "value": issue.value,
                "message": issue.message,
            }
            for issue in extraction.issues
        ],
    }


def _article_row(article: Article, extractor_version: str) -> Row:
    fields = _by_key(article)
    return {
        "article_id": article.article_id,
        "title": article.title,
        "language": article.language,
        "url": article.url,
        "revision_id": article.revision_id,
        "revision_timestamp": article.revision_timestamp,
        "source_format": article.source_format,
        "source_path": article.source_path,
        "content_sha256": article.content_sha256,
        "retrieved_at": article.retrieved_at,
        "page_status": article.page_status,
        "moved_to": article.moved_to,
        "license": article.license,
        "attribution": article.attribution,
        "text": article.text,
        "infobox": json.dumps(fields, ensure_ascii=False) if fields else None,
        "schema_version": SCHEMA_VERSION,
        "extractor_version": extractor_version,
    }


def _by_key(article: Article) -> dict[str, str]:
    """Return the infobox's raw values in order; a key that comes again gets a number ("Career (2)")."""
    fields: dict[str, str] = {}
    for field in article.infobox:
        key, again = field.key, 2
        while key in fields:
            key, again = f"{field.key} ({again})", again + 1
        fields[key] = field.raw
    return fields


def _citation_rows(article: Article, ids: list[str]) -> list[Row]:
    return [
        {
            "citation_id": citation_id,
            "article_id": article.article_id,
            "title": citation.title,
            "publisher": citation.publisher,
            "author": citation.author,
            "url": citation.url,
            "archive_url": citation.archive_url,
            "published_date": whole_date(citation.published_date),
            "published_date_edtf": citation.published_date,
            "accessed_date": whole_date(citation.accessed_date),
            "accessed_date_edtf": citation.accessed_date,
            "language": citation.language,
        }
        for citation_id, citation in zip(ids, article.citations, strict=True)
    ]


def whole_date(text: str | None) -> date | None:
    """Return the day that ISO 8601 text names; None for a month, a year or nothing."""
    return date.fromisoformat(text) if text is not None and len(text) == len("2016-08-20") else None


def _finish_events(events: list[Row], claims: list[Row], figures: list[Row]) -> None:
    """Count each event's claims and claimants, and name the figure that gave its best toll."""
    for event in events:
        about = [claim for claim in claims if claim["event_id"] == event["event_id"]]
        event["n_claims"] = len(about)
        named = {c["claimant_actor_id"] for c in about if c["claimant_resolution"] != "anonymous"}
        event["n_claimants"] = len(named - {None})
        best = event.pop("_best_figure")
        event["deaths_best_figure_id"] = None if best is None else figures[best]["figure_id"]
