"""Rows that break a rule are taken out with what depends on them, and what is left is whole."""

import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.tables import TABLES
from tasks.validate.checks import CHECKS
from tasks.validate.quarantine import split, write
from tasks.validate.staged import Staged
from tasks.validate.verdict import Offence, Result
from tests.miniature import miniature_tables


def _offending(tables: dict[str, pa.Table], table: str, keys: dict[str, str]) -> Result:
    """Return a result by which the rows with the given cells break a rule."""
    rows = [
        Offence(n, "bad")
        for n, row in enumerate(tables[table].to_pylist())
        if all(row[column] == value for column, value in keys.items())
    ]
    assert rows
    return Result("check", table, "a_rule", (), "row", "warning", "why", False, offences=tuple(rows))


def _without(table: str, **keys: str) -> tuple[dict[str, pa.Table], dict[str, list[Any]]]:
    tables = miniature_tables()
    kept, rows = split(tables, [_offending(tables, table, keys)])
    gone: dict[str, list[Any]] = {}
    for row in rows:
        gone.setdefault(row.table, []).append(next(iter(row.key.values())))
    return kept, gone


def _row(tables: dict[str, pa.Table], table: str, **keys: str) -> dict[str, Any]:
    (found,) = [r for r in tables[table].to_pylist() if all(r[k] == v for k, v in keys.items())]
    return found


def test_a_claim_takes_its_figures_along() -> None:
    """Without its claim a figure says nothing; the event's counts and tolls no longer count it."""
    kept, gone = _without("claims", claim_id="claim-5")
    assert gone == {"claims": ["claim-5"], "figures": ["figure-4"]}
    event = _row(kept, "events", event_id="event-1")
    assert (event["n_claims"], event["n_claimants"]) == (5, 4)
    assert (event["deaths_low"], event["deaths_high"], event["deaths_best_figure_id"]) == (None, None, None)
    assert (event["injured_low"], event["best_rule"]) == (30, "latest_update")
    assert _row(kept, "claims", claim_id="claim-2")["conflict_group"] == "group-1"


def test_a_reference_that_may_be_null_is_cleared() -> None:
    """A statement within a statement stays without the one around it; an update without its first."""
    kept, gone = _without("claims", claim_id="claim-3")
    assert gone == {"claims": ["claim-3"]}
    assert _row(kept, "claims", claim_id="claim-4")["parent_claim_id"] is None
    kept, _ = _without("claims", claim_id="claim-2")
    assert _row(kept, "claims", claim_id="claim-1")["status"] == "conflict"


def test_a_claimant_that_goes_leaves_the_claim_unresolved() -> None:
    """The words that name the claimant stay; its mentions and roles go."""
    kept, gone = _without("actors", actor_id="actor-front")
    assert gone == {"actors": ["actor-front"], "mentions": ["mention-7"], "event_actors": ["event-1"]}
    claim = _row(kept, "claims", claim_id="claim-6")
    assert (claim["claimant_actor_id"], claim["claimant_resolution"]) == (None, "unresolved")
    assert claim["claimant_raw"] == "The Free Coast Front"


def test_a_role_goes_with_the_claim_that_alleges_it() -> None:
    """NULL would turn an allegation into the article's own voice."""
    kept, gone = _without("claims", claim_id="claim-6")
    assert gone == {"claims": ["claim-6"], "event_actors": ["event-1"]}
    assert kept["event_actors"].num_rows == 1


def test_an_article_goes_with_its_main_event() -> None:
    """Its other events would seem to be what it is about."""
    kept, gone = _without("events", event_id="event-1")
    assert gone["articles"] == ["enwiki:2031_Port_Velm_bombing"]
    assert kept["articles"].num_rows == kept["events"].num_rows == 1
    assert _row(kept, "actors", actor_id="actor-service")["n_mentions"] == 0
    assert _row(kept, "actors", actor_id="actor-service")["n_articles"] == 0


def test_nothing_happens_without_offences() -> None:
    """Sound tables come through as they are."""
    tables = miniature_tables()
    kept, rows = split(tables, [])
    assert rows == ()
    assert all(kept[name].equals(tables[name], check_metadata=True) for name in TABLES)


ROW_CHECKS = [check for check in CHECKS if check.scope == "row"]


@settings(max_examples=30)
@given(st.data())
def test_what_is_left_is_whole(data: st.DataObject) -> None:
    """Whichever rows go: foreign keys find their rows, row checks hold, schemas and order stay."""
    tables = miniature_tables()
    results = []
    for name in ("articles", "events", "actors", "mentions", "claims", "figures"):
        rows = data.draw(st.sets(st.integers(0, tables[name].num_rows - 1), max_size=2), name)
        offences = tuple(Offence(row, "bad") for row in sorted(rows))
        results.append(
            Result("check", name, "a_rule", (), "row", "warning", "why", not rows, offences=offences)
        )
    kept, rows = split(tables, results)
    for name, table in TABLES.items():
        assert kept[name].schema.equals(tables[name].schema, check_metadata=True)
        assert kept[name].num_rows + sum(row.table == name for row in rows) == tables[name].num_rows
        for link in table.foreign_keys:
            held = set(kept[name][link.column].to_pylist()) - {None}
            assert held <= set(kept[link.table][link.target].to_pylist())
    staged = Staged(kept)
    assert [str(check.run(staged)) for check in ROW_CHECKS if not check.run(staged).success] == []


def test_rows_are_written_whole_with_rule_and_value(tmp_path: Path) -> None:
    """A file a table: each line says which row broke which rule with which value."""
    tables = miniature_tables()
    _, rows = split(tables, [_offending(tables, "claims", {"claim_id": "claim-5"})])
    files = write(rows, tmp_path / "run-1")
    assert [path.name for path in files] == ["claims.jsonl", "figures.jsonl"]
    claim = json.loads(files[0].read_text("utf-8"))
    assert claim["key"] == {"claim_id": "claim-5"}
    assert (claim["table"], claim["rule"], claim["value"]) == ("claims", "a_rule", "bad")
    assert claim["row"]["sentence"].startswith('"At least 20')
    figure = json.loads(files[1].read_text("utf-8"))
    assert (figure["rule"], figure["value"]) == ("depends_on", "claims.claim_id claim-5")
    assert write((), tmp_path / "run-2") == []
    assert not (tmp_path / "run-2").exists()


@pytest.mark.parametrize("name", TABLES)
def test_dates_and_lists_can_be_written(name: str, tmp_path: Path) -> None:
    """Every table's rows are JSON."""
    tables = miniature_tables()
    offences = (Offence(0, "bad"),)
    _, rows = split(tables, [Result("check", name, "r", (), "row", "warning", "w", False, offences=offences)])
    for path in write(rows, tmp_path):
        assert all(json.loads(line)["row"] for line in path.read_text("utf-8").splitlines())
