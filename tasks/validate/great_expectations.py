"""Running suites: the only module that imports Great Expectations.

Import it late: loading Great Expectations takes seconds and 260 MB.  Values of Great Expectations never
leave this module; `Result`s do.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

os.environ["GX_ANALYTICS_ENABLED"] = "false"

import great_expectations as gx  # the variable is read on import
import pandas as pd
from great_expectations.data_context.types.base import ProgressBarsConfig
from great_expectations.exceptions.exceptions import ExpectationNotFoundError
from great_expectations.expectations.registry import get_expectation_impl

from tasks.validate.errors import SuiteError
from tasks.validate.reach import is_of_one_row
from tasks.validate.suite_entries import observed, read_entries, subject
from tasks.validate.verdict import Offence, Result, shortened

# Great Expectations itself, for `tasks.validate.data_docs`.
__all__ = ["ProgressBarsConfig", "Some", "Suite", "SuiteError", "gx", "load_suites", "run"]

_ENTRY_KEYS = {"type", "kwargs", "severity", "meta"}
Outcome = dict[str, Any]
_META_KEYS = {"origin", "scope", "why", "from_rows"}


@dataclass(frozen=True, slots=True)
class Some:
    """Which part of a validation is due.

    Attributes:
        entries: numbers of a suite's entries.
        places: of the frame's rows among all of the table.
        rows: how many the table has.
    """

    entries: Sequence[int]
    places: Sequence[int]
    rows: int


class Suite:
    """One table's expectations, each checked to be known and well-formed."""

    def __init__(self, table: str, entries: list[Mapping[str, Any]], file: str) -> None:
        """Check the entries.

        Great Expectations itself leaves out an expectation whose type it does not know, with one
        line in the log: one check fewer, and nobody notices.

        Raises:
            SuiteError: on an unknown type, an unknown or missing keyword, a wrong entry.
        """
        self.table, self.entries = table, entries
        self.expectations = [_expectation(entry, n, f"{file}, entry {n}") for n, entry in enumerate(entries)]


def load_suites(folder: Path, tables: list[str]) -> dict[str, Suite]:
    """Return the suites of the given tables, read strictly.

    Raises:
        SuiteError: on a table without a file, a file without a table, or a file that is not right.
    """
    files = {path.stem for path in folder.glob("*.json")} - {"bounds"}
    if odd := sorted(files ^ set(tables)):
        raise SuiteError(f"{folder.name}: suites and tables do not match: {odd}")
    return {table: Suite(table, read_entries(folder, table), f"{table}.json") for table in tables}


def run(suite: Suite, frame: pd.DataFrame, some: Some | None = None) -> dict[int, Result]:
    """Return the result of each entry of the suite by its number.

    The suite runs once without details; expectations about rows that failed run again to name the
    rows, since naming all rows of every expectation costs up to a hundred times more.

    Args:
        suite: the expectations.
        frame: a table, or rows of it.
        some: which entries are due, and which rows these are, where it is not the whole table.
    """
    some = some or Some(tuple(range(len(suite.entries))), range(len(frame)), len(frame))
    due = [n for n in some.entries if some.rows >= suite.entries[n]["meta"].get("from_rows", 0)]
    outcomes = _validate(suite, due, frame, "BASIC")
    failed = [n for n in due if not outcomes[n]["success"] and _names_rows(suite.entries[n])]
    named = _validate(suite, failed, frame, "COMPLETE")
    return {n: _result(suite, n, outcomes.get(n), named.get(n), frame, some) for n in some.entries}


def _names_rows(entry: Mapping[str, Any]) -> bool:
    return entry["meta"]["scope"] == "row" or is_of_one_row(entry)


