"""Whether staged tables have the declared types, which Great Expectations sees only through pandas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pyarrow as pa

from tasks.tables.arrow import arrow_schema
from tasks.tables.tables import TABLES
from tasks.validate.verdict import Result


def missing_tables(tables: Mapping[str, pa.Table]) -> list[str]:
    """Return the names of declared tables that are not there, and of tables that are not declared."""
    return sorted(set(TABLES) ^ set(tables))


def types(tables: Mapping[str, pa.Table]) -> Iterator[Result]:
    """Yield a result for each table: types as declared, and no NULL where none may be.

    Names and order of columns are an expectation, and not looked at here.
    """
    for name, table in tables.items():
        wrong = []
        for field in arrow_schema(name):
            if field.name not in table.column_names:
                continue
            column = table[field.name]
            if not column.type.equals(field.type):
                wrong.append(f"{field.name} is {column.type}, not {field.type}")
            elif column.null_count and not field.nullable:
                wrong.append(f"{field.name} has {column.null_count} NULLs")
        yield Result(
            source="check",
            table=name,
            rule="types_as_declared",
            subject=("*",),
            scope="table",
            severity="critical",
            why="Readers rely on types, and on columns that are never NULL.",
            success=not wrong,
            observed="; ".join(wrong),
        )
