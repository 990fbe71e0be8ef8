"""A run from its inputs to its report, without Prefect and Great Expectations."""

import json
import os
import re
import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tasks import pipeline
from tasks.pipeline import publication, whole_run
from tasks.publish import PublishError, current, numbered_versions
from tasks.publish.layout import Layout
from tasks.run import BadInputError, RefusedError
from tasks.run.kept import Kept
from tasks.validate import QuarantinedRow
from tests.pipeline.small_run import failed, let_validation_say, settings_in, write_article


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let validation pass everything."""
    let_validation_say(monkeypatch)


def _tables(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.parquet"))}


def test_run_publishes_all_tables_and_says_what_they_hold(tmp_path: Path) -> None:
    """Two articles give one version with every table, counted in the outcome."""
    for title in ("Alpha", "Beta"):
        write_article(tmp_path / "raw", title)
    outcome = pipeline.build(settings_in(tmp_path))
    assert outcome.end == "published"
    assert outcome.articles == {"new": 2, "changed": 0, "unchanged": 0, "dropped": 0, "failed": 0}
    latest = tmp_path / "processed" / "latest"
    assert outcome.rows["articles"] == 2
    assert len(_tables(latest)) == len(outcome.rows) >= 10
    assert pq.read_table(latest / "claims.parquet").num_rows == outcome.rows["claims"] > 0


def test_second_run_finds_nothing_new(tmp_path: Path) -> None:
    """Over the same input nothing is published, and no article is extracted again."""
    write_article(tmp_path / "raw", "Alpha")
    first = pipeline.build(settings_in(tmp_path))
    second = pipeline.build(settings_in(tmp_path))
    assert (second.end, second.version) == ("unchanged", first.version)
    assert second.articles["unchanged"] == 1
    assert len(numbered_versions(Layout(tmp_path / "processed"))) == 1


def test_changed_articles_alone_are_extracted_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of three articles one changes, one goes and one comes: two are extracted, the rest is used again."""
    for title in ("Alpha", "Beta", "Gamma"):
        write_article(tmp_path / "raw", title)
    pipeline.build(settings_in(tmp_path))
    write_article(tmp_path / "raw", "Alpha", deaths=9)
    (tmp_path / "raw" / "Beta.txt").unlink()
    write_article(tmp_path / "raw", "Delta")
    extracted = []
    from tasks import extract as stage

    real = stage.extract
    monkeypatch.setattr(
        "tasks.extract.extract",
        lambda article, *user: extracted.append(article.title) or real(article, *user),
    )
    outcome = pipeline.build(settings_in(tmp_path))
    assert sorted(extracted) == ["Alpha", "Delta"]
    assert outcome.articles == {"new": 1, "changed": 1, "unchanged": 1, "dropped": 1, "failed": 0}


def test_incremental_run_gives_the_bytes_of_a_full_rebuild(tmp_path: Path) -> None:
    """Building up step by step and building at once end in the same files."""
    one, other = tmp_path / "one", tmp_path / "other"
    for title in ("Alpha", "Beta", "Gamma"):
        write_article(one / "raw", title, deaths=5)
        pipeline.build(settings_in(one))
    write_article(one / "raw", "Beta", deaths=7)
    pipeline.build(settings_in(one))
    for title, deaths in (("Gamma", 5), ("Beta", 7), ("Alpha", 5)):
        write_article(other / "raw", title, deaths)
    pipeline.build(settings_in(other))
    assert _tables(one / "processed" / "latest") == _tables(other / "processed" / "latest")
    packages = [(f / "processed" / "latest" / "datapackage.json").read_bytes() for f in (one, other)]
    assert packages[0] == packages[1]


