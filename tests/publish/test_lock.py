"""The lock: one run at a time, and no lock of a dead one."""

import errno
import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tasks.publish import FolderBusyError, Layout, PublishError, holder, lock, locked

HOLD = """
import sys
from pathlib import Path
from tasks.publish import Layout, locked
with locked(Layout(Path(sys.argv[1]))):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    """A dataset folder that is not there yet."""
    return Layout(tmp_path / "out")


def _hold(layout: Layout) -> "subprocess.Popen[str]":
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(layout.out)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_second_run_leaves_with_the_name_of_the_first(layout: Layout) -> None:
    """While one process works, another is told its number; when it is killed, the lock is free at once."""
    process = _hold(layout)
    try:
        with pytest.raises(FolderBusyError, match=rf"process {process.pid} on "), locked(layout):
            pass
        assert holder(layout) is not None
    finally:
        process.kill()
        process.communicate()
    assert holder(layout) is None
    with locked(layout) as owner:
        assert owner.pid == os.getpid()


def test_second_run_can_wait(
    layout: Layout, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A run that waits says once for whom, and works as soon as the other has ended."""
    process = _hold(layout)
    looks = iter([lambda: None, process.kill, process.wait])
    monkeypatch.setattr(time, "sleep", lambda seconds: next(looks)())  # what happens between two looks
    with caplog.at_level("INFO", "casus"), locked(layout, wait_seconds=600) as owner:
        assert owner.pid == os.getpid()
    [said] = [record.getMessage() for record in caplog.records]
    assert said.startswith(f"waiting for process {process.pid} on ")
    process.communicate()


def test_lock_is_free_after_use(layout: Layout) -> None:
    """The same process takes it again, and nobody is named as its holder."""
    for _ in range(2):
        with locked(layout):
            assert json.loads(layout.lock.read_text())["pid"] == os.getpid()
        assert layout.lock.read_text() == ""
    assert holder(layout) is None


def _write_holder(layout: Layout, age: float) -> None:
    layout.out.mkdir(parents=True)
    owner = {"host": "another-machine", "pid": 1, "since": "2026-01-01T00:00:00+00:00", "token": "x"}
    layout.lock.write_text(json.dumps(owner))
    moment = time.time() - age
    os.utime(layout.lock, (moment, moment))


@pytest.fixture
def shared(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pretend that the folder's file system is shared between machines."""
    monkeypatch.setattr(lock, "is_local", lambda folder: False)
    monkeypatch.setattr(lock, "SETTLE_SECONDS", 0.0)


@pytest.mark.usefixtures("shared")
def test_another_machine_that_renews_its_lock_is_believed(layout: Layout) -> None:
    """On a shared folder a holder elsewhere is believed although the kernel's lock is free here."""
    _write_holder(layout, age=5)
    with pytest.raises(FolderBusyError, match="another-machine"), locked(layout):
        pass


@pytest.mark.usefixtures("shared")
def test_another_machine_that_fell_silent_is_not_believed(layout: Layout) -> None:
    """A holder elsewhere that has not renewed its lock for minutes is dead."""
    _write_holder(layout, age=lock.BELIEVED_SECONDS + 5)
    with locked(layout) as owner:
        assert owner.pid == os.getpid()


@pytest.mark.usefixtures("shared")
def test_of_two_machines_at_once_one_has_the_lock(layout: Layout, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whose word was overwritten while the folder settled leaves."""
    rival = json.dumps({"host": "rival", "pid": 2, "since": "now", "token": "y"})
    monkeypatch.setattr(time, "sleep", lambda seconds: layout.lock.write_text(rival))
    with pytest.raises(FolderBusyError, match="rival"), locked(layout):
        pass


def test_own_disk_is_known_to_be_local(tmp_path: Path) -> None:
    """The memory file system of the machine is local; what cannot be known is not."""
    assert lock.is_local(Path("/dev/shm")) or not Path("/dev/shm").exists()


def test_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    """A file where the folder should be gives a sentence, not a traceback."""
    (tmp_path / "out").write_text("a file")
    with pytest.raises(PublishError, match="is a file"), locked(Layout(tmp_path / "out")):
        pass


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "no space is left on the disk"),
        (errno.EDQUOT, "the disk quota is used up"),
        (errno.EFBIG, "the limit on the size of files is reached"),
    ],
)
def test_a_full_disk_is_called_that(
    layout: Layout, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    """On a shared folder the holder's name is the lock: where it cannot be written, nobody has it."""

    def refuse(handle: int, content: bytes, offset: int) -> int:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patched:
        patched.setattr(os, "pwrite", refuse)
        with pytest.raises(PublishError, match=words), locked(layout):
            pass
    with locked(layout) as owner:
        assert owner.pid == os.getpid()


def test_a_full_disk_does_not_keep_the_lock_from_those_who_make_room(
    layout: Layout, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a disk of this machine the kernel's lock is enough, so that old versions can be pruned."""
    monkeypatch.setattr(os, "pwrite", lambda handle, content, offset: 0)
    with locked(layout) as owner:
        assert owner.pid == os.getpid()
        with pytest.raises(FolderBusyError, match="whose name could not be written"), locked(layout):
            pass


@pytest.mark.parametrize("begins", [True, False])
def test_ctrl_c_while_the_renewal_starts_frees_the_lock(
    layout: Layout, monkeypatch: pytest.MonkeyPatch, begins: bool
) -> None:
    """The run leaves as interrupted, whether the thread has begun or not, and the lock is free."""
    start = threading.Thread.start

    def interrupted(thread: threading.Thread) -> None:
        if begins:
            start(thread)
        raise KeyboardInterrupt

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(threading.Thread, "start", interrupted)
        with locked(layout):
            pass
    assert layout.lock.read_text() == ""
    with locked(layout) as owner:
        assert owner.pid == os.getpid()
