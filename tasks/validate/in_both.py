"""Rows of the articles that are in the tables now and were in the last ones.

Columns are fuller and rows more in some articles than in others: what a dataset holds says something about
the code that made it only over the same articles.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from tasks.tables.tables import TABLES
from tasks.validate.matched_rows import whole
from tasks.validate.separate import article_of

Tables = Mapping[str, pa.Table]


@dataclass(frozen=True, slots=True)
class InBoth:
    """What of two datasets can be compared.

    Attributes:
        now, then: their tables with rows of the articles that are in both alone.
        articles: how many these are.
        are_all: whether no article came or went.
    """

    now: Tables
    then: Tables
    articles: int
    are_all: bool


def in_both(now: Tables, then: Tables) -> InBoth:
    """Return the rows of two datasets that belong to articles of both, actors by who is mentioned there."""
    here, there = (whole(tables["articles"]["article_id"]) for tables in (now, then))
    shared = here.filter(pc.is_in(here, value_set=there))
    if len(shared) == len(here) == len(there):
        return InBoth(now, then, len(shared), are_all=True)
    return InBoth(_of(shared, now), _of(shared, then), len(shared), are_all=False)


def _of(articles: pa.Array, tables: Tables) -> Tables:
    """Return the tables with the rows of some articles, and with their keys and columns that may be NULL.

    Texts are not among these: nothing large is copied.
    """
    found = {}
    for name, table in tables.items():
        if name == "actors":
            continue
        is_of = article_of(name, tables, articles).is_valid()
        found[name] = _narrow(name, table).filter(is_of)
        if name == "mentions" and "actors" in tables:
            mentioned = whole(table["actor_id"].filter(is_of))
            is_mentioned = pc.is_in(tables["actors"]["actor_id"], value_set=mentioned)
            found["actors"] = _narrow("actors", tables["actors"]).filter(is_mentioned)
    return found


def _narrow(name: str, table: pa.Table) -> pa.Table:
    wanted = {*TABLES[name].key, *TABLES[name].nullable}
    return table.select([column for column in table.column_names if column in wanted])
