"""Rows of claims, figures and the citations that stand behind them."""

from __future__ import annotations

import re
from bisect import bisect_right

from tasks.assemble.confidence import claim_confidence
from tasks.assemble.disagreement import Stated, conflicts, updates
from tasks.assemble.identifiers import Occurrences, identifier
from tasks.assemble.row import Row
from tasks.assemble.scopes import scopes
from tasks.model.claim import Claim
from tasks.model.extraction import Extraction
from tasks.model.span import Span

_STOP = re.compile(r"[\s.,;\"”’)]*")  # what a sentence ends with, and what stands behind it
# Filled in by `tasks.history` where earlier revisions are kept.
SEEN = ("first_seen_revision_id", "first_seen_at", "last_seen_revision_id", "last_seen_at")
_UNSEEN = dict.fromkeys(SEEN)


def claim_rows(
    extraction: Extraction, event_ids: list[str], references: list[str]
) -> tuple[list[Row], list[Row], list[Row], list[str]]:
    """Return rows of claims, figures and claim_citations, and the id of each claim at its index.

    Figures keep the order of `extraction.figures`, claims that of `extraction.claims`.

    Args:
        extraction: of the article.
        event_ids: of the article's events.
        references: the ids of its citations.
    """
    ids = _claim_ids(extraction)
    stated = _stated(extraction)
    replaces = updates(extraction.document.text, extraction.claims, stated)
    in_conflict = conflicts(stated, replaces)
    disputes, numbers = Occurrences(), {}
    for dispute in sorted(set(in_conflict.values())):
        numbers[dispute] = disputes.next(dispute[:2])
    replaced = set(replaces.values())
    claims = []
    for index, claim in enumerate(extraction.claims):
        row = _claim_row(extraction, index, claim, ids, event_ids)
        conflict = in_conflict.get(index)
        row["conflict_group"] = (
            None
            if conflict is None
            else identifier("group", event_ids[conflict[0]], conflict[1], numbers[conflict])
        )
        row["updates_claim_id"] = ids[replaces[index]] if index in replaces else None
        row["status"] = "superseded" if index in replaced else "conflict" if conflict else "accepted"
        claims.append(row)
    return claims, _figure_rows(extraction, ids, event_ids), _citation_links(extraction, ids, references), ids


def _claim_ids(extraction: Extraction) -> list[str]:
    article, text = extraction.document.article, extraction.document.text
    seen, ids = Occurrences(), []
    for claim in extraction.claims:
        said = (
            claim.voice,
            None if claim.claimant is None else claim.claimant.of(text),
            None if claim.cue is None else claim.cue.of(text),
            claim.text(text),
        )
        ids.append(identifier("claim", article.article_id, *said, seen.next(said)))
    return ids


def _claim_row(extraction: Extraction, index: int, claim: Claim, ids: list[str], event_ids: list[str]) -> Row:
    document = extraction.document
    text, article = document.text, document.article
    sentence = document.sentences[claim.sentence]
    claimant = extraction.actors.claimants[index]
    said_on = extraction.claim_dates[index]
    actor = None if claimant is None else claimant.actor
    return {
        "claim_id": ids[index],
        "article_id": article.article_id,
        "event_id": event_ids[extraction.events.claim_events[index]],
        "section": document.heading_of(sentence),
        "voice": claim.voice,
        "claimant_actor_id": None if actor is None else f"{article.article_id}|{actor}",
        "claimant_raw": _slice(claim.claimant, text),
        "claimant_start": None if claim.claimant is None else claim.claimant.start,
        "claimant_resolution": None if claimant is None else claimant.resolution,
        "cue": _slice(claim.cue, text),
        "cue_class": claim.cue_class,
        "cue_start": None if claim.cue is None else claim.cue.start,
        "claim_type": claim.claim_type,
        "claim_text": claim.text(text),
        "spans": [{"start": part.start, "end": part.end} for part in claim.content],
        "char_start": claim.extent.start,
        "char_end": claim.extent.end,
        "sentence": sentence.span.of(text),
        "sentence_start": sentence.span.start,
        "quote_type": claim.quote_type,
        "is_hedged": claim.is_hedged,
        "is_negated": claim.is_negated,
        "addressee_raw": _slice(claim.addressee, text),
        "medium": _slice(claim.medium, text),
        "claim_date": None if said_on is None or said_on.start != said_on.end else said_on.start,
        "claim_date_prec": None if said_on is None else said_on.prec,
        "claim_date_edtf": None if said_on is None else said_on.edtf,
        "parent_claim_id": None if claim.parent is None else ids[claim.parent],
        "rule": claim.rule,
        "confidence": claim_confidence(claim.rule),
        **_UNSEEN,
    }


