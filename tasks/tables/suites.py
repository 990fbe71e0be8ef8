"""The mechanical part of each table's expectations, made from its declaration.

    python -m tasks.tables.suites

writes it into `expectations/<table>.json` and leaves the entries with `meta.origin` = "judgement",
which people write, as they are.  `expectations/README.md` says what the entries of `meta` mean.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tasks.tables.column import Column
from tasks.tables.table import Table
from tasks.tables.tables import TABLES

EXPECTATIONS = Path(__file__).parents[2] / "expectations"
DECLARED, JUDGEMENT = "declared", "judgement"

# An all-NULL column is a fault only where there are rows enough to tell; a single article may
# rightly have no date.
ROWS_FOR_SHARES = 50

Entry = Mapping[str, Any]


def known(column: str, table: str) -> str:
    """Return the name of the helper column that says whether a foreign key finds its row."""
    return f"{column}__in__{table}"


IN_TEXT = "char_end__in__text"


def frame_columns(table: Table) -> list[str]:
    """Return the columns of the frame that a suite sees: the table's own, then the helper columns.

    Helper columns are True, False or, where the column itself is NULL, NULL.  Great Expectations looks
    at one table at a time; a helper carries what another table says, and is much faster than a
    set of all keys handed over as a parameter (2.8 s against 38 s for 400,000 rows).
    """
    helpers = [known(link.column, link.table) for link in table.foreign_keys]
    return [*table.names, *helpers, *([IN_TEXT] if "char_end" in table.names else [])]


def declared_expectations(table: Table) -> list[Entry]:
    """Return the entries that follow from a table's declaration, in a fixed order."""
    return [*_shape(table), *_references(table), *_contents(table), *_fill_rates(table)]


def suite(table: Table, judgement: list[Entry]) -> dict[str, Any]:
    """Return a table's whole suite: what is declared, then what people judged."""
    return {"expectations": [*declared_expectations(table), *judgement], "name": table.name}


def judgement_of(path: Path) -> list[Entry]:
    """Return the entries of a suite's file that people wrote; none if there is no file."""
    if not path.exists():
        return []
    entries = json.loads(path.read_text("utf-8"))["expectations"]
    return [entry for entry in entries if entry["meta"]["origin"] == JUDGEMENT]


def rendered(table: Table, folder: Path = EXPECTATIONS) -> str:
    """Return the text that a table's suite file should have, with its judgement part as it stands."""
    content = suite(table, judgement_of(folder / f"{table.name}.json"))
    return json.dumps(content, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def _entry(kind: str, kwargs: Mapping[str, Any], *, critical: bool, why: str, **meta: Any) -> Entry:
    return {
        "type": kind,
        "kwargs": dict(kwargs),
        "severity": "critical" if critical else "warning",
        "meta": {"origin": DECLARED, "scope": "table", "why": why, **meta},
    }


def _row(kind: str, kwargs: Mapping[str, Any], why: str) -> Entry:
    return _entry(kind, kwargs, critical=False, why=why, scope="row")


def _shape(table: Table) -> Iterator[Entry]:
    if table.rows_due == "always":
        yield _entry(
            "expect_table_row_count_to_be_between",
            {"min_value": 1},
            critical=True,
            why="A dataset without any is none.",
        )
    yield _entry(
        "expect_table_columns_to_match_ordered_list",
        {"column_list": frame_columns(table)},
        critical=True,
        why="Readers rely on names and order; helper columns come last.",
    )
    is_one = len(table.key) == 1
    yield _entry(
        "expect_column_values_to_be_unique" if is_one else "expect_compound_columns_to_be_unique",
        {"column": table.key[0]} if is_one else {"column_list": list(table.key)},
        critical=True,
        why="The key tells each row from all others.",
    )


def _references(table: Table) -> Iterator[Entry]:
    for link in table.foreign_keys:
        yield _entry(
            "expect_column_values_to_be_in_set",
            {"column": known(link.column, link.table), "value_set": [True]},
            critical=True,
            why=f"{link.column} holds a {link.target} of {link.table}.",
        )


def _contents(table: Table) -> Iterator[Entry]:
    for column in table.columns:
        yield from _content(column)
    if "char_end" in table.names:
        yield _row(
            "expect_column_pair_values_a_to_be_greater_than_b",
            {"column_A": "char_end", "column_B": "char_start"},
            "A passage has at least one character.",
        )
        yield _row(
            "expect_column_values_to_be_in_set",
            {"column": IN_TEXT, "value_set": [True]},
            "A passage ends within its article's text.",
        )


def _content(column: Column) -> Iterator[Entry]:
    if column.values:
        yield _row(
            "expect_column_values_to_be_in_set",
            {"column": column.name, "value_set": list(column.values)},
            f"{column.name} has a closed vocabulary.",
        )
    if column.minimum is not None or column.maximum is not None:
        limits = {"min_value": column.minimum, "max_value": column.maximum}
        yield _row(
            "expect_column_values_to_be_between",
            {"column": column.name} | {name: limit for name, limit in limits.items() if limit is not None},
            f"{column.name} has a range.",
        )
    if column.pattern:
        yield _row(
            "expect_column_values_to_match_regex",
            {"column": column.name, "regex": rf"\A(?:{column.pattern})\Z"},
            f"{column.name} has a form.",
        )


def _fill_rates(table: Table) -> Iterator[Entry]:
    for column, share in table.due.items():
        yield _entry(
            "expect_column_unique_value_count_to_be_between",
            {"column": column, "min_value": 1},
            critical=True,
            why="A column that is NULL throughout is a broken step, not a finding.",
            from_rows=ROWS_FOR_SHARES,
        )
        yield _entry(
            "expect_column_proportion_of_non_null_values_to_be_between",
            {"column": column, "min_value": share},
            critical=False,
            why=f"{column} is due in at least {share:.0%} of rows.",
            from_rows=ROWS_FOR_SHARES,
        )


def main() -> None:
    """Write the declared part of every suite; the judgement part stays."""
    EXPECTATIONS.mkdir(exist_ok=True)
    for table in TABLES.values():
        (EXPECTATIONS / f"{table.name}.json").write_text(rendered(table), "utf-8")


if __name__ == "__main__":
    main()