def _expectation(entry: Mapping[str, Any], number: int, where: str) -> Any:
    if set(entry) != _ENTRY_KEYS:
        raise SuiteError(f"{where}: has {sorted(entry)}, not {sorted(_ENTRY_KEYS)}")
    where = f"{where} ({entry['type']}, {entry['kwargs'].get('column', '')})"
    meta = entry["meta"]
    if not set(meta) <= _META_KEYS or not meta.get("why"):
        raise SuiteError(f"{where}: meta has {sorted(meta)}; allowed are {sorted(_META_KEYS)}, why is due")
    if meta.get("origin") not in ("declared", "judgement") or meta.get("scope") not in ("table", "row"):
        raise SuiteError(f"{where}: origin is declared or judgement, scope is table or row")
    if entry["severity"] not in ("critical", "warning"):
        raise SuiteError(f"{where}: severity is critical or warning, not {entry['severity']!r}")
    if meta["scope"] == "row" and ("mostly" in entry["kwargs"] or entry["severity"] == "critical"):
        raise SuiteError(
            f"{where}: a rule about rows takes no `mostly` and is a warning: its rows are taken out"
        )
    try:
        implementation = get_expectation_impl(entry["type"])
    except ExpectationNotFoundError as error:
        raise SuiteError(f"{where}: no such expectation") from error
    if unknown := sorted(set(entry["kwargs"]) - set(implementation.__fields__)):
        raise SuiteError(f"{where}: no such keywords: {unknown}")
    try:
        return implementation(**entry["kwargs"], severity=entry["severity"], meta={"entry": number})
    except (TypeError, ValueError) as error:
        raise SuiteError(f"{where}: {' '.join(str(error).split())}") from error


@cache
def _whole_frame() -> Any:
    """Return the one batch definition of an ephemeral context: no files, no ids, no progress bars."""
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False, metric_calculations=False)
    asset = context.data_sources.add_pandas("staged").add_dataframe_asset("frame")
    return asset.add_batch_definition_whole_dataframe("all")


def _validate(suite: Suite, numbers: list[int], frame: pd.DataFrame, detail: str) -> dict[int, Outcome]:
    """Return the outcomes of the numbered expectations by number."""
    if not numbers:
        return {}
    expectations = [suite.expectations[n] for n in numbers]
    bundle = gx.ExpectationSuite(name=suite.table, expectations=expectations)
    batch = _whole_frame().get_batch({"dataframe": frame})
    results = batch.validate(bundle, result_format=detail).to_json_dict()["results"]
    outcomes = {result["expectation_config"]["meta"]["entry"]: result for result in results}
    if sorted(outcomes) != numbers:
        raise SuiteError(f"{suite.table}: {len(numbers)} expectations were given, {len(outcomes)} ran")
    return outcomes


def _result(
    suite: Suite, number: int, outcome: Outcome | None, named: Outcome | None, frame: pd.DataFrame, some: Some
) -> Result:
    entry = suite.entries[number]
    columns = subject(entry["kwargs"])
    success = outcome is None or bool(outcome["success"])
    details = {} if outcome is None else outcome["result"]
    could_run = success or bool(details)
    is_row = entry["meta"]["scope"] == "row" and could_run
    rows = () if named is None else tuple(named["result"].get("unexpected_index_list", ()))
    return Result(
        source="expectation",
        table=suite.table,
        rule=entry["type"],
        subject=columns,
        scope="row" if is_row else "table",
        severity=entry["severity"] if could_run else "critical",
        why=entry["meta"]["why"],
        success=success,
        observed=observed(details, entry["kwargs"], some.rows)
        if could_run
        else "could not run: a column is missing or of another type",
        offences=_offences(columns, rows, frame, some) if is_row else (),
        applied=outcome is not None,
        breaking=tuple(int(some.places[row]) for row in rows),
    )


def _offences(
    columns: tuple[str, ...], rows: tuple[int, ...], frame: pd.DataFrame, some: Some
) -> tuple[Offence, ...]:
    values = frame[list(columns)]
    return tuple(
        Offence(int(some.places[row]), shortened(", ".join(str(value) for value in values.iloc[row])))
        for row in rows
    )
