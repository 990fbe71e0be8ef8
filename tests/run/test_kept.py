"""Results of articles come back as they were kept, or not at all."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tasks.assemble.row import dump, parse
from tasks.run.kept import Kept
from tests.miniature import miniature_rows

KEY = "ab" * 32


def test_rows_come_back_as_they_were_kept(tmp_path: Path) -> None:
    """Every table's rows, dates and times among them, are the same after being kept."""
    rows = miniature_rows()
    kept = Kept(tmp_path)
    assert not kept.holds(KEY)
    kept.put(KEY, rows)
    assert kept.holds(KEY)
    found = kept.get(KEY)
    assert found == rows
    assert isinstance(found["articles"][0]["retrieved_at"], datetime)


@pytest.mark.parametrize("torn", [b"", b"\0" * 40, b"{}", b'{"articles":[]}'])
def test_a_torn_file_is_not_there(tmp_path: Path, torn: bytes) -> None:
    """Whatever is not what was written counts as not kept, valid JSON too."""
    kept = Kept(tmp_path)
    kept.put(KEY, miniature_rows())
    kept.path(KEY).write_bytes(torn)
    assert not kept.holds(KEY)
    assert kept.get(KEY) is None


def test_a_file_with_a_changed_or_missing_byte_is_not_there(tmp_path: Path) -> None:
    """A flipped digit and a lost end are found, wherever they are."""
    kept = Kept(tmp_path)
    kept.put(KEY, miniature_rows())
    whole = kept.path(KEY).read_bytes()
    for place in range(0, len(whole), 97):
        for torn in (whole[:place], whole[:place] + b"\x07" + whole[place + 1 :]):
            kept.path(KEY).write_bytes(torn)
            assert not kept.holds(KEY)


def test_a_date_in_another_column_is_not_taken_for_text() -> None:
    """A date where none is declared stays marked, so that no table takes it for a text."""
    known = {"events": [{"date_start": date(2031, 5, 4), "weapon": datetime(2031, 5, 4, tzinfo=UTC)}]}
    row = parse(dump(known))["events"][0]
    assert row["date_start"] == date(2031, 5, 4)
    assert not isinstance(row["weapon"], str)


def test_rows_of_one_table_have_the_same_columns() -> None:
    """Whatever their order in a row; a row with another column is refused, not cut short."""
    rows = {"events": [{"weapon": "bomb", "target": None}, {"target": "pier", "weapon": None}], "claims": []}
    assert parse(dump(rows)) == rows
    rows["events"][1]["name"] = "raid"
    with pytest.raises(ValueError, match="events"):
        dump(rows)
