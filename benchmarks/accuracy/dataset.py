"""A dataset as rows, and the rows of one article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.accuracy.tokens import name_key

Row = Mapping[str, Any]
TABLES = ("articles", "events", "actors", "event_actors", "claims", "figures")


class DatasetError(ValueError):
    """A folder is no dataset: a table is missing."""


@dataclass(frozen=True)
class Dataset:
    """The rows of the tables that are scored, NULL as None."""

    tables: Mapping[str, Sequence[Row]]

    @cached_property
    def article_ids(self) -> Mapping[str, str]:
        """Return the article of each title, whatever its spelling."""
        return {name_key(row["title"]): row["article_id"] for row in self.tables["articles"]}

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """Return the canonical text of each article."""
        return {row["article_id"]: row["text"] for row in self.tables["articles"]}

    @cached_property
    def actor_names(self) -> Mapping[str, frozenset[str]]:
        """Return the keys of the name and the aliases of each actor."""
        return {
            row["actor_id"]: frozenset(name_key(name) for name in (row["name"], *(row["aliases"] or ())))
            for row in self.tables["actors"]
        }

    def names(self, actor_id: str | None) -> frozenset[str]:
        """Return the keys of an actor's names; none for None or an unknown actor."""
        return self.actor_names.get(actor_id or "", frozenset())

    def rows(self, table: str, article_id: str) -> list[Row]:
        """Return the rows of a table that belong to an article, in the table's order."""
        return [row for row in self.tables[table] if row["article_id"] == article_id]


def from_arrow(tables: Mapping[str, pa.Table]) -> Dataset:
    """Return the rows of Arrow tables."""
    return Dataset({name: tables[name].to_pylist() for name in TABLES})


def read_dataset(folder: Path) -> Dataset:
    """Return a published dataset.

    Raises:
        DatasetError: if a table is neither `<table>.parquet` nor a folder of that name.
    """
    return from_arrow({name: _read(folder, name) for name in TABLES})


def _read(folder: Path, table: str) -> pa.Table:
    for path in (folder / f"{table}.parquet", folder / table):
        if path.exists():
            return pq.read_table(path)
    raise DatasetError(f"{folder}: no table {table}")
