"""What the report shows of the tables: events with tolls, statements, and where something was noticed."""

from pathlib import Path

import pytest

from tasks.report.first_events import shown_rows
from tasks.report.noticed import count_issues
from tasks.tables import write_parquet
from tests.miniature import HARBOUR, RAID, miniature_tables


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    """The folder of the miniature dataset."""
    for name, table in miniature_tables().items():
        write_parquet(table, tmp_path / f"{name}.parquet")
    return tmp_path


def test_main_events_are_shown_with_date_place_and_toll(tables: Path) -> None:
    """One for each article, and those that are new or changed come first."""
    shown = shown_rows(tables, {RAID})["events"]
    assert [event["article"] for event in shown] == ["Raid on Karst Bridge", "2031 Port Velm bombing"]
    assert shown[1]["date"] == "2031-05-04"
    assert "Port Velm" in shown[1]["place"]
    assert "14" in shown[1]["killed"]


def test_statements_are_those_of_others_than_the_article(tables: Path) -> None:
    """Each with who said it and what it counts."""
    claims = shown_rows(tables, {HARBOUR})["claims"]
    assert claims[0]["claimant"] == "Norland Health Service"
    assert claims[0]["figures"] == "12 killed; 30 injured"
    assert all(claim["claimant"] != "?" for claim in claims)


def test_tables_without_rows_show_nothing(tmp_path: Path) -> None:
    """All rows of the only article may have gone to quarantine."""
    for name, table in miniature_tables().items():
        write_parquet(table.slice(0, 0), tmp_path / f"{name}.parquet")
    assert shown_rows(tmp_path, set()) == {"events": [], "claims": []}


def test_what_was_noticed_names_the_article_and_an_example(tables: Path) -> None:
    """A number alone would not tell where to look."""
    [kind] = count_issues(tables)
    assert (kind["code"], kind["count"], kind["articles"]) == ("no_year", 1, 1)
    assert kind["message"] == "The words name no year."
    [at] = kind["where"]
    assert (at["article"], at["place"]) == ("2031 Port Velm bombing", "char 10-20")
