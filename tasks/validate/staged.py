"""The tables of a run before they are published, with quick access to columns by rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

import pyarrow as pa


class Staged:
    """Staged tables as checks read them: by column, never as whole rows, and each column once."""

    def __init__(self, tables: Mapping[str, pa.Table]) -> None:
        self.tables = tables
        self._columns: dict[tuple[str, str], list[Any]] = {}

    def column(self, table: str, name: str) -> list[Any]:
        """Return a column's values as Python values, None for NULL."""
        if (table, name) not in self._columns:
            self._columns[table, name] = self.tables[table][name].to_pylist()
        return self._columns[table, name]

    def rows(self, table: str, *names: str) -> Iterator[tuple[Any, ...]]:
        """Yield the named columns' values row by row."""
        return zip(*(self.column(table, name) for name in names), strict=True)

    def lookup(self, table: str, key: str, value: str) -> dict[Any, Any]:
        """Return one column's values by another column's."""
        return dict(self.rows(table, key, value))

    @cached_property
    def text(self) -> Mapping[str, str]:
        """The articles' texts by id."""
        return self.lookup("articles", "article_id", "text")

    @cached_property
    def article_of_event(self) -> Mapping[str, str]:
        """The events' articles."""
        return self.lookup("events", "event_id", "article_id")

    def articles_of(self, table: str) -> list[Any]:
        """Return each row's article; for roles, the article of their event."""
        if "article_id" in self.tables[table].column_names:
            return self.column(table, "article_id")
        return [self.article_of_event.get(event) for event in self.column(table, "event_id")]

    def article_of_row(self, table: str, row: int) -> Any:
        """Return the article of a row of any table but actors; of a claim's citation, the claim's."""
        if table == "claim_citations":
            claim = self.column(table, "claim_id")[row]
            return self.lookup("claims", "claim_id", "article_id").get(claim)
        return self.articles_of(table)[row]
