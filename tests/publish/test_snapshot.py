"""Publishing: all tables at once, nothing half done, nothing lost."""

import json
import os
import stat
import sys
from pathlib import Path
from typing import Any

import pytest

from tasks.disk.durable import swap_link
from tasks.publish import (
    Layout,
    NoSpaceError,
    PublishError,
    check_space,
    current,
    damage,
    numbered_versions,
    publish,
    read_manifest,
    recover,
)
from tasks.publish.versions import make_current
from tests.publish.small_dataset import numbers, publish_number, stage


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    """An empty dataset folder."""
    return Layout(tmp_path / "out")


def test_tables_are_found_through_latest(layout: Layout) -> None:
    """One link leads to every table of the last run."""
    done = publish_number(layout, 1)
    assert done.is_new
    assert numbers(layout.latest) == {1}
    publish_number(layout, 2)
    assert numbers(layout.latest) == {2}


def test_version_is_whole_and_read_only(layout: Layout) -> None:
    """A version holds tables, description and manifest, none of them writable."""
    name = publish_number(layout, 1).version
    files = sorted(path.name for path in layout.version(name).iterdir())
    assert files == ["claims.parquet", "datapackage.json", "events.parquet", "manifest.json"]
    for path in layout.version(name).iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o444


def test_manifest_says_what_the_files_are(layout: Layout) -> None:
    """Rows, bytes and checksums of the manifest are those of the files."""
    first = publish_number(layout, 1).version
    second = publish_number(layout, 2, run=1).version
    manifest = read_manifest(layout.latest)
    assert manifest.previous == first
    assert manifest.version == second
    assert manifest.run_id == "20260101T000000Z-000001"
    assert manifest.tables["events"].rows == 1
    assert manifest.tables["events"].bytes == (layout.latest / "events.parquet").stat().st_size
    assert damage(layout, second) == ()


def test_same_content_is_not_published_again(layout: Layout) -> None:
    """A run that finds nothing new leaves the version and its files as they are."""
    first = publish_number(layout, 1)
    before = (layout.latest / "events.parquet").stat().st_ino
    again = publish_number(layout, 1, run=1)
    assert not again.is_new
    assert again.version == first.version
    assert (layout.latest / "events.parquet").stat().st_ino == before
    assert numbered_versions(layout) == (first.version,)


def test_content_that_comes_back_is_a_version_of_its_own(layout: Layout) -> None:
    """Going A, B, A gives three versions in that order, the first and last equal but for the count."""
    names = [publish_number(layout, number).version for number in (1, 2, 1)]
    assert numbered_versions(layout) == tuple(names)
    assert [name.partition("-")[0] for name in names] == ["0001", "0002", "0003"]
    assert names[0].partition("-")[2] == names[2].partition("-")[2]
    assert current(layout) == names[2]


def test_what_the_description_says_is_published_with_it(layout: Layout) -> None:
    """The data package stands beside the tables."""
    publish_number(layout, 1)
    package = json.loads((layout.latest / "datapackage.json").read_text("utf-8"))
    assert package == {"files": ["claims.parquet", "events.parquet"]}


def test_latest_that_is_somebodys_folder_stays(layout: Layout) -> None:
    """A real folder called latest is not replaced, and says why."""
    layout.latest.mkdir(parents=True)
    (layout.latest / "mine.txt").write_text("mine")
    with pytest.raises(PublishError, match="not a link made by casus"):
        publish_number(layout, 1)
    assert (layout.latest / "mine.txt").read_text() == "mine"


@pytest.mark.parametrize("step", ["rename", "swap", "end"])
def test_death_in_the_middle_leaves_the_old_or_the_new_version(
    layout: Layout, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """Whichever step of putting in place is the last, the next run finds a whole dataset and no rubbish."""
    old = publish_number(layout, 1).version
    _die_at(monkeypatch, step)
    with pytest.raises(KeyboardInterrupt):
        publish_number(layout, 2, run=1)
    monkeypatch.undo()
    assert numbers(layout.latest) == ({2} if step == "end" else {1})
    recover(layout)
    assert numbers(layout.latest) == ({2} if step == "end" else {1})
    assert damage(layout, current(layout) or "") == ()
    assert not layout.intent.exists()
    assert list(layout.out.rglob(".tmp-*")) == []
    assert old in numbered_versions(layout)
    assert len(numbered_versions(layout)) == (2 if step == "end" else 1)
    assert publish_number(layout, 3, run=2).is_new
    assert numbers(layout.latest) == {3}


def _die_at(monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    """Make the named step of `publish` behave like a process that ends before it."""

    def die(*arguments: object, **options: object) -> None:
        raise KeyboardInterrupt

    def swap_and_die(*arguments: Any) -> None:
        swap_link(*arguments)
        die()

    monkeypatch.setattr("tasks.publish.snapshot._settle", die)  # the dead tidy nothing
    if step == "rename":
        monkeypatch.setattr(Path, "rename", die)
    else:
        monkeypatch.setattr(
            sys.modules["tasks.publish.versions"], "swap_link", die if step == "swap" else swap_and_die
        )


@pytest.mark.parametrize("is_swapped", [False, True], ids=["before the swap", "after it"])
def test_ctrl_c_leaves_nothing_half_done(
    layout: Layout, monkeypatch: pytest.MonkeyPatch, is_swapped: bool
) -> None:
    """Interrupted while it waits for readers, a run leaves the old version or the new one, and no traces."""
    publish_number(layout, 1)

    def interrupted(layout: Layout, name: str) -> None:
        if is_swapped:
            make_current(layout, name)
        raise KeyboardInterrupt

    monkeypatch.setattr("tasks.publish.snapshot.make_current", interrupted)
    with pytest.raises(KeyboardInterrupt):
        publish_number(layout, 2)
    assert numbers(layout.latest) == {2 if is_swapped else 1}
    assert len(numbered_versions(layout)) == 1 + is_swapped
    assert not layout.intent.exists()


def test_leftovers_of_dead_runs_are_cleared(layout: Layout) -> None:
    """Staging folders and temporary files go; the dataset and kept results stay."""
    publish_number(layout, 1)
    stage(layout, 2, run=5)
    kept = layout.articles / "code" / "ab" / "abc.json"
    kept.parent.mkdir(parents=True)
    kept.write_text("{}")
    (layout.out / ".tmp-latest-77").symlink_to("versions/nothing")
    cleared = recover(layout)
    assert ".tmp-latest-77" in cleared
    assert not layout.staging("20260101T000000Z-000005").exists()
    assert kept.exists()
    assert numbers(layout.latest) == {1}


def test_no_room_is_said_before_anything_is_written(layout: Layout) -> None:
    """A version that cannot fit is refused with what is needed and what is free."""
    with pytest.raises(NoSpaceError, match="MB are needed"):
        check_space(layout, 10**18)
    assert not layout.out.exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only for root")
def test_read_only_folder_keeps_its_dataset(layout: Layout) -> None:
    """Where nothing may be written, the dataset stays and the message says where."""
    publish_number(layout, 1)
    staged = stage(layout, 2, run=1)
    layout.versions.chmod(0o555)
    try:
        with pytest.raises(PublishError, match="as it was"):
            publish(layout, staged, "20260101T000000Z-000001", "1.0", lambda facts: {})
    finally:
        layout.versions.chmod(0o755)
    assert numbers(layout.latest) == {1}
