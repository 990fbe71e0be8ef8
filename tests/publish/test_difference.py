"""What changed between two versions."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from tasks.publish.difference import Difference, compare_versions


def _write(folder: Path, rows: list[dict[str, object]]) -> Path:
    folder.mkdir()
    pq.write_table(pa.Table.from_pylist(rows), folder / "claims.parquet")
    return folder


def test_rows_are_told_by_their_keys(tmp_path: Path) -> None:
    """A row that only one version has is added or dropped; one with other values is changed."""
    old = _write(tmp_path / "a", [{"claim_id": k, "cue": "said"} for k in ("c1", "c2", "c3")])
    new = _write(
        tmp_path / "b",
        [
            {"claim_id": "c1", "cue": "said"},
            {"claim_id": "c2", "cue": "denied"},
            {"claim_id": "c4", "cue": None},
        ],
    )
    change = compare_versions(old, new)["claims"]
    assert change.added == (("c4",),)
    assert change.dropped == (("c3",),)
    assert change.changed == {("c2",): {"cue": ("said", "denied")}}
    assert change.same == 1
    assert change.lines() == [("-", "c3", ""), ("+", "c4", ""), ("~", "c2", "cue: said → denied")]


def test_table_and_column_that_are_new_count_as_added(tmp_path: Path) -> None:
    """A version without the table, or without a column, is compared all the same."""
    old = tmp_path / "a"
    old.mkdir()
    new = _write(tmp_path / "b", [{"claim_id": "c1", "cue": "said"}])
    assert compare_versions(old, new)["claims"].added == (("c1",),)
    wider = _write(tmp_path / "c", [{"claim_id": "c1", "cue": "said", "medium": "radio"}])
    assert compare_versions(new, wider)["claims"].changed == {("c1",): {"medium": (None, "radio")}}


def test_equal_versions_have_no_difference(tmp_path: Path) -> None:
    """The same rows in another order are the same."""
    rows: list[dict[str, object]] = [{"claim_id": k, "cue": "said"} for k in ("c1", "c2")]
    change = compare_versions(_write(tmp_path / "a", rows), _write(tmp_path / "b", rows[::-1]))["claims"]
    assert (change.added, change.dropped, change.changed, change.same) == ((), (), {}, 2)


def test_long_texts_are_shown_where_they_differ() -> None:
    """What is the same at their beginning is left out."""
    same = "word " * 100
    change = Difference(("id",), (), (), {("a",): {"text": (same + "killed x", same + "slain x")}}, 0)
    [(_, _, what)] = change.lines()
    assert what.startswith("text: …")
    assert "killed" in what
    assert "slain" in what
    assert len(what) < 150


def test_rows_of_one_version_are_told_in_words(tmp_path: Path) -> None:
    """Keys are checksums: beside them stands what the row is about, on one line."""
    old = _write(tmp_path / "a", [{"claim_id": "c1", "claim_text": "four\npeople were killed"}])
    new = _write(tmp_path / "b", [{"claim_id": "c2", "claim_text": "five people", "claimant_raw": "police"}])
    change = compare_versions(old, new)["claims"]
    assert change.lines() == [("-", "c1", "four people were killed"), ("+", "c2", "police · five people")]


def test_checksums_are_told_where_nothing_else_differs() -> None:
    """The text says what changed; its checksum is left out beside it, and only there."""
    both = {"content_sha256": ("a", "b"), "text": ("x", "y")}
    change = Difference(("id",), (), (), {("k",): both, ("l",): {"content_sha256": ("a", "b")}}, 0)
    assert [what for _, _, what in change.lines()] == ["text: x → y", "content_sha256: a → b"]
