"""All articles together: the rows of each, with the actors that are one under one id, as tables."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tasks.assemble.merged_actors import Merged, merged
from tasks.assemble.part import PLACE, REFERENCES, Part, gathered, part_of
from tasks.assemble.row import Rows
from tasks.tables import TABLES, arrow_schema

TOGETHER = 200  # articles whose rows are held as Python's values at a time


def combine(articles: Iterable[Rows]) -> dict[str, pa.Table]:
    """Return every table over the rows of all articles, whatever order they come in.

    Raises:
        tasks.tables.errors.TableError: if a row does not keep its table's declaration.
    """
    part = joined(articles)
    return finished(part, merged(part))


def joined(articles: Iterable[Rows]) -> Part:
    """Return the rows of all articles as one part, in the order given; few are held as rows at a time."""
    parts, waiting = [], []
    for rows in articles:
        waiting.append(rows)
        if len(waiting) == TOGETHER:
            parts.append(part_of(waiting))
            waiting = []
    parts.append(part_of(waiting))
    return gathered(parts, [(n, article) for n, part in enumerate(parts) for article in range(part.articles)])


def finished(part: Part, merged: Merged) -> dict[str, pa.Table]:
    """Return every table over a part's rows, with real ids of actors, in its declared order."""
    tables = {}
    for name in TABLES:
        if name == "actors":
            tables[name] = merged.actors
            continue
        table = part.tables[name]
        if name in REFERENCES:
            table = _with_ids(name, table, part, merged.ids)
        table = _in_order(name, table, part)
        tables[name] = _once(table) if name == "event_actors" else table
    return tables


def _with_ids(name: str, table: pa.Table, part: Part, ids: pa.Array) -> pa.Table:
    """Return a table with the ids of actors instead of their places among their article's."""
    first = np.repeat(part.starts("actors")[:-1], np.diff(part.starts(name)))
    places = pc.add(table[PLACE].cast(pa.int64()), pa.array(first, pa.int64()))
    schema = arrow_schema(name)
    columns = [
        ids.take(places.combine_chunks()) if field.name == REFERENCES[name] else table[field.name]
        for field in schema
    ]
    return pa.Table.from_arrays(columns, schema=schema)


def _in_order(name: str, table: pa.Table, part: Part) -> pa.Table:
    """Return a table in its declared order.

    The rows of one article are; so they all are where articles come in the order of their ids, as
    they do in a run, and the table is ordered by article first.
    """
    order = TABLES[name].sort
    if order[0] == "article_id":
        articles = part.tables["articles"]["article_id"].combine_chunks()
        own = np.repeat(np.arange(part.articles), np.diff(part.starts(name)))
        is_own = len(articles) == part.articles and pc.all(
            pc.equal(table["article_id"], articles.take(pa.array(own)))
        ).as_py() in (True, None)
        if is_own and pc.all(pc.less(articles[:-1], articles[1:])).as_py() in (True, None):
            return table
    return table.take(pc.sort_indices(table, sort_keys=[(column, "ascending") for column in order]))


def _once(table: pa.Table) -> pa.Table:
    """Return the first row of each key: two names of an article can turn out to be one actor.

    Equal keys stand side by side: the table is ordered by all columns of its key.
    """
    again = pa.array([True] * max(0, table.num_rows - 1), pa.bool_())
    for column in TABLES["event_actors"].key:
        values = table[column].combine_chunks()
        again = pc.and_(again, pc.equal(values[1:], values[:-1]))
    first = pa.array([True] * min(1, table.num_rows), pa.bool_())
    return table.filter(pa.concat_arrays([first, pc.invert(again)]))
