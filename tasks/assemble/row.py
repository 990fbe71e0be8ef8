"""What a row is, and how rows are kept between runs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

Row = dict[str, Any]
Rows = dict[str, list[Row]]  # table name -> rows


def dump(rows: Mapping[str, list[Row]]) -> str:
    """Return rows as JSON text, with dates and times marked so that `parse` gives them back."""
    return json.dumps(rows, default=_mark, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def parse(text: str) -> Rows:
    """Return the rows that `dump` wrote.

    Raises:
        ValueError: if the text is not such JSON.
    """
    rows: Rows = json.loads(text, object_hook=_unmark)
    return rows


def _mark(value: object) -> dict[str, str]:
    if isinstance(value, datetime):
        return {"$datetime": value.isoformat()}
    if isinstance(value, date):
        return {"$date": value.isoformat()}
    raise TypeError(f"a row cannot hold {value!r}")


def _unmark(value: dict[str, Any]) -> Any:
    if len(value) == 1:
        if "$date" in value:
            return date.fromisoformat(value["$date"])
        if "$datetime" in value:
            return datetime.fromisoformat(value["$datetime"])
    return value
