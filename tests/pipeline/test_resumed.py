"""However a dataset came about (interrupted, resumed, repeated, two runs at once), its bytes are the same."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tasks import pipeline
from tasks.publish import Layout, damage, numbered_versions
from tasks.run.kept import Kept
from tests.pipeline.small_run import let_validation_say, settings_in, write_article

TITLES = ("Alpha", "Beta", "Gamma", "Delta", "Epsilon")


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let validation pass everything."""
    let_validation_say(monkeypatch)


def _files(folder: Path) -> dict[str, bytes]:
    latest = folder / "processed" / "latest"
    return {path.name: path.read_bytes() for path in latest.iterdir() if path.name != "manifest.json"}


@pytest.fixture
def clean(tmp_path: Path) -> dict[str, bytes]:
    """Return the files that one clean full rebuild gives."""
    for title in TITLES:
        write_article(tmp_path / "clean" / "raw", title)
    pipeline.build(settings_in(tmp_path / "clean", run__full=True))
    return _files(tmp_path / "clean")


def test_a_resumed_run_gives_the_bytes_of_a_full_rebuild(
    tmp_path: Path, clean: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What an interrupted run had done is used again, and the end is the same; so is a repetition."""
    for title in TITLES:
        write_article(tmp_path / "raw", title)
    put, done = Kept.put, []

    def put_and_stop(kept: Kept, key: str, rows: object) -> None:
        if len(done) == 3:
            raise KeyboardInterrupt
        done.append(key)
        put(kept, key, rows)  # type: ignore[arg-type]

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(Kept, "put", put_and_stop)
        pipeline.build(settings_in(tmp_path))
    assert numbered_versions(Layout(tmp_path / "processed")) == ()
    again: list[str] = []

    def put_and_note(kept: Kept, key: str, rows: object) -> None:
        again.append(key)
        put(kept, key, rows)  # type: ignore[arg-type]

    monkeypatch.setattr(Kept, "put", put_and_note)
    assert pipeline.build(settings_in(tmp_path)).end == "published"
    assert len(again) == 2
    assert not set(again) & set(done)
    assert _files(tmp_path) == clean
    assert pipeline.build(settings_in(tmp_path)).end == "unchanged"
    assert _files(tmp_path) == clean


def test_overlapping_runs_give_the_bytes_of_a_full_rebuild(tmp_path: Path, clean: dict[str, bytes]) -> None:
    """Of three runs at once over the same input one publishes, and the others find nothing new."""
    for title in TITLES:
        write_article(tmp_path / "raw", title)
    settings = settings_in(tmp_path, run__wait_seconds=60)
    with ThreadPoolExecutor(3) as pool:
        ends = sorted(outcome.end for outcome in pool.map(lambda _: pipeline.build(settings), range(3)))
    assert ends == ["published", "unchanged", "unchanged"]
    layout = Layout(tmp_path / "processed")
    (name,) = numbered_versions(layout)
    assert damage(layout, name) == ()
    assert _files(tmp_path) == clean
