"""Versions: listing, naming, going back, clearing, reading while others clear."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tasks.publish import (
    DamagedVersionError,
    Layout,
    NoVersionError,
    current,
    damage,
    find_version,
    numbered_versions,
    prune,
    reading,
    rollback,
    versions,
)
from tests.publish.small_dataset import numbers, publish_number

LATER = datetime.now(UTC) + timedelta(days=1000)


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    """A dataset folder with five versions that say 1 to 5."""
    layout = Layout(tmp_path / "out")
    for number in range(1, 6):
        publish_number(layout, number)
    return layout


def test_versions_are_listed_in_order_with_the_current_one_marked(layout: Layout) -> None:
    """The list has every version, the oldest first."""
    found = versions(layout)
    assert [version.is_current for version in found] == [False] * 4 + [True]
    assert [version.name[:4] for version in found] == ["0001", "0002", "0003", "0004", "0005"]
    assert all(version.bytes > 0 for version in found)


def test_version_is_found_as_people_name_it(layout: Layout) -> None:
    """A number, the beginning of a name, "latest" and "previous" all lead to a version."""
    names = numbered_versions(layout)
    assert find_version(layout, "2") == names[1]
    assert find_version(layout, "0003") == names[2]
    assert find_version(layout, names[3]) == names[3]
    assert find_version(layout, "latest") == names[4]
    assert find_version(layout, "previous") == names[3]


@pytest.mark.parametrize("asked", ["7", "000", "", "../../etc", "latest/x"])
def test_unknown_or_unclear_version_is_refused(layout: Layout, asked: str) -> None:
    """What fits none or several is an error, never a path."""
    with pytest.raises(NoVersionError):
        find_version(layout, asked)


def test_nothing_published_is_said(tmp_path: Path) -> None:
    """An empty folder has no latest version."""
    with pytest.raises(NoVersionError, match="nothing has been published"):
        find_version(Layout(tmp_path), "latest")


def test_rollback_makes_an_earlier_version_current_and_keeps_the_others(layout: Layout) -> None:
    """After going back readers get the old tables; the next publication gets the next number."""
    rollback(layout, find_version(layout, "2"))
    assert numbers(layout.latest) == {2}
    assert len(numbered_versions(layout)) == 5
    assert find_version(layout, "previous") == numbered_versions(layout)[0]
    assert publish_number(layout, 6).version.startswith("0006-")


def test_damaged_version_is_named_and_not_gone_back_to(layout: Layout) -> None:
    """A changed byte, a missing file and a cut file are each seen."""
    name = find_version(layout, "2")
    for file in ("events.parquet", "claims.parquet"):
        (layout.version(name) / file).chmod(0o644)
    content = (layout.version(name) / "events.parquet").read_bytes()
    (layout.version(name) / "events.parquet").write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    assert "checksum" in damage(layout, name)[0]
    (layout.version(name) / "events.parquet").write_bytes(content[:-1])
    assert "bytes" in damage(layout, name)[0]
    (layout.version(name) / "events.parquet").unlink()
    assert "missing" in damage(layout, name)[0]
    with pytest.raises(DamagedVersionError):
        rollback(layout, name)
    assert numbers(layout.latest) == {5}


def test_prune_keeps_the_youngest_and_the_current(layout: Layout) -> None:
    """By count: the youngest stay; the current one stays however old it is."""
    rollback(layout, find_version(layout, "1"))
    gone = prune(layout, keep=2, keep_for=timedelta(0), now=LATER)
    assert [name[:4] for name in gone] == ["0002", "0003"]
    assert [name[:4] for name in numbered_versions(layout)] == ["0001", "0004", "0005"]
    assert numbers(layout.latest) == {1}


def test_prune_keeps_what_is_young(layout: Layout) -> None:
    """By age: versions of the last days stay, and those that a clock set back puts into the future."""
    assert prune(layout, keep=1, keep_for=timedelta(days=30)) == ()
    past = datetime.now(UTC) - timedelta(days=1000)
    assert prune(layout, keep=1, keep_for=timedelta(days=30), now=past) == ()
    assert len(prune(layout, keep=1, keep_for=timedelta(days=30), now=LATER)) == 4


def test_prune_spares_a_version_that_is_being_read(layout: Layout) -> None:
    """A version held by `reading`, or with an open file, is not removed under its reader."""
    with (
        reading(layout.out, "1") as folder,
        (layout.version(find_version(layout, "2")) / "events.parquet").open(),
    ):
        gone = prune(layout, keep=1, keep_for=timedelta(0), now=LATER)
        assert [name[:4] for name in gone] == ["0003", "0004"]
        assert numbers(folder) == {1}
    assert len(prune(layout, keep=1, keep_for=timedelta(0), now=LATER)) == 2


def test_reader_keeps_one_version_while_another_is_published(layout: Layout) -> None:
    """Tables opened through `reading` are of one version whatever is published meanwhile."""
    with reading(str(layout.out)) as folder:
        publish_number(layout, 6)
        assert numbers(folder) == {5}
    assert numbers(layout.latest) == {6}


def test_no_version_is_current_where_the_link_leads_nowhere(layout: Layout) -> None:
    """A link to a folder that is gone is no version; publishing mends it."""
    name = current(layout)
    assert name is not None
    layout.version(name).rename(layout.out / "moved")
    assert current(layout) is None
    assert publish_number(layout, 7).is_new
    assert numbers(layout.latest) == {7}
