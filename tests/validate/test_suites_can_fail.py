"""Each expectation of each suite holds for the miniature dataset and fails on a table that breaks it."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

import pandas as pd
import pytest

from tasks.tables import TABLES
from tasks.tables.suites import EXPECTATIONS, frame_columns
from tasks.validate.frames import frame
from tasks.validate.staged import Staged
from tasks.validate.verdict import Result
from tests.miniature import miniature_tables
from tests.validate.mutants import MUTATIONS, mutant

Entry = Mapping[str, Any]
SUITES: dict[str, list[Entry]] = {
    name: json.loads((EXPECTATIONS / f"{name}.json").read_text("utf-8"))["expectations"] for name in TABLES
}
ENTRIES = [(name, n) for name, entries in SUITES.items() for n in range(len(entries))]


@cache
def sound(table: str) -> pd.DataFrame:
    """Return a table of the miniature dataset as its suite sees it."""
    return frame(TABLES[table], Staged(miniature_tables()))


def _run(table: str, entries: list[Entry], data: pd.DataFrame) -> list[Result]:
    from tasks.validate.great_expectations import Suite, run

    bare = [{**e, "meta": {k: v for k, v in e["meta"].items() if k != "from_rows"}} for e in entries]
    return list(run(Suite(table, bare, f"{table}.json"), data).values())


@cache
def broken_rows(table: str) -> dict[int, tuple[Result, int]]:
    """Return, for each entry about rows, its result and the row that was broken for it.

    Each has its own copy of the sound rows in one long frame: running them one by one takes minutes.
    """
    numbers = [n for n, entry in enumerate(SUITES[table]) if entry["meta"]["scope"] == "row"]
    copies = [mutant(table, SUITES[table][n], sound(table)).astype(object) for n in numbers]
    results = _run(table, [SUITES[table][n] for n in numbers], pd.concat(copies, ignore_index=True))
    starts = [sum(map(len, copies[:n])) for n in range(len(copies))]
    return {n: (result, start) for n, result, start in zip(numbers, results, starts, strict=True)}


@cache
def emptied_columns(table: str) -> dict[int, Result]:
    """Return the result of each entry about fill rates on a frame in which all those columns are NULL."""
    numbers = [n for n, entry in enumerate(SUITES[table]) if "from_rows" in entry["meta"]]
    data = sound(table)
    for n in numbers:
        data = mutant(table, SUITES[table][n], data)
    return dict(zip(numbers, _run(table, [SUITES[table][n] for n in numbers], data), strict=True))


def _identity(case: tuple[str, int]) -> str:
    entry = SUITES[case[0]][case[1]]
    words = "-".join(map(str, entry["kwargs"].values()))[:40]
    return f"{case[0]}-{entry['type'].removeprefix('expect_')}-{words}"


@pytest.mark.gx
@pytest.mark.parametrize("case", ENTRIES, ids=_identity)
def test_it_fails_on_a_broken_table(case: tuple[str, int]) -> None:
    """A table that breaks just this rule is caught, for its content and not by an error."""
    (table, number), entry = case, SUITES[case[0]][case[1]]
    if entry["meta"]["scope"] == "row":
        result, row = broken_rows(table)[number]
        assert row in [offence.row for offence in result.offences]
    elif "from_rows" in entry["meta"]:
        result = emptied_columns(table)[number]
    else:
        (result,) = _run(table, [entry], mutant(table, entry, sound(table)))
    assert not result.success
    assert "could not run" not in result.observed


@pytest.mark.gx
def test_a_missing_column_is_critical() -> None:
    """An expectation that cannot run counts as failed and stops publication."""
    entry = next(e for e in SUITES["events"] if e["kwargs"].get("column") == "event_type")
    (result,) = _run("events", [entry], sound("events").drop(columns="event_type"))
    assert (result.success, result.severity, result.scope) == (False, "critical", "table")
    assert "could not run" in result.observed


def test_each_type_has_a_mutant() -> None:
    """No expectation is without a table that breaks it, and no mutant without an expectation."""
    assert {entry["type"] for entries in SUITES.values() for entry in entries} == set(MUTATIONS)


@pytest.mark.parametrize("table", TABLES)
def test_frames_have_the_columns_that_suites_expect(table: str) -> None:
    """Helper columns come behind the table's own, in the declared order."""
    assert list(sound(table)) == frame_columns(TABLES[table])


def test_files_are_small_sorted_json_without_ids() -> None:
    """A change of a rule is a change of its lines, and nothing else."""
    paths = [path for path in EXPECTATIONS.glob("*.json") if path.stem != "bounds"]
    assert {path.stem for path in paths} == set(TABLES)
    for path in paths:
        content = json.loads(path.read_text("utf-8"))
        written = json.dumps(content, indent=2, sort_keys=True, ensure_ascii=False) + "\n"
        assert path.read_text("utf-8") == written
        assert content["expectations"], path
        for entry in content["expectations"]:
            assert set(entry) == {"type", "kwargs", "severity", "meta"}
            assert entry["meta"]["why"].endswith(".")
