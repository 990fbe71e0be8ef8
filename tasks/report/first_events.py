"""What the articles of a run say, as its report shows it: the first events with tolls and statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from tasks.report.rows_in_words import figure, toll, when, where

EVENTS, CLAIMS, CLAIMS_OF_ONE = 15, 12, 3  # that are shown, the last of one article among several
NAMES = 3  # of who did it, or whom it was done to


@dataclass(frozen=True, slots=True)
class EventShown:
    """An event that an article is about."""

    article: str
    url: str | None
    date: str
    place: str
    by: str
    target: str
    killed: str
    injured: str
    claims: int


@dataclass(frozen=True, slots=True)
class ClaimShown:
    """Who said what, and what it counts."""

    article: str
    claimant: str
    kind: str
    text: str
    figures: str


def shown_rows(tables: Path, first: Collection[str]) -> dict[str, list[dict[str, Any]]]:
    """Return the main events of some articles, and what others said in them, as JSON values.

    Args:
        tables: the folder of the staged tables.
        first: ids of articles that come before others: those that are new or changed.
    """
    articles = _read(tables, "articles", "article_id", "title", "url").to_pylist()
    order = sorted(range(len(articles)), key=lambda n: (articles[n]["article_id"] not in first, n))
    some = {articles[n]["article_id"]: articles[n] for n in order[:EVENTS]}
    names = _names(tables, some)
    return {"events": _events(tables, some, names), "claims": _claims(tables, some, names)}


def _events(
    tables: Path, articles: Mapping[str, Mapping[str, Any]], names: Mapping[str, str]
) -> list[dict[str, Any]]:
    rows = {row["article_id"]: row for row in _of(tables, "events", articles) if row["is_main"]}
    events = [row["event_id"] for row in rows.values()]
    roles: dict[tuple[str, str], list[str]] = defaultdict(list)
    parties = pq.read_table(tables / "event_actors.parquet", filters=_in("event_id", events))
    for row in parties.to_pylist():
        name = names.get(row["actor_id"])
        if name and row["role"] in ("perpetrator", "target"):
            said = name + (" (alleged)" if row["is_alleged"] else "")
            if said not in roles[row["event_id"], row["role"]]:
                roles[row["event_id"], row["role"]].append(said)
    return [
        {
            "article": article["title"],
            "url": article["url"],
            "date": when(row),
            "place": where(row),
            "by": ", ".join(roles[row["event_id"], "perpetrator"][:NAMES]),
            "target": ", ".join(roles[row["event_id"], "target"][:NAMES]),
            "killed": toll(row["deaths_low"], row["deaths_best"], row["deaths_high"]),
            "injured": toll(row["injured_low"], row["injured_best"], row["injured_high"]),
            "claims": row["n_claims"],
        }
        for article_id, article in articles.items()
        if (row := rows.get(article_id))
    ]


def _claims(
    tables: Path, articles: Mapping[str, Mapping[str, Any]], names: Mapping[str, str]
) -> list[dict[str, Any]]:
    figures: dict[str, list[str]] = defaultdict(list)
    for row in _of(tables, "figures", articles):
        figures[row["claim_id"]].append(figure(row))
    said = [row for row in _of(tables, "claims", articles) if row["voice"] != "article"]
    of: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in said:
        of[row["article_id"]].append(row)
    first = [
        row for article in articles for row in of[article][: CLAIMS_OF_ONE if len(articles) > 1 else None]
    ]
    return [
        {
            "article": articles[row["article_id"]]["title"],
            "claimant": names.get(row["claimant_actor_id"]) or row["claimant_raw"] or "?",
            "kind": row["claim_type"],
            "text": row["claim_text"],
            "figures": "; ".join(figures[row["claim_id"]]),
        }
        for row in first[:CLAIMS]
    ]


def _names(tables: Path, articles: Collection[str]) -> dict[str, str]:
    """Return the names of the actors that some articles mention."""
    mentions = _read(tables, "mentions", "article_id", "actor_id")
    ids = mentions.filter(_in("article_id", articles))["actor_id"].unique()
    actors = _read(tables, "actors", "actor_id", "name")
    some = actors.filter(pc.is_in(actors["actor_id"], value_set=ids))
    return dict(zip(some["actor_id"].to_pylist(), some["name"].to_pylist(), strict=True))


def _of(tables: Path, name: str, articles: Collection[str]) -> list[dict[str, Any]]:
    return pq.read_table(tables / f"{name}.parquet", filters=_in("article_id", articles)).to_pylist()  # type: ignore[no-any-return]


def _in(column: str, values: Collection[str]) -> pc.Expression:
    """Return what is true of the rows that have one of some values; of none nothing would tell the type."""
    return pc.field(column).isin(pa.array(list(values), pa.string()))


def _read(tables: Path, name: str, *columns: str) -> pa.Table:
    return pq.read_table(tables / f"{name}.parquet", columns=list(columns))
