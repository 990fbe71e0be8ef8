"""A suite that says something unknown is an error that names file and entry, never one check fewer."""

import json
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.gx

GOOD: dict[str, Any] = {
    "type": "expect_column_values_to_be_in_set",
    "kwargs": {"column": "x", "value_set": [1]},
    "severity": "warning",
    "meta": {"origin": "judgement", "scope": "row", "why": "It is so."},
}


def _load(folder: Path, entry: dict[str, Any], **suite: Any) -> Any:
    from tasks.validate.great_expectations import load_suites

    content = {"name": "events", "expectations": [GOOD, entry]} | suite
    (folder / "events.json").write_text(json.dumps(content), "utf-8")
    return load_suites(folder, ["events"])["events"]


def test_a_good_suite_keeps_all_entries(tmp_path: Path) -> None:
    """Two entries are two expectations, even if they are the same."""
    assert len(_load(tmp_path, GOOD).expectations) == 2


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            {"type": "expect_column_values_to_be_in_sett"},
            r"events.json, entry 1 .*_sett.*no such expectation",
        ),
        ({"kwargs": {"column": "x", "valueset": [1]}}, r"entry 1 .*no such keywords: \['valueset'\]"),
        ({"kwargs": {"column": "x", "value_set": 1}}, "entry 1 .*value_set"),
        ({"kwargs": {"value_set": [1]}}, "entry 1 .*column"),
        ({"kwargs": {"column": "x", "value_set": [1], "mostly": 0.9}}, "takes no `mostly`"),
        ({"severity": "fatal"}, "severity is critical or warning"),
        ({"severity": "critical"}, "a rule about rows"),
        ({"meta": {"origin": "judgement", "scope": "row"}}, "why is due"),
        ({"meta": GOOD["meta"] | {"scope": "cell"}}, "scope is table or row"),
        ({"meta": GOOD["meta"] | {"origin": "me"}}, "origin is declared or judgement"),
        ({"meta": GOOD["meta"] | {"wy": "x"}}, "meta has"),
        ({"id": "7"}, "entry 1: has"),
    ],
)
def test_a_misspelt_entry_is_an_error(tmp_path: Path, change: dict[str, Any], message: str) -> None:
    """Whatever is misspelt is refused with its place."""
    from tasks.validate.great_expectations import SuiteError

    with pytest.raises(SuiteError, match=message):
        _load(tmp_path, GOOD | change)


def test_files_and_tables_match(tmp_path: Path) -> None:
    """A table without a suite is an error; so are a suite without a table and a file that is no suite."""
    from tasks.validate.great_expectations import SuiteError, load_suites

    with pytest.raises(SuiteError, match=r"do not match: \['events'\]"):
        load_suites(tmp_path, ["events"])
    with pytest.raises(SuiteError, match="a suite has a name"):
        _load(tmp_path, GOOD, name="claims")
    (tmp_path / "evens.json").write_text("{}", "utf-8")
    with pytest.raises(SuiteError, match="evens"):
        load_suites(tmp_path, ["events"])
    (tmp_path / "evens.json").unlink()
    (tmp_path / "events.json").write_text("{", "utf-8")
    with pytest.raises(SuiteError, match="cannot be read"):
        load_suites(tmp_path, ["events"])
