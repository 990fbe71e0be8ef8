"""Running all suites over staged tables: over all of their rows, or over those to be asked again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from tasks.tables.table import Table
from tasks.tables.tables import TABLES
from tasks.validate.aggregates import CannotTellError, answer
from tasks.validate.frames import frame
from tasks.validate.fresh import Fresh, Some
from tasks.validate.matched_rows import whole
from tasks.validate.reach import is_of_one_row, is_reference
from tasks.validate.staged import Staged
from tasks.validate.suite_entries import name_of, observed, read_entries, subject
from tasks.validate.verdict import Result


def of_all_rows(staged: Staged, suites: Path) -> Iterator[Result]:
    """Yield the result of each entry of each suite.

    Raises:
        SuiteError: if a suite is not right.
    """
    from tasks.validate.great_expectations import load_suites, run

    for name, suite in load_suites(suites, list(TABLES)).items():
        yield from run(suite, frame(TABLES[name], staged)).values()


def of_some_rows(
    tables: Mapping[str, pa.Table], fresh: Fresh, wider: Fresh, suites: Path
) -> Iterator[Result]:
    """Yield the same results where all other rows are known to keep the entries about single rows.

    Args:
        tables: the staged tables.
        fresh: whose rows have to be asked.
        wider: the same with those whose rows broke a rule.
        suites: folder of the suites, which were used before as they are.

    Raises:
        CannotTellError: if only a run over all rows can say it.
    """
    some, more = fresh.of_articles(tables), wider.of_articles(tables)
    for name, table in tables.items():
        entries = read_entries(suites, name)
        asked: dict[int, Result] = {}
        for part, are_broken in ((some, False), (more, True)):
            numbers = [
                n
                for n, entry in enumerate(entries)
                if is_of_one_row(entry) and (name_of(name, entry) in fresh.broken.rules) == are_broken
            ]
            if numbers:
                asked |= _ask(TABLES[name], part, table.num_rows, entries, numbers)
        for number, entry in enumerate(entries):
            yield asked[number] if number in asked else _counted(name, entry, tables)


def _ask(
    table: Table, some: Some, rows: int, entries: list[Mapping[str, Any]], numbers: list[int]
) -> Mapping[int, Result]:
    """Return the results of numbered entries about single rows."""
    places = some.places[table.name]
    if not len(places):
        return {n: _result(table.name, entries[n], True, "") for n in numbers}
    from tasks.validate import great_expectations as engine

    suite = engine.Suite(table.name, [entries[n] for n in numbers], f"{table.name}.json")
    part = engine.Some(range(len(numbers)), places.tolist(), rows)
    found = engine.run(suite, frame(table, some.staged), part)
    if any(not result.success and not result.breaking for result in found.values()):
        raise CannotTellError("an expectation that could not run")
    return dict(zip(numbers, found.values(), strict=True))


def _counted(name: str, entry: Mapping[str, Any], tables: Mapping[str, pa.Table]) -> Result:
    """Return the result of an entry about a whole table, or about what it refers to."""
    table = tables[name]
    if table.num_rows < entry["meta"].get("from_rows", 0):
        return _result(name, entry, True, "", applied=False)
    if is_reference(entry):
        _look_up(name, entry["kwargs"]["column"], tables)
        return _result(name, entry, True, "")
    success, seen = answer(entry, table)
    details = {} if seen is None else {"observed_value": seen}
    return _result(name, entry, success, observed(details, entry["kwargs"], table.num_rows))


def _look_up(name: str, helper: str, tables: Mapping[str, pa.Table]) -> None:
    """Raise CannotTellError unless a reference to actors finds its row wherever there is one.

    References to other tables are within an article, and were looked at with it.
    """
    column, _, target = helper.partition("__in__")
    if target != "actors":
        return
    ids = whole(tables[target]["actor_id"])
    values = tables[name][column].drop_null()
    if not pc.all(pc.is_in(values, value_set=ids), min_count=0).as_py():
        raise CannotTellError("a reference without its row")


def _result(name: str, entry: Mapping[str, Any], success: bool, seen: str, *, applied: bool = True) -> Result:
    return Result(
        source="expectation",
        table=name,
        rule=entry["type"],
        subject=subject(entry["kwargs"]),
        scope=entry["meta"]["scope"],
        severity=entry["severity"],
        why=entry["meta"]["why"],
        success=success,
        observed=seen,
        applied=applied,
    )
