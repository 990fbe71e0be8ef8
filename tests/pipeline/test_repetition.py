"""A run over what the last one had ends at once, and only then."""

from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
import pytest

from tasks import pipeline
from tasks.publish import Layout, numbered_versions
from tasks.publish.versions import rollback
from tasks.validate import Broken, QuarantinedRow, Verdict
from tests.pipeline.small_run import let_validation_say, settings_in, write_article

ROW = QuarantinedRow("claims", {"claim_id": "c1"}, "cue_in_text", "=bad", {"claim_id": "c1"})
Asked = list[Broken | None]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """Let validation pass everything but a row; return what it knew of the last tables, for each time."""
    calls: Asked = []

    def answer(
        tables: Mapping[str, pa.Table],
        previous: object = None,
        broken: Broken | None = None,
        may_drop: bool = False,
    ) -> Verdict:
        calls.append(broken)
        return Verdict(tables, (ROW,), (), 7, Broken(frozenset({"enwiki:Alpha"}), frozenset({"a1"})))

    monkeypatch.setattr("tasks.validate.validate", answer)
    return calls


def test_a_repeated_run_neither_assembles_nor_validates(tmp_path: Path, asked: Asked) -> None:
    """It says that nothing is new, and of its report that no row was asked; the quarantine is whole again."""
    write_article(tmp_path / "raw", "Alpha")
    first = pipeline.build(settings_in(tmp_path))
    (tmp_path / "quarantine" / "claims.jsonl").unlink()
    again = pipeline.build(settings_in(tmp_path))
    assert (again.end, again.version, again.quarantined) == ("unchanged", first.version, 1)
    assert (again.rows, len(asked)) == (first.rows, 1)
    assert (tmp_path / "quarantine" / "claims.jsonl").exists()
    report = (Path(again.report or "").parent / "report.json").read_text("utf-8")
    assert '"asked": 0' in report


def test_validation_is_told_whose_rows_broke_a_rule(tmp_path: Path, asked: Asked) -> None:
    """First nothing is known, then what the last validation found; a full run wants to know nothing."""
    for deaths in (4, 5):
        write_article(tmp_path / "raw", "Alpha", deaths)
        pipeline.build(settings_in(tmp_path))
    pipeline.build(settings_in(tmp_path, run__full=True))
    assert asked == [None, Broken(frozenset({"enwiki:Alpha"}), frozenset({"a1"})), None]


def test_other_code_repeats_nothing(tmp_path: Path, asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    """What other code or other rules found says nothing."""
    write_article(tmp_path / "raw", "Alpha")
    pipeline.build(settings_in(tmp_path))
    monkeypatch.setattr("tasks.pipeline.repetition.whole_fingerprint", lambda: "another")
    assert pipeline.build(settings_in(tmp_path)).end == "unchanged"
    assert asked == [None, None]


@pytest.mark.parametrize("harm", ["missing", "torn"])
def test_a_damaged_version_is_no_reason_to_do_nothing(
    tmp_path: Path, asked: Asked, harm: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Published files are looked at each time; where one is another, all are published anew."""
    write_article(tmp_path / "raw", "Alpha")
    pipeline.build(settings_in(tmp_path))
    file = (tmp_path / "processed" / "latest" / "changes.parquet").resolve()
    content = file.read_bytes()
    file.unlink()
    if harm == "torn":
        file.write_bytes(content[:9])
    assert pipeline.build(settings_in(tmp_path)).end == "published"
    assert (tmp_path / "processed" / "latest" / "changes.parquet").read_bytes() == content
    assert len(asked) == 2
    assert "changes.parquet" in caplog.text


def test_after_a_rollback_the_newer_content_is_published_again(tmp_path: Path, asked: Asked) -> None:
    """The same inputs are no repetition where readers get another version by now."""
    for deaths in (4, 5):
        write_article(tmp_path / "raw", "Alpha", deaths)
        pipeline.build(settings_in(tmp_path))
    layout = Layout(tmp_path / "processed")
    rollback(layout, numbered_versions(layout)[0])
    assert pipeline.build(settings_in(tmp_path)).end == "published"
    assert len(numbered_versions(layout)) == 3


def test_a_refused_run_is_no_last_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Going back to what was published last is a repetition of that."""
    let_validation_say(monkeypatch)
    write_article(tmp_path / "raw", "Alpha")
    settings = settings_in(tmp_path)
    first = pipeline.build(settings)
    (settings.out / ".work" / "last.json").write_bytes(b"{}")
    assert pipeline.build(settings).version == first.version
