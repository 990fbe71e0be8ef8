"""What was noticed while reading, kind by kind: how often, in which articles, and an example of each."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

SHOWN = 12  # articles of a kind that are named, those with most first
_RANK = {"error": 0, "warning": 1, "info": 2}
_KIND = ["severity", "stage", "code"]


@dataclass(frozen=True, slots=True)
class IssueAt:
    """One article in which a kind of issue was noticed: how often, and where the first time."""

    article: str
    url: str | None
    count: int
    place: str
    value: str


@dataclass(frozen=True, slots=True)
class IssueCount:
    """How often one kind of issue was noticed.

    Attributes:
        message: what it means, as the first one says it.
        articles: how many have it.
        where: those with most of it.
    """

    severity: str
    stage: str
    code: str
    count: int
    message: str = ""
    articles: int = 0
    where: tuple[IssueAt, ...] = ()


def issue_count(record: dict[str, Any]) -> IssueCount:
    """Return what `count_issues` wrote down."""
    return IssueCount(**{**record, "where": tuple(IssueAt(**one) for one in record["where"])})


def count_issues(tables: Path) -> list[dict[str, Any]]:
    """Return how often each kind of issue stands in the staged tables, and where."""
    path = tables / "issues.parquet"
    if not path.exists():
        return []
    issues = pq.read_table(path, columns=[*_KIND, "article_id", "place", "value", "message"])
    grouped = issues.group_by([*_KIND, "article_id"], use_threads=False).aggregate(
        [("code", "count"), ("place", "first"), ("value", "first"), ("message", "first")]
    )
    kinds: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for row in grouped.to_pylist():
        kinds[row["severity"], row["stage"], row["code"]].append(row)
    articles = _articles(tables)
    counted = [_kind(kind, rows, articles) for kind, rows in kinds.items()]
    return sorted(
        counted, key=lambda one: (_RANK.get(one["severity"], 3), -one["count"], one["stage"], one["code"])
    )


def _kind(
    kind: tuple[str, ...], rows: list[dict[str, Any]], articles: dict[str, tuple[str, str | None]]
) -> dict[str, Any]:
    most = sorted(rows, key=lambda row: (-row["code_count"], row["article_id"]))
    return {
        **dict(zip(_KIND, kind, strict=True)),
        "count": sum(row["code_count"] for row in rows),
        "message": rows[0]["message_first"] or "",
        "articles": len(rows),
        "where": [
            _at(row, *articles.get(row["article_id"], (row["article_id"], None))) for row in most[:SHOWN]
        ],
    }


def _at(row: dict[str, Any], title: str, url: str | None) -> dict[str, Any]:
    place, value = row["place_first"] or "", row["value_first"] or ""
    return {"article": title, "url": url, "count": row["code_count"], "place": place, "value": value}


def _articles(tables: Path) -> dict[str, tuple[str, str | None]]:
    """Return title and address of each article."""
    rows = pq.read_table(tables / "articles.parquet", columns=["article_id", "title", "url"]).to_pylist()
    return {row["article_id"]: (row["title"], row["url"]) for row in rows}
