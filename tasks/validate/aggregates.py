"""Expectations about whole tables, answered by Arrow: counting goes through columns, not through rows.

Great Expectations answers the same in a validation of everything; a test compares both.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

Entry = Mapping[str, Any]
# What was seen, None where all is right and nothing is to be said.
Seen = float | None


class CannotTellError(Exception):
    """An expectation is broken in a way, or of a type, that only a validation of everything can describe."""


def answer(entry: Entry, table: pa.Table) -> tuple[bool, Seen]:
    """Return whether an expectation about a whole table holds, and the value that was seen.

    Raises:
        CannotTellError: if only Great Expectations can say it.
    """
    find = _ANSWERS.get(entry["type"])
    if find is None or not set(entry["kwargs"]) <= {"column", "column_list", "min_value", "max_value"}:
        raise CannotTellError(entry["type"])
    return find(table, entry["kwargs"])


def _within(value: float, kwargs: Mapping[str, Any]) -> bool:
    low, high = kwargs.get("min_value"), kwargs.get("max_value")
    return (low is None or value >= low) and (high is None or value <= high)


def _row_count(table: pa.Table, kwargs: Mapping[str, Any]) -> tuple[bool, Seen]:
    return _within(table.num_rows, kwargs), table.num_rows


def _unique(table: pa.Table, kwargs: Mapping[str, Any]) -> tuple[bool, Seen]:
    columns = kwargs["column_list"] if "column_list" in kwargs else [kwargs["column"]]
    if any(table[column].null_count for column in columns):
        raise CannotTellError("NULL in a key")
    if table.group_by(columns).aggregate([]).num_rows != table.num_rows:
        raise CannotTellError("a key that comes again")
    return True, None


def _distinct(table: pa.Table, kwargs: Mapping[str, Any]) -> tuple[bool, Seen]:
    count = pc.count_distinct(table[kwargs["column"]], mode="only_valid").as_py()
    return _within(count, kwargs), count


def _filled(table: pa.Table, kwargs: Mapping[str, Any]) -> tuple[bool, Seen]:
    if not table.num_rows:
        raise CannotTellError("the share of nothing")
    share = (table.num_rows - table[kwargs["column"]].null_count) / table.num_rows
    return _within(share, kwargs), share


def _columns(table: pa.Table, kwargs: Mapping[str, Any]) -> tuple[bool, Seen]:
    # Helper columns come behind the table's own, and are made from them.
    if list(kwargs["column_list"])[: table.num_columns] != table.column_names:
        raise CannotTellError("other columns")
    return True, None


_ANSWERS: Mapping[str, Callable[[pa.Table, Mapping[str, Any]], tuple[bool, Seen]]] = {
    "expect_table_row_count_to_be_between": _row_count,
    "expect_table_columns_to_match_ordered_list": _columns,
    "expect_column_values_to_be_unique": _unique,
    "expect_compound_columns_to_be_unique": _unique,
    "expect_column_unique_value_count_to_be_between": _distinct,
    "expect_column_proportion_of_non_null_values_to_be_between": _filled,
}