def _stated(extraction: Extraction) -> list[Stated]:
    items, counted = [], scopes(extraction)
    for index, figure in enumerate(extraction.figures):
        claim = extraction.figure_claims[index]
        claimant = extraction.actors.claimants[claim]
        items.append(
            Stated(
                figure,
                claim,
                extraction.events.figure_events[index],
                None if claimant is None else claimant.actor,
                counted[index],
            )
        )
    return items


def _figure_rows(extraction: Extraction, ids: list[str], event_ids: list[str]) -> list[Row]:
    text, rows, seen = extraction.document.text, [], Occurrences()
    for index, figure in enumerate(extraction.figures):
        claim_id = ids[extraction.figure_claims[index]]
        raw = figure.span.of(text)
        claim = extraction.claims[extraction.figure_claims[index]]
        key = (  # no words of the claim beside: another figure's number in it must not change this one's id
            extraction.document.article.article_id,
            claim.voice,
            _slice(claim.claimant, text),
            figure.property,
            figure.number.of(text),
            _slice(figure.victim, text),
        )
        rows.append(
            {
                "figure_id": identifier("figure", *key, seen.next(key)),
                "claim_id": claim_id,
                "event_id": event_ids[extraction.events.figure_events[index]],
                "article_id": extraction.document.article.article_id,
                "property": figure.property,
                "value_low": figure.value_low,
                "value_high": figure.value_high,
                "value_qualifier": figure.value_qualifier,
                "value_raw": raw,
                "victim_class": figure.victim_class,
                "victim_raw": _slice(figure.victim, text),
                "is_additional": figure.is_additional,
                "is_cumulative": figure.is_cumulative,
                "is_negated": figure.is_negated,
                "is_subset": figure.is_subset,
                "is_named": figure.is_named,
                "infobox_side": figure.side,
                "rule": figure.rule,
                "char_start": figure.span.start,
                "char_end": figure.span.end,
            }
        )
    return rows


def _citation_links(extraction: Extraction, ids: list[str], references: list[str]) -> list[Row]:
    """Link each claim to the references that stand behind it, up to the end of its sentence.

    A reference supports what comes before it, so those between the end of the content and the end
    of its last sentence count, with those that follow the final stop directly.
    """
    article, text = extraction.document.article, extraction.document.text
    positions = [mark.position for mark in article.citation_marks]
    ends = [sentence.span.start for sentence in extraction.document.sentences]
    rows = []
    for claim, claim_id in zip(extraction.claims, ids, strict=True):
        last = extraction.document.sentences[max(0, bisect_right(ends, claim.extent.end - 1) - 1)]
        limit = _STOP.match(text, last.span.end).end()  # type: ignore[union-attr]
        following = article.citation_marks[
            bisect_right(positions, claim.extent.end - 1) : bisect_right(positions, limit)
        ]
        for number in sorted({mark.citation for mark in following}) if following else ():
            rows.append({"claim_id": claim_id, "citation_id": references[number]})
    return rows


def _slice(span: Span | None, text: str) -> str | None:
    return None if span is None else span.of(text)
