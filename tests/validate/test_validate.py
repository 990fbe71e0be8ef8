"""Validation as a whole: what may be published, what goes to quarantine, what is refused."""

import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pyarrow as pa
import pytest

from tasks.tables import TABLES, to_table
from tasks.tables.suites import ROWS_FOR_SHARES
from tasks.validate import Verdict, validate
from tests.miniature import Rows, miniature_tables, tables_of

pytestmark = pytest.mark.gx


@cache
def _sound() -> Verdict:
    return validate(miniature_tables(), miniature_tables())


def test_a_sound_dataset_is_published_whole() -> None:
    """No failure, no warning, no row lost, compared with itself."""
    verdict = _sound()
    assert verdict.is_publishable
    assert (verdict.failures, verdict.warnings, verdict.quarantined) == ((), (), ())
    tables = miniature_tables()
    assert all(verdict.tables[name].equals(tables[name], check_metadata=True) for name in TABLES)


def test_a_bad_row_goes_to_quarantine_and_the_rest_is_published(miniature_rows: Rows) -> None:
    """A row that breaks an expectation, and one that breaks a check, are named with rule and value."""
    miniature_rows["figures"][1]["property"] = "hurt"
    miniature_rows["mentions"][3]["name_raw"] = "Roiters"
    verdict = validate(tables_of(miniature_rows))
    assert verdict.is_publishable
    assert {(r.table, *r.key.values(), r.rule, r.value) for r in verdict.quarantined} == {
        ("figures", "figure-2", "expect_column_values_to_be_in_set", "hurt"),
        ("mentions", "mention-4", "name_raw_stands_in_text", "Roiters"),
    }
    assert "figure-2" not in verdict.tables["figures"]["figure_id"].to_pylist()
    assert len(verdict.warnings) >= 2


def test_broken_keys_publish_nothing(miniature_rows: Rows) -> None:
    """A key given twice and a foreign key without its row are critical."""
    miniature_rows["claims"][0]["claim_id"] = "claim-2"
    miniature_rows["figures"][1]["event_id"] = "event-9"
    verdict = validate(tables_of(miniature_rows))
    assert not verdict.is_publishable
    assert {(failure.table, failure.rule, failure.subject) for failure in verdict.failures} == {
        ("claims", "expect_column_values_to_be_unique", ("claim_id",)),
        ("claims", "expect_column_values_to_be_in_set", ("updates_claim_id__in__claims",)),
        ("figures", "expect_column_values_to_be_in_set", ("claim_id__in__claims",)),
        ("figures", "expect_column_values_to_be_in_set", ("event_id__in__events",)),
    }


def test_empty_tables_publish_nothing() -> None:
    """No rows, where rows are due, is a failure or a warning and not the best of results."""
    results = validate({name: to_table(name, []) for name in TABLES}).results
    empty = {r.table: r.severity for r in results if r.rule == "expect_table_row_count_to_be_between"}
    assert {result.table for result in results if not result.success} == set(empty)
    assert empty == {"articles": "critical", "events": "critical"}


def test_articles_without_any_infobox_are_published(miniature_rows: Rows) -> None:
    """Many texts of which none brings an infobox are no fault of anybody's, and nothing is said of it."""
    first = miniature_rows["articles"][0]
    more = [first | {"article_id": f"enwiki:{1000 + n}"} for n in range(ROWS_FOR_SHARES)]
    miniature_rows["articles"] = [row | {"infobox": None} for row in (*miniature_rows["articles"], *more)]
    results = [r for r in validate(tables_of(miniature_rows)).results if r.subject == ("infobox",)]
    assert results
    assert [r for r in results if not r.success] == []


def test_misshapen_tables_publish_nothing(miniature_rows: Rows) -> None:
    """A missing, unknown or retyped column, or NULL where none may be, is critical and named."""
    tables = tables_of(miniature_rows)
    events, claims = tables["events"], tables["claims"]
    events = events.drop_columns(["weapon"]).append_column("more", events["weapon"])
    events = events.set_column(3, "event_order", events["event_order"].cast(pa.int64()))
    claims = claims.set_column(3, "section", pa.nulls(claims.num_rows, pa.string()))
    verdict = validate(tables | {"events": events, "claims": claims})
    assert not verdict.is_publishable
    said = " ".join(map(str, verdict.failures))
    assert "missing columns ['weapon'], unknown columns ['more']" in said
    assert "event_order is int64, not int16" in said
    assert "section has 8 NULLs" in said


def test_missing_tables_are_an_error() -> None:
    """All declared tables are due, and no others."""
    tables = miniature_tables()
    with pytest.raises(ValueError, match=r"\['mentions', 'nonsense'\]"):
        validate(
            {name: table for name, table in tables.items() if name != "mentions"}
            | {"nonsense": tables["events"]}
        )


def test_results_name_every_rule_once() -> None:
    """The report can list each rule with what came of it."""
    results = _sound().results
    names = [(result.source, result.table, result.rule, result.subject) for result in results]
    by_kwargs = {n for n in names if names.count(n) > 1}
    assert by_kwargs == set()
    assert {result.source for result in results} == {"expectation", "check", "bound"}


def test_great_expectations_is_loaded_only_to_validate() -> None:
    """Importing the package costs no seconds: only a validation loads Great Expectations."""
    code = "import sys, tasks.validate, tasks.tables; print('great_expectations' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_one_file_imports_great_expectations() -> None:
    """Whoever wants to know what Great Expectations does here has one file to read."""
    root = Path(__file__).parents[2]
    files = [path for folder in ("tasks", "flows") for path in (root / folder).rglob("*.py")]
    importing = re.compile(r"^\s*(?:import|from) great_expectations\b", re.M)
    found = [path.relative_to(root).as_posix() for path in files if importing.search(path.read_text("utf-8"))]
    assert found == ["tasks/validate/great_expectations.py"]
