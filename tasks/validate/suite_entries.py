"""Entries of suites as they stand in their files, and what is said of what they saw."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tasks.validate.errors import SuiteError
from tasks.validate.verdict import rule_name, shortened

_BOUNDS = {"min_value": "at least", "max_value": "at most"}


def read_entries(folder: Path, table: str) -> list[Mapping[str, Any]]:
    """Return the entries of a table's suite.

    Raises:
        SuiteError: if its file cannot be read, or holds anything else.
    """
    path = folder / f"{table}.json"
    try:
        raw = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise SuiteError(f"{path.name}: cannot be read: {error}") from error
    if set(raw) != {"name", "expectations"} or raw["name"] != table:
        raise SuiteError(f"{path.name}: a suite has a name (its file's) and expectations, nothing else")
    entries: list[Mapping[str, Any]] = raw["expectations"]
    return entries


def name_of(table: str, entry: Mapping[str, Any]) -> str:
    """Return the name of an entry's rule, as `Result.name` gives it."""
    return rule_name(table, entry["type"], subject(entry["kwargs"]))


def observed(details: Mapping[str, Any], kwargs: Mapping[str, Any], rows: int) -> str:
    """Return in a few words what was seen in a table of so many rows, from the details of an outcome."""
    if isinstance(details.get("observed_value"), list) and "column_list" in kwargs:
        seen, due = details["observed_value"], kwargs["column_list"]
        missing, extra = [c for c in due if c not in seen], [c for c in seen if c not in due]
        if missing or extra:
            return f"missing columns {missing}, unknown columns {extra}"
        return "" if seen == due else f"columns in another order: {shortened(', '.join(seen))}"
    if details.get("unexpected_count"):
        some = ", ".join(shortened(str(value)) for value in details["partial_unexpected_list"][:3])
        return f"{details['unexpected_count']:,} of {rows:,} rows, e.g. {some}"
    if "observed_value" not in details:
        return ""
    value = details["observed_value"]
    if isinstance(value, float) and 0 <= value <= 1:  # a share of rows
        return f"{value:.0%} of {rows:,} rows"
    if value == 0 and "column" not in kwargs and kwargs.get("min_value") == 1:
        return "no rows"
    due = [f"{word} {kwargs[key]}" for key, word in _BOUNDS.items() if kwargs.get(key) is not None]
    return shortened(str(value)) + (f", due {' and '.join(due)}" if due else "")


def subject(kwargs: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the columns that an expectation's keywords name."""
    if "column" in kwargs:
        return (kwargs["column"],)
    if "column_A" in kwargs:
        return (kwargs["column_A"], kwargs["column_B"])
    return tuple(kwargs.get("column_list", ()))
