"""A run that reads only what changed gives the bytes of a clean full rebuild, whatever came before it."""

import os
from pathlib import Path

import pytest

from tasks import pipeline
from tasks.pipeline.article_work import ArticleWork
from tasks.run import RunError, catalogue
from tasks.run.outcome import Outcome
from tests.pipeline.edits import Corpus
from tests.pipeline.small_run import let_validation_say, settings_in, write_article


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let validation pass everything, and the clock be as fine as the disk's."""
    let_validation_say(monkeypatch)
    monkeypatch.setattr(catalogue, "GRAIN_SECONDS", 0.0)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of files that are read as articles from now on."""
    names: list[str] = []
    real = ArticleWork.do

    def do(work: ArticleWork, file: str, unread: object) -> tuple[Outcome, ...]:
        names.append(Path(file).stem)
        return real(work, file, unread)  # type: ignore[arg-type]

    monkeypatch.setattr(ArticleWork, "do", do)
    return names


def _files(out: Path) -> dict[str, bytes]:
    return {
        path.name: path.read_bytes() for path in (out / "latest").iterdir() if path.name != "manifest.json"
    }


@pytest.mark.parametrize("seed", range(4))
def test_any_edits_give_the_bytes_of_a_full_rebuild(
    tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Articles come, change, go and are spoilt, corrections change, kept work is torn or of other code."""
    corpus = Corpus(tmp_path, seed)
    settings = settings_in(tmp_path, corrections=corpus.corrections)
    for number in range(8):
        corpus.edit()
        corpus.disturb(settings.out / ".work", monkeypatch)
        try:
            pipeline.build(settings)
        except RunError:
            continue  # nothing can be read, and the next edit mends that
        clean = settings_in(tmp_path, corrections=corpus.corrections, out=tmp_path / f"clean{number}")
        pipeline.build(clean)
        assert _files(settings.out) == _files(clean.out)


def test_files_that_are_as_they_were_are_not_read(tmp_path: Path, read: list[str]) -> None:
    """Of three files one has another text of the same length and one is new: these two are read."""
    for title in ("Alpha", "Beta", "Gamma"):
        write_article(tmp_path / "raw", title)
    pipeline.build(settings_in(tmp_path))
    read.clear()
    write_article(tmp_path / "raw", "Beta", deaths=7)
    write_article(tmp_path / "raw", "Delta")
    outcome = pipeline.build(settings_in(tmp_path))
    assert sorted(read) == ["Beta", "Delta"]
    assert outcome.articles == {"new": 1, "changed": 1, "unchanged": 2, "dropped": 0, "failed": 0}


def test_a_full_run_reads_everything(tmp_path: Path, read: list[str]) -> None:
    """`--full` trusts nothing that is kept."""
    write_article(tmp_path / "raw", "Alpha")
    pipeline.build(settings_in(tmp_path))
    read.clear()
    assert pipeline.build(settings_in(tmp_path, run__full=True)).end == "unchanged"
    assert read == ["Alpha"]


def test_a_time_that_was_set_back_hides_no_change(tmp_path: Path, read: list[str]) -> None:
    """A copy that keeps times and sizes is read: the time at which the disk took it in is another."""
    file = write_article(tmp_path / "raw", "Alpha", deaths=4)
    before = file.stat()
    pipeline.build(settings_in(tmp_path))
    read.clear()
    write_article(tmp_path / "raw", "Alpha", deaths=9)
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert file.stat().st_size == before.st_size
    assert pipeline.build(settings_in(tmp_path)).end == "published"
    assert read == ["Alpha"]


def test_a_file_touched_within_the_clocks_grain_is_read_again(
    tmp_path: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was written just before it was looked at may have changed again without another time."""
    monkeypatch.setattr(catalogue, "GRAIN_SECONDS", 3600.0)
    write_article(tmp_path / "raw", "Alpha")
    pipeline.build(settings_in(tmp_path))
    read.clear()
    pipeline.build(settings_in(tmp_path))
    assert read == ["Alpha"]


def test_a_record_of_origin_that_comes_later_is_read(tmp_path: Path, read: list[str]) -> None:
    """What lies beside an article belongs to it."""
    file = write_article(tmp_path / "raw", "Alpha")
    pipeline.build(settings_in(tmp_path))
    read.clear()
    file.with_name(file.name + ".origin.json").write_text("{}", "utf-8")
    with pytest.raises(RunError, match="origin"):
        pipeline.build(settings_in(tmp_path))
    assert read == ["Alpha"]


def test_results_in_use_outlive_their_time_though_nobody_reads_them(tmp_path: Path) -> None:
    """Kept results of articles that did not change are renewed; others of that age go."""
    for title in ("Alpha", "Beta"):
        write_article(tmp_path / "raw", title)
    settings = settings_in(tmp_path)
    pipeline.build(settings)
    kept = sorted((settings.out / ".work" / "articles").rglob("*.json"))
    for path in kept:
        os.utime(path, (0, 0))
    (tmp_path / "raw" / "Beta.txt").unlink()
    pipeline.build(settings)
    assert [path.exists() for path in kept].count(True) == 1


def test_what_a_killed_run_was_keeping_is_cleared(tmp_path: Path) -> None:
    """Half of a file of joined rows, left by a run that was killed, goes with the next run."""
    write_article(tmp_path / "raw", "Alpha")
    settings = settings_in(tmp_path)
    pipeline.build(settings)
    half = settings.out / ".work" / ".tmp-joined.arrow-4711"
    half.write_bytes(b"half")
    assert pipeline.build(settings).end == "unchanged"
    assert not half.exists()
