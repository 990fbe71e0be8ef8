"""All articles together: the rows of each, with the actors that are one under one id, as tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pyarrow as pa

from tasks.assemble.identity import merge_actors
from tasks.assemble.row import Row, Rows
from tasks.tables import TABLES, to_table

REFERENCES = {
    "mentions": ("actor_id",),
    "event_actors": ("actor_id",),
    "claims": ("claimant_actor_id",),
}


def combine(articles: Iterable[Rows]) -> dict[str, pa.Table]:
    """Return every table over the rows of all articles, whatever order they come in.

    Raises:
        tasks.tables.errors.TableError: if a row does not keep its table's declaration.
    """
    parts: Sequence[Rows] = list(articles)
    actors, ids = merge_actors([row for rows in parts for row in rows["actors"]])
    tables = {}
    for name in TABLES:
        rows = actors if name == "actors" else [row for part in parts for row in part.get(name, ())]
        if name in REFERENCES:
            rows = [_renamed(row, REFERENCES[name], ids) for row in rows]
        if name == "event_actors":
            rows = _once(rows, TABLES[name].key)
        tables[name] = to_table(name, rows)
    return tables


def _once(rows: Sequence[Row], key: Sequence[str]) -> list[Row]:
    """Return the first row of each key: two names of an article can turn out to be one actor."""
    first: dict[tuple[object, ...], Row] = {}
    for row in rows:
        first.setdefault(tuple(row[column] for column in key), row)
    return list(first.values())


def _renamed(row: Row, columns: Sequence[str], ids: dict[str, str]) -> Row:
    """Return the row with real actor ids in the given columns."""
    return row | {column: None if row[column] is None else ids[row[column]] for column in columns}
