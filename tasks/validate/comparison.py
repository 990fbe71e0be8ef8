"""The last published tables, and how the rows of others are matched with theirs; each table once."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa

from tasks.validate.matched_rows import Matched, matched


class Comparison:
    """The last published tables."""

    def __init__(self, previous: Mapping[str, pa.Table]) -> None:
        """Compare with these tables."""
        self.previous = previous
        self._found: dict[str, tuple[pa.Table, Matched]] = {}

    def of(self, name: str, table: pa.Table) -> Matched:
        """Return how the rows of a table are matched with those that it had."""
        if name not in self._found or self._found[name][0] is not table:
            self._found[name] = (table, matched(name, table, self.previous[name]))
        return self._found[name][1]
