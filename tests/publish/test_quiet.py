"""The link is swapped in a moment in which nobody reads, if there is one."""

import errno
import fcntl
import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tasks.publish import Layout, current
from tasks.publish.quiet import PATIENCE_SECONDS, PAUSE_SECONDS, POLL_SECONDS, quiet_moment
from tests.publish.small_dataset import publish_number


class Time:
    """A clock that goes on by what is slept, and calls somebody each time."""

    def __init__(self, *calls: Callable[[], object]) -> None:
        self.now = 0.0
        self.calls = list(calls)

    def sleep(self, seconds: float) -> None:
        """Let time pass, and the next of the calls happen."""
        self.now += seconds
        if self.calls:
            self.calls.pop(0)()

    def clock(self) -> float:
        """Return the time."""
        return self.now


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file that can be leased."""
    path = tmp_path / "claims.parquet"
    path.write_bytes(b"content")
    handle = os.open(path, os.O_RDONLY)
    try:
        fcntl.fcntl(handle, fcntl.F_SETLEASE, fcntl.F_WRLCK)
    except OSError:
        pytest.skip("this file system knows no leases")
    finally:
        os.close(handle)
    return path


def test_nobody_reads(file: Path) -> None:
    """It is quiet after a pause in which nobody came; whoever comes in the moment has to wait."""
    time = Time()
    with quiet_moment([file], sleep=time.sleep, clock=time.clock) as is_quiet:
        assert is_quiet
        assert PAUSE_SECONDS <= time.now < 2 * PAUSE_SECONDS
        with pytest.raises(BlockingIOError):
            os.open(file, os.O_RDONLY | os.O_NONBLOCK)
    assert file.read_bytes() == b"content"


def test_an_open_file_is_waited_for(file: Path) -> None:
    """Who has a table open is let finish first."""
    handle = os.open(file, os.O_RDONLY)
    nothing = [lambda: None] * 3
    time = Time(*nothing, lambda: os.close(handle))
    with quiet_moment([file], sleep=time.sleep, clock=time.clock) as is_quiet:
        assert is_quiet
        assert time.now >= PAUSE_SECONDS + 4 * POLL_SECONDS


def test_who_comes_meanwhile_goes_first(file: Path) -> None:
    """A reader between two opens comes within the pause: it is let in, and the wait begins anew."""
    opened: list[int] = []

    def come() -> None:
        with pytest.raises(BlockingIOError):
            os.open(file, os.O_RDONLY | os.O_NONBLOCK)

    def read() -> None:
        opened.append(os.open(file, os.O_RDONLY | os.O_NONBLOCK))

    time = Time(come, read, lambda: os.close(opened[0]))
    with quiet_moment([file], sleep=time.sleep, clock=time.clock) as is_quiet:
        assert is_quiet
        assert opened
        assert time.now >= PAUSE_SECONDS + 3 * POLL_SECONDS


def test_readers_without_a_pause_do_not_keep_a_run_from_publishing(file: Path) -> None:
    """After a while the link is swapped all the same."""
    time = Time()
    with file.open("rb"), quiet_moment([file], sleep=time.sleep, clock=time.clock) as is_quiet:
        assert not is_quiet
        assert time.now >= PATIENCE_SECONDS


def test_a_system_without_leases_is_not_waited_for(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a share the link is swapped at once."""

    def refuse(*arguments: object) -> int:
        raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr("tasks.publish.quiet.fcntl.fcntl", refuse)
    time = Time()
    with quiet_moment([file], sleep=time.sleep, clock=time.clock) as is_quiet:
        assert not is_quiet
    assert time.now == 0.0


@pytest.mark.usefixtures("file")
def test_publishing_waits_for_a_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The version that is read stays current until its reader has closed it."""
    layout = Layout(tmp_path / "out")
    first = publish_number(layout, 1).version
    file = (layout.latest / "claims.parquet").open("rb")
    seen: list[str | None] = []

    def close(seconds: float) -> None:
        seen.append(current(layout))
        file.close()

    versions = sys.modules["tasks.publish.versions"]
    monkeypatch.setattr(versions, "quiet_moment", partial(quiet_moment, sleep=close))
    second = publish_number(layout, 2, run=1).version
    assert current(layout) == second
    assert set(seen) == {first}
