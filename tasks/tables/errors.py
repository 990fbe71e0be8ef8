"""What goes wrong when rows do not keep their table's declaration."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class TableError(ValueError):
    """A row that its table's declaration does not allow.

    Attributes:
        table, key, column, value: where it went wrong; key is the row's own, column -> value.
    """

    def __init__(self, table: str, key: Mapping[str, Any], column: str, value: object, why: str) -> None:
        self.table, self.key, self.column, self.value = table, dict(key), column, value
        row = ", ".join(f"{name}={cell!r}" for name, cell in self.key.items())
        super().__init__(f"{table}, row {row}: {column}: {why}: {_shortened(value)}")


def _shortened(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 200 else text[:200] + "…"
