"""Arrow says of whole tables what Great Expectations says of them, of sound and of broken ones."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd
import pyarrow as pa
import pytest

from tasks.tables import TABLES, arrow_schema
from tasks.tables.suites import EXPECTATIONS
from tasks.validate.aggregates import CannotTellError, answer
from tasks.validate.frames import frame
from tasks.validate.reach import is_of_one_row, is_reference
from tasks.validate.staged import Staged
from tasks.validate.suite_entries import observed
from tests.miniature import miniature_tables

COUNTED = {
    name: [
        {**entry, "meta": {key: value for key, value in entry["meta"].items() if key != "from_rows"}}
        for entry in json.loads((EXPECTATIONS / f"{name}.json").read_text("utf-8"))["expectations"]
        if not is_of_one_row(entry) and not is_reference(entry)
    ]
    for name in TABLES
}


def _broken(table: pa.Table, how: str) -> pa.Table:
    match how:
        case "empty":
            return table.slice(0, 0)
        case "doubled":
            return pa.concat_tables([table, table.slice(0, 1)])
        case "NULL":
            schema = arrow_schema(table.schema.metadata[b"table"].decode())
            columns = [
                pa.nulls(len(table), field.type) if field.nullable else table[field.name] for field in schema
            ]
            return pa.Table.from_arrays(columns, schema=schema)
    return table


@pytest.mark.gx
@pytest.mark.parametrize("how", ["sound", "empty", "doubled", "NULL"])
def test_arrow_says_what_great_expectations_says(how: str) -> None:
    """Whether each rule about a whole table holds, and in which words; or Arrow says that it cannot tell."""
    from tasks.validate.great_expectations import Suite, run

    failed: set[str] = set()
    for name, whole in miniature_tables().items():
        table = _broken(whole, how)
        data: pd.DataFrame = frame(TABLES[name], Staged({**miniature_tables(), name: table}))
        results = run(Suite(name, COUNTED[name], f"{name}.json"), data)
        for number, entry in enumerate(COUNTED[name]):
            said: tuple[bool, Any]
            try:
                success, seen = answer(entry, table)
            except CannotTellError:
                if table.num_rows:
                    assert not results[number].success
                    failed.add(entry["type"])
                continue
            details = {} if seen is None else {"observed_value": seen}
            said = (success, observed(details, entry["kwargs"], table.num_rows))
            assert said == (results[number].success, results[number].observed), (name, entry)
            failed |= {entry["type"]} if not success else set()
    assert bool(failed) == (how != "sound")


def test_a_share_is_told_as_a_person_says_it() -> None:
    """Rounded, with the number of rows that it is of; a count is what it is."""
    assert observed({"observed_value": 0.24561403508771928}, {"min_value": 0.3}, 57) == "25% of 57 rows"
    assert observed({"observed_value": 3}, {"min_value": 5}, 57) == "3, due at least 5"
