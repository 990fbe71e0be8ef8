"""Rows of articles as Arrow tables, before it is known which of their actors are one.

Where an actor's id is going to stand there is the actor's place among those of its article: such rows
depend on their article alone, and can be kept and joined without looking at them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter
from typing import Any

import numpy as np
import pyarrow as pa

from tasks.assemble.row import Row, Rows
from tasks.tables import TABLES
from tasks.tables.arrow import arrow_schema, check_rows, in_given_order

REFERENCES = {"mentions": "actor_id", "event_actors": "actor_id", "claims": "claimant_actor_id"}
PLACE = "place"  # of an actor among its article's
_NO_ID = "-"  # where an id is going to stand
Counts = np.ndarray[Any, np.dtype[np.int64]]


def _actor_schema() -> pa.Schema:
    """Return the schema of actors as one article knows them."""
    own = [field for field in arrow_schema("actors") if field.name not in ("part_of_actor_id", "n_articles")]
    extra = [pa.field("key", pa.string()), pa.field("part_of", pa.int32())]
    return pa.schema([pa.field(field.name, field.type) for field in own] + extra)


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of some articles.

    Attributes:
        tables: by name; the rows of one article stand together, in the order of `tasks.tables`.
        counts: how many rows each article has (first index) in each table (second, as in `TABLES`).
    """

    tables: Mapping[str, pa.Table]
    counts: Counts

    @property
    def articles(self) -> int:
        """How many articles there are."""
        return int(self.counts.shape[0])

    def starts(self, table: str) -> Counts:
        """Return where each article's rows begin in a table, and after the last one where they end."""
        return np.concatenate(([0], np.cumsum(self.counts[:, list(TABLES).index(table)])))


def part_of(articles: Sequence[Rows]) -> Part:
    """Return articles' rows as a part, in the order given.

    Raises:
        tasks.tables.errors.TableError: if a row does not keep its table's declaration.
        KeyError: if a row names an actor that its article does not have.
    """
    places = [{row["actor_id"]: n for n, row in enumerate(rows["actors"])} for rows in articles]
    counts = [[len(rows.get(name, ())) for name in TABLES] for rows in articles]
    tables = {
        name: _actors(articles, places) if name == "actors" else _table(name, articles, places)
        for name in TABLES
    }
    return Part(tables, np.array(counts, np.int64).reshape(len(articles), len(TABLES)))


def gathered(parts: Sequence[Part], picks: Sequence[tuple[int, int]]) -> Part:
    """Return articles of several parts as one, each given by its part's place and its own in there."""
    runs: list[tuple[int, int, int]] = []
    for part, article in picks:
        if runs and runs[-1][0] == part and runs[-1][2] == article:
            runs[-1] = (part, runs[-1][1], article + 1)
        else:
            runs.append((part, article, article + 1))
    tables = {}
    for name in TABLES:
        starts = [part.starts(name) for part in parts]
        pieces = [
            parts[part].tables[name].slice(starts[part][first], starts[part][last] - starts[part][first])
            for part, first, last in runs
        ]
        # One piece each: what is read again in pieces would fall into ever more of them.
        tables[name] = pa.concat_tables(pieces).combine_chunks() if pieces else part_of([]).tables[name]
    counts = [parts[part].counts[first:last] for part, first, last in runs]
    return Part(tables, np.concatenate(counts) if counts else part_of([]).counts)


def _table(name: str, articles: Sequence[Rows], places: Sequence[Mapping[str, int]]) -> pa.Table:
    column = REFERENCES.get(name)
    found: list[Row] = []
    actors: list[int | None] = []
    bounds = [0]
    for rows, known in zip(articles, places, strict=True):
        for row in rows.get(name, ()):
            if column is None:
                found.append(row)
                continue
            actor = row[column]
            actors.append(None if actor is None else known[actor])
            found.append(row | {column: None if actor is None else _NO_ID})
        bounds.append(len(found))
    check_rows(name, found)
    key = itemgetter(*TABLES[name].sort)
    order = [n for one, end in pairwise(bounds) for n in sorted(range(one, end), key=lambda n: key(found[n]))]
    table = in_given_order(name, [found[n] for n in order])
    if column is None:
        return table
    index = table.column_names.index(column)
    return table.set_column(index, PLACE, pa.array([actors[n] for n in order], pa.int32()))


def _actors(articles: Sequence[Rows], places: Sequence[Mapping[str, int]]) -> pa.Table:
    rows = [
        row | {"part_of": known[row["part_of_actor_id"]] if row["part_of_actor_id"] else None}
        for one, known in zip(articles, places, strict=True)
        for row in one["actors"]
    ]
    schema = _actor_schema()
    arrays = [pa.array([row[field.name] for row in rows], field.type) for field in schema]
    return pa.Table.from_arrays(arrays, schema=schema)