def test_torn_result_of_earlier_work_is_made_again(tmp_path: Path) -> None:
    """A kept result that was cut in the middle is no result."""
    write_article(tmp_path / "raw", "Alpha")
    settings = settings_in(tmp_path)
    pipeline.build(settings)
    kept = list((settings.out / ".work" / "articles").rglob("*.json"))
    assert len(kept) == 1
    whole = kept[0].read_bytes()
    kept[0].write_bytes(whole[: len(whole) // 2])
    assert pipeline.build(settings).end == "unchanged"
    assert kept[0].read_bytes() == whole


def test_unused_results_are_cleared_after_their_time(tmp_path: Path) -> None:
    """Results that no run used for the set days go, used ones stay."""
    kept = Kept(tmp_path)
    kept.put("a" * 64, {"claims": []})
    kept.put("b" * 64, {"claims": []})
    long_ago = time.time() - 40 * 86_400
    os.utime(kept.path("a" * 64), (long_ago, long_ago))
    assert kept.clear_unused(days=30) == 1
    assert kept.get("a" * 64) is None
    assert kept.get("b" * 64) == {"claims": []}


def test_bad_article_does_not_stop_the_others(tmp_path: Path) -> None:
    """The good one is published, the bad one is named with its reason."""
    write_article(tmp_path / "raw", "Alpha")
    (tmp_path / "raw" / "Bad.txt").write_bytes(b"= Bad =\n\n\xff\xfe")
    outcome = pipeline.build(settings_in(tmp_path))
    assert outcome.end == "published"
    assert outcome.rows["articles"] == 1
    assert len(outcome.failures) == 1
    assert "Bad.txt" in outcome.failures[0]


def test_article_that_the_extraction_stumbles_over_does_not_stop_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An exception in a stage costs its article alone, and the reason is told."""
    from tasks import extract as stage

    real = stage.extract

    def stumble(article, *user):  # type: ignore[no-untyped-def]
        if article.title == "Beta":
            raise RuntimeError("stumbled")
        return real(article, *user)

    monkeypatch.setattr("tasks.extract.extract", stumble)
    for title in ("Alpha", "Beta"):
        write_article(tmp_path / "raw", title)
    outcome = pipeline.build(settings_in(tmp_path))
    assert outcome.rows["articles"] == 1
    assert "Beta.txt" in outcome.failures[0]
    assert "stumbled" in outcome.failures[0]


def test_article_without_a_sentence_is_refused_by_name(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """It costs the others nothing, and is told in a sentence, not by what the program was doing."""
    write_article(tmp_path / "raw", "Alpha")
    (tmp_path / "raw" / "Beta.txt").write_text("= Beta =\n\n== References ==\n\n- A book.\n")
    outcome = pipeline.build(settings_in(tmp_path))
    assert outcome.rows["articles"] == 1
    assert outcome.failures == ("Beta.txt: Beta: no sentence, but headings, lists of sources or markup",)
    assert "Traceback" not in caplog.text


def test_no_readable_article_publishes_nothing(tmp_path: Path) -> None:
    """The last dataset stays, the error says what is wrong with each input, and a report is left."""
    file = write_article(tmp_path / "raw", "Alpha")
    settings = settings_in(tmp_path)
    before = pipeline.build(settings).version
    file.write_text("")
    with pytest.raises(BadInputError, match=r"Alpha\.txt") as caught:
        pipeline.build(settings)
    assert caught.value.outcome is not None
    assert caught.value.outcome.end == "failed"
    assert current(Layout(settings.out)) == before
    assert Path(caught.value.outcome.report or "").exists()


def test_refused_tables_publish_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A critical failure keeps the last dataset and says which rule; the next good run publishes."""
    write_article(tmp_path / "raw", "Alpha")
    settings = settings_in(tmp_path)
    before = pipeline.build(settings).version
    write_article(tmp_path / "raw", "Alpha", deaths=11)
    let_validation_say(monkeypatch, failed("cue_in_text"))
    with pytest.raises(RefusedError, match="cue_in_text"):
        pipeline.build(settings)
    assert current(Layout(settings.out)) == before
    let_validation_say(monkeypatch)
    assert pipeline.build(settings).end == "published"


def test_warnings_reach_the_outcome_and_the_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule that only warns does not keep the tables back."""
    let_validation_say(monkeypatch, failed("few_rows", "warning"))
    write_article(tmp_path / "raw", "Alpha")
    outcome = pipeline.build(settings_in(tmp_path))
    assert outcome.end == "published"
    assert "few_rows" in outcome.warnings[0]
    assert "few_rows" in Path(outcome.report or "").read_text("utf-8").replace("<wbr>", "")


def test_quarantine_holds_the_rows_of_the_last_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows set aside lie beside the dataset; when a later run passes them, they are there no more."""
    row = QuarantinedRow("claims", {"claim_id": "c1"}, "cue_in_text", "=bad", {"claim_id": "c1"})
    write_article(tmp_path / "raw", "Alpha")
    settings = settings_in(tmp_path)
    let_validation_say(monkeypatch, quarantined=(row,))
    assert pipeline.build(settings).quarantined == 1
    line = json.loads((tmp_path / "quarantine" / "claims.jsonl").read_text("utf-8"))
    assert (line["table"], line["key"], line["rule"], line["value"]) == (
        "claims", {"claim_id": "c1"}, "cue_in_text", "=bad",
    )  # fmt: skip
    let_validation_say(monkeypatch)
    write_article(tmp_path / "raw", "Alpha", deaths=5)
    assert pipeline.build(settings).quarantined == 0
    assert list((tmp_path / "quarantine").iterdir()) == []


def test_report_lies_beside_the_dataset_and_not_in_it(tmp_path: Path) -> None:
    """Each run leaves a page and a record; the dataset's own files know nothing of the run's hour."""
    write_article(tmp_path / "raw", "Alpha")
    outcome = pipeline.build(settings_in(tmp_path))
    page, own = tmp_path / "processed" / "report.html", Path(outcome.report or "")
    assert outcome.run_id in page.read_text("utf-8")
    for one in (page, own):  # each leads to the tables from where it lies
        [link] = re.findall(r'href="([^"]*events\.parquet)"', one.read_text("utf-8"))
        assert (one.parent / link).is_file()
    record = json.loads((own.parent / "report.json").read_text("utf-8"))
    assert record["outcome"]["run_id"] == outcome.run_id
    assert record["tables"][0]["before"] is None
    for content in _tables(tmp_path / "processed" / "latest").values():
        assert outcome.run_id.encode() not in content


def test_full_disk_is_said_and_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no room for another version the run says so before it writes one."""
    write_article(tmp_path / "raw", "Alpha")
    settings = settings_in(tmp_path)
    before = pipeline.build(settings).version
    write_article(tmp_path / "raw", "Alpha", deaths=12)
    monkeypatch.setattr("tasks.publish.snapshot.free_bytes", lambda folder: 1000)
    with pytest.raises(PublishError, match="MB are needed"):
        pipeline.build(settings)
    assert current(Layout(settings.out)) == before
    assert not any((settings.out / ".work" / "runs").iterdir())


def test_report_that_cannot_be_written_costs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk fills up right after the publication: the run has published, and says so."""
    write_article(tmp_path / "raw", "Alpha")

    def full(*arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(whole_run, "write_report", full)
    outcome = pipeline.build(settings_in(tmp_path))
    assert (outcome.end, outcome.report) == ("published", None)
    assert outcome.version == current(Layout(tmp_path / "processed"))


def test_disk_that_fills_up_after_the_swap_does_not_deny_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What fails after the link was swapped does not make a published run a failed one."""
    write_article(tmp_path / "raw", "Alpha")
    real = publication.publish

    def publish_and_fail(*arguments: object) -> object:
        real(*arguments)  # type: ignore[arg-type]
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(publication, "publish", publish_and_fail)
    assert pipeline.build(settings_in(tmp_path)).end == "published"
