"""Grounding: the offsets of a row give its words."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.accuracy.dataset import Dataset, Row
from benchmarks.accuracy.matching import Count, share

_PARTS = " … "
_COLUMNS = {"claims": "claim_text", "figures": "value_raw"}


def score_grounding(article_id: str, dataset: Dataset) -> tuple[dict[str, Count], list[str]]:
    """Compare the words of an article's claims and figures with the passages that their offsets give."""
    counts, wrong = {}, []
    text = dataset.texts[article_id]
    for table, column in _COLUMNS.items():
        rows = dataset.rows(table, article_id)
        off = [row for row in rows if passage(text, row) != row[column]]
        counts[f"grounding_{table}"] = share(len(rows) - len(off), len(rows))
        wrong += [f"not where its offsets point: {table} {row[column]!r}" for row in off]
    return counts, wrong


def passage(text: str, row: Row) -> str:
    """Return what a row's offsets give: its spans joined by " … ", else start to end."""
    spans: Sequence[Row] | None = row.get("spans")
    if spans:
        return _PARTS.join(text[span["start"] : span["end"]] for span in spans)
    return text[row["char_start"] : row["char_end"]]
