"""What a row is, and how rows are kept between runs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache
from operator import itemgetter
from typing import Any

import orjson

Row = dict[str, Any]
Rows = dict[str, list[Row]]  # table name -> rows


def dump(rows: Mapping[str, list[Row]]) -> bytes:
    """Return rows as JSON, with dates and times marked so that `parse` gives them back.

    The columns of a table stand once before its rows: with them in each row, as much again would be written.

    Raises:
        ValueError: if a table's rows have not all the same columns.
    """
    lists = {table: [_names(part), *map(_cells(table, part), part)] for table, part in rows.items()}
    return orjson.dumps(lists, default=_mark, option=orjson.OPT_PASSTHROUGH_DATETIME)


def _names(part: list[Row]) -> list[str]:
    return list(part[0]) if part else []


def _cells(table: str, part: list[Row]) -> Callable[[Row], tuple[Any, ...]]:
    """Return what takes the values of a row in the order of the columns of the first."""
    names = _names(part)
    if any(list(row) != names and row.keys() != part[0].keys() for row in part):
        raise ValueError(f"rows of {table} with different columns")
    return itemgetter(*names) if len(names) > 1 else lambda row: tuple(row.values())


def parse(text: bytes) -> Rows:
    """Return the rows that `dump` wrote.

    Only columns declared to hold dates and times are looked at for marks.  A mark in another column
    stays one, and no table takes it.

    Raises:
        ValueError: if the text is not such JSON.
    """
    rows: Rows = {}
    for table, (names, *part) in orjson.loads(text).items():
        rows[table] = [dict(zip(names, cells, strict=True)) for cells in part]
        for column in _times(table):
            for row in rows[table]:
                if isinstance(row.get(column), dict):
                    row[column] = _unmark(row[column])
    return rows


@cache
def _times(table: str) -> tuple[str, ...]:
    """Return the columns of a table that hold dates or times."""
    import pyarrow as pa  # who only writes rows does without

    from tasks.tables import TABLES

    return tuple(column.name for column in TABLES[table].columns if pa.types.is_temporal(column.type))


def _mark(value: object) -> dict[str, str]:
    if isinstance(value, datetime):
        return {"$datetime": value.isoformat()}
    if isinstance(value, date):
        return {"$date": value.isoformat()}
    raise TypeError(f"a row cannot hold {value!r}")


def _unmark(mark: dict[str, str]) -> date | datetime:
    match mark:
        case {"$date": day, **others} if not others:
            return date.fromisoformat(day)
        case {"$datetime": instant, **others} if not others:
            return datetime.fromisoformat(instant)
    raise ValueError(f"no date or time: {mark!r}")
