"""Rows to Arrow tables, strictly: what a declaration does not allow is an error, never a guess."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from types import NoneType
from typing import Any

import pyarrow as pa

from tasks.tables.cells import CellError, check_cell
from tasks.tables.column import Column
from tasks.tables.errors import TableError
from tasks.tables.table import Table
from tasks.tables.tables import TABLES
from tasks.version import EXTRACTOR_VERSION, SCHEMA_VERSION

LICENSE = (
    "CC-BY-SA-4.0 (tables); passages of articles under the licence and attribution that "
    "articles.license and articles.attribution name"
)


def arrow_schema(table: str | Table) -> pa.Schema:
    """Return a table's Arrow schema, with all that is known of it in the metadata.

    Each field carries its description (and unit, vocabulary, first version); the schema carries the
    table's description, key, the schema's and the code's version, the licence, and the "pandas" entry
    with which `pd.read_parquet` gives nullable integers and booleans instead of floats and objects.
    """
    declared = TABLES[table] if isinstance(table, str) else table
    fields = [_field(column, column.name in declared.nullable) for column in declared.columns]
    metadata = {
        "table": declared.name,
        "description": " ".join((declared.description, *declared.usage)),
        "primary_key": json.dumps(list(declared.key)),
        "schema_version": SCHEMA_VERSION,
        "code_version": EXTRACTOR_VERSION,
        "license": LICENSE,
        "pandas": json.dumps(_pandas_metadata(fields), sort_keys=True),
    }
    return pa.schema(fields, metadata=metadata)


def to_table(name: str, rows: Iterable[Mapping[str, Any]]) -> pa.Table:
    """Return rows as the named table, in its declared order of columns and rows.

    Args:
        name: a key of `TABLES`.
        rows: each with every column of the table and no other; None for NULL. Integers, booleans,
            text, dates, datetimes with a time zone, floats; sequences of text for lists of text,
            sequences of mappings with `start` and `end` for spans.

    Raises:
        TableError: on a missing or unknown column, NULL where none may be, a value of another type or
            out of the type's range, text that is empty, not NFC or not encodable.
        KeyError: if there is no such table.
    """
    ordered = list(rows)
    check_rows(name, ordered)
    ordered.sort(key=itemgetter(*TABLES[name].sort))
    return in_given_order(name, ordered)


def check_rows(name: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Refuse rows that are not as the named table is declared.

    Raises:
        TableError, KeyError: as `to_table` does.
    """
    table = TABLES[name]
    if not _is_as_declared(table, rows):
        for row in rows:
            _check(table, row)


def in_given_order(name: str, rows: Sequence[Mapping[str, Any]]) -> pa.Table:
    """Return rows that `check_rows` lets pass as the named table, in the order in which they are given."""
    schema = arrow_schema(name)
    arrays = [pa.array([row[field.name] for row in rows], type=field.type) for field in schema]
    return pa.Table.from_arrays(arrays, schema=schema)


def _is_as_declared(table: Table, rows: Sequence[Mapping[str, Any]]) -> bool:
    """Say whether all rows keep the declaration, column by column; if not, `_check` says where and why.

    Where all values of a column are of one type, equal values are equally right: each is checked once.
    """
    names = dict.fromkeys(table.names).keys()
    if any(row.keys() != names for row in rows):
        return False
    nullable = table.nullable
    for column in table.columns:
        values = [row[column.name] for row in rows]
        kinds = set(map(type, values))
        if (NoneType in kinds and column.name not in nullable) or len(kinds - {NoneType}) > 1:
            return False
        if not pa.types.is_list(column.type) and all(kind.__hash__ for kind in kinds):
            values = list(set(values))
        try:
            for value in values:
                if value is not None:
                    check_cell(column, value)
        except CellError:
            return False
    return True


def _check(table: Table, row: Mapping[str, Any]) -> None:
    key = {name: row.get(name) for name in table.key}
    for name in table.names:
        if name not in row:
            raise TableError(table.name, key, name, None, "the column is missing")
    if len(row) != len(table.names):
        extra = sorted(set(row) - set(table.names))
        raise TableError(table.name, key, extra[0], row[extra[0]], "no such column")
    nullable = table.nullable
    for column in table.columns:
        value = row[column.name]
        if value is None:
            if column.name not in nullable:
                raise TableError(table.name, key, column.name, value, "may not be NULL")
            continue
        try:
            check_cell(column, value)
        except CellError as error:
            raise TableError(table.name, key, column.name, value, str(error)) from None


def _field(column: Column, nullable: bool) -> pa.Field:
    metadata = {"description": column.description, "since": column.since}
    if column.unit:
        metadata["unit"] = column.unit
    if column.values:
        metadata["values"] = json.dumps(column.values, ensure_ascii=False)
    return pa.field(column.name, column.type, nullable=nullable, metadata=metadata)


def _pandas_metadata(fields: Sequence[pa.Field]) -> dict[str, Any]:
    return {
        "column_indexes": [],
        "columns": [
            {
                "field_name": field.name,
                "metadata": None,
                "name": field.name,
                "numpy_type": _pandas_dtype(field),
                "pandas_type": _pandas_type(field.type),
            }
            for field in fields
        ],
        "creator": {"library": "pyarrow", "version": ""},
        "index_columns": [],
        "pandas_version": "",
    }


def _pandas_dtype(field: pa.Field) -> str:
    if pa.types.is_integer(field.type):
        return str(field.type).capitalize() if field.nullable else str(field.type)
    if pa.types.is_boolean(field.type):
        return "boolean" if field.nullable else "bool"
    if pa.types.is_floating(field.type):
        return "float32" if field.type == pa.float32() else "float64"
    return "datetime64[us, UTC]" if pa.types.is_timestamp(field.type) else "object"


def _pandas_type(kind: pa.DataType) -> str:
    if pa.types.is_string(kind):
        return "unicode"
    if pa.types.is_timestamp(kind):
        return "datetimetz"
    if pa.types.is_list(kind):
        return "list[unicode]" if pa.types.is_string(kind.value_type) else "list[object]"
    return {"double": "float64", "float": "float32", "date32[day]": "date"}.get(str(kind), str(kind))
