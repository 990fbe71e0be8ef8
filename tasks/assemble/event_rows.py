"""Rows of events and of who took part in them."""

from __future__ import annotations

from dataclasses import fields

from tasks.assemble.confidence import event_confidence, party_confidence
from tasks.assemble.identifiers import Occurrences, identifier
from tasks.assemble.row import Row
from tasks.events.tolls.event_tolls import Toll, event_tolls
from tasks.model.event import Event
from tasks.model.extraction import Extraction
from tasks.model.place import Place

PLACE_COLUMNS = (
    "location", "adm_2", "adm_1", "country", "country_iso3", "latitude", "longitude",
    "where_prec", "place_basis", "geonameid",
)  # fmt: skip
_TOLL_COLUMNS = tuple(one.name for one in fields(Toll) if one.name != "deaths_best_figure")


def event_rows(extraction: Extraction) -> tuple[list[Row], list[Row], list[str]]:
    """Return rows of events and of event_actors, and the id of each event at its index.

    In the rows of events `_best_figure` still is the index of a figure, and in those of
    event_actors `claim_id` that of a claim.
    """
    ids = _event_ids(extraction)
    events: list[Row] = [
        {"event_id": ids[index]} | _event_row(extraction, index, event)
        for index, event in enumerate(extraction.events.events)
    ]
    tolls = event_tolls(
        extraction.document,
        extraction.claims,
        extraction.figures,
        extraction.figure_claims,
        extraction.events,
        extraction.actors,
    )
    for row, toll in zip(events, tolls, strict=True):
        row.update({name: getattr(toll, name) for name in _TOLL_COLUMNS})
        row["_best_figure"] = toll.deaths_best_figure
    return events, _role_rows(extraction, ids), ids


def _event_ids(extraction: Extraction) -> list[str]:
    """Return ids: the main event's is its article's, another's that of the words that state it."""
    article, text = extraction.document.article, extraction.document.text
    seen, ids = Occurrences(), []
    for event in extraction.events.events:
        words = None if event.is_main else event.evidence.of(text)
        ids.append(identifier("event", article.article_id, words, seen.next(words)))
    return ids


def _event_row(extraction: Extraction, index: int, event: Event) -> Row:
    text = extraction.document.text
    day = event.date
    return {
        "article_id": extraction.document.article.article_id,
        "is_main": event.is_main,
        "event_order": index,
        "event_name": event.name,
        "event_type": event.event_type,
        "sub_event_type": event.sub_event_type,
        "plover_event_type": event.plover_event_type,
        "plover_mode": event.plover_mode,
        "date_start": None if day is None else day.start,
        "date_end": None if day is None else day.end,
        "date_prec": None if day is None else day.prec,
        "date_edtf": None if day is None else day.edtf,
        "date_raw": None if day is None else day.span.of(text),
        "date_basis": None if day is None else day.basis,
        "time_local": event.time_local,
        "timezone": event.timezone,
        "location_raw": None if event.place is None or event.place.raw is None else event.place.raw.of(text),
        **_place_cells(event.place),
        "part_of": event.part_of,
        "target": event.target,
        "weapon": event.weapon,
        "evidence": event.evidence.of(text),
        "char_start": event.evidence.start,
        "char_end": event.evidence.end,
        "rule": event.rule,
        "confidence": event_confidence(event.rule),
    }


def _place_cells(place: Place | None) -> Row:
    return {column: None if place is None else getattr(place, column) for column in PLACE_COLUMNS}


def _role_rows(extraction: Extraction, ids: list[str]) -> list[Row]:
    """Return one row for each actor, role and event: the article's own voice before somebody's claim."""
    article_id = extraction.document.article.article_id
    rows: dict[tuple[int, str, str], Row] = {}
    for index, event in enumerate(extraction.events.events):
        for part in sorted(event.actors, key=lambda p: (p.claim is not None, p.is_alleged, p.span)):
            rows.setdefault(
                (index, part.actor, part.role),
                {
                    "event_id": ids[index],
                    "actor_id": f"{article_id}|{part.actor}",
                    "role": part.role,
                    "side": part.side,
                    "is_alleged": part.is_alleged,
                    "claim_id": part.claim,
                    "char_start": part.span.start,
                    "char_end": part.span.end,
                    "rule": part.rule,
                    "confidence": party_confidence(part.role, part.rule),
                },
            )
    return list(rows.values())
