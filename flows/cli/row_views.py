"""How rows that point at rows of other tables read in a terminal: by names and words, not by ids."""

from __future__ import annotations

from collections.abc import Mapping

from flows.cli.views import FOLD, MAIN_VIEWS, RIGHT, ROLES, UNTOLD, Lookups, View
from tasks.report.rows_in_words import Row, figure

WIDE = 120  # columns of a terminal that has room for offsets


def _figure(row: Row, look: Lookups) -> list[object]:
    claim, event = look.claims.get(row["claim_id"]), look.events.get(row["event_id"] or "")
    return [
        figure(row), row["victim_raw"], look.claimant(claim) if claim else None,
        event["event_name"] if event else None, row["value_raw"], row["char_start"], row["char_end"],
    ]  # fmt: skip


def _event_actor(row: Row, look: Lookups) -> list[object]:
    event, claim = look.events.get(row["event_id"]), look.claims.get(row["claim_id"] or "")
    alleged = f"alleged by {look.claimant(claim)}" if claim else "alleged"
    return [
        event["event_name"] if event else row["event_id"], row["role"],
        look.names.get(row["actor_id"], row["actor_id"]), alleged if row["is_alleged"] else None, row["side"],
    ]  # fmt: skip


def _order_of_event_actor(row: Row, look: Lookups) -> tuple[object, ...]:
    rank = ROLES.index(row["role"]) if row["role"] in ROLES else len(ROLES) + (row["role"] in UNTOLD)
    event = look.events.get(row["event_id"], {})
    return event.get("order", -1), rank, row["role"], row["char_start"] or 0


def _mention(row: Row, look: Lookups) -> list[object]:
    kind, method = row["mention_kind"], row["resolution_method"]
    return [
        row["name_raw"],
        look.names.get(row["actor_id"]),
        kind,
        method,
        row["char_start"],
        row["char_end"],
    ]


def _citation(row: Row, look: Lookups) -> list[object]:
    return [row["title"], row["publisher"], row["author"], row["published_date_edtf"], row["url"]]


def _claim_citation(row: Row, look: Lookups) -> list[object]:
    claim = look.claims.get(row["claim_id"])
    words = [look.claimant(claim), claim["claim_text"]] if claim else [None, row["claim_id"]]
    return [*words, look.citations.get(row["citation_id"], row["citation_id"])]


def _issue(row: Row, look: Lookups) -> list[object]:
    return [row["severity"], row["code"], row["place"], row["value"], row["message"]]


VIEWS: Mapping[str, View] = {
    **MAIN_VIEWS,
    "figures": View(
        {
            "figure": {"min_width": 9}, "of whom": {"ratio": 3, **FOLD}, "claimant": {"ratio": 3, **FOLD},
            "event": {"ratio": 3, **FOLD}, "words": {"ratio": 4, **FOLD},
            "from": RIGHT | {"from_width": WIDE}, "to": RIGHT | {"from_width": WIDE},
        },
        _figure,
    ),
    "event_actors": View(
        {
            "event": {"ratio": 4, **FOLD}, "role": {}, "actor": {"ratio": 4, **FOLD},
            "alleged": {"ratio": 3, **FOLD}, "side": {},
        },
        _event_actor,
        _order_of_event_actor,
    ),
    "mentions": View(
        {
            "words": {"ratio": 4, **FOLD}, "actor": {"ratio": 4, **FOLD}, "kind": {}, "joined by": {},
            "from": RIGHT, "to": RIGHT,
        },
        _mention,
    ),
    "citations": View(
        {
            "title": {"ratio": 4, **FOLD}, "publisher": {"ratio": 2, **FOLD}, "author": {"ratio": 2, **FOLD},
            "published": {}, "url": {"ratio": 3, **FOLD},
        },
        _citation,
    ),
    "claim_citations": View(
        {
            "claimant": {"ratio": 2, **FOLD}, "claim": {"ratio": 5, **FOLD}, "citation": {"ratio": 4, **FOLD},
        },
        _claim_citation,
    ),
    "issues": View(
        {
            "severity": {}, "kind": {}, "place": {"ratio": 2, **FOLD}, "value": {"ratio": 3, **FOLD},
            "what it means": {"ratio": 4, **FOLD},
        },
        _issue,
    ),
}  # fmt: skip
