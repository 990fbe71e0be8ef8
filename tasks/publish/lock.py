"""One run at a time on a dataset folder.

On one machine the kernel holds the lock (`flock`) and lets go of it when the process ends, however
it ends.  A folder shared between machines may not carry such locks from one to another; so the file
also says who holds it, the holder renews its time every few seconds, and on a file system that is
not known to be local another machine believes what the file says for as long as it is renewed.
Times are compared by the shared folder's own clock, never by two machines' clocks.
"""

from __future__ import annotations

import errno
import fcntl
import json
import logging
import os
import platform
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tasks.disk.refused import is_full, refusal
from tasks.publish.errors import FolderBusyError, PublishError, because
from tasks.publish.layout import Layout

log = logging.getLogger("casus")

RENEW_SECONDS = 10.0
BELIEVED_SECONDS = 120.0  # a holder on another machine that was silent for so long is dead
POLL_SECONDS = 0.5
SETTLE_SECONDS = 1.0  # two machines that start at once: the one whose word stands after this has it
# The kernel's lock is the whole truth on these, between containers as well.
LOCAL = {"ext2", "ext3", "ext4", "xfs", "btrfs", "zfs", "f2fs", "tmpfs", "overlay", "ramfs", "bcachefs"}


@dataclass(frozen=True, slots=True)
class Owner:
    """Who holds the lock."""

    host: str
    pid: int
    since: str
    token: str

    def __str__(self) -> str:
        """Return it as a person reads it."""
        return f"process {self.pid} on {self.host} since {self.since}"


class Nameless:
    """A holder who could not write its name: the disk is full, or it has only just begun."""

    def __str__(self) -> str:
        """Return it as a person reads it."""
        return "one whose name could not be written"


def this_process() -> Owner:
    """Return this process as the owner of a lock, with a token of its own."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return Owner(host=platform.node(), pid=os.getpid(), since=now, token=uuid.uuid4().hex)


@contextmanager
def locked(layout: Layout, wait_seconds: float = 0.0) -> Iterator[Owner]:
    """Hold the folder's lock; yield who holds it (this process).

    Args:
        layout: the dataset folder; it is created if need be.
        wait_seconds: how long to wait for another run to finish.

    Raises:
        FolderBusyError: if another run still holds it then.
        PublishError: if the folder's file system knows no locks, or cannot be written.
    """
    owner = this_process()
    handle = _acquire(layout, owner, wait_seconds)
    stop = threading.Event()
    renewal = threading.Thread(target=_renew, args=(handle, stop), name="casus-lock", daemon=True)
    try:
        renewal.start()
        yield owner
    finally:
        os.ftruncate(handle, 0)  # first: a second Ctrl-C may come while the thread ends
        stop.set()
        if renewal.is_alive():  # not where Ctrl-C came while it started; it ends by itself then
            renewal.join()
        os.close(handle)


def make_folder(layout: Layout) -> None:
    """Make the dataset folder, if it is not there.

    Raises:
        PublishError: if it cannot be made.
    """
    try:
        layout.out.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise PublishError(f"{layout.out}: is a file; a dataset needs a folder of its own (--out)") from None
    except OSError as error:
        raise PublishError(f"{layout.out}: cannot be written: {error.strerror}") from error


def holder(layout: Layout) -> Owner | None:
    """Return who works on the folder right now, or None."""
    try:
        handle = os.open(layout.lock, os.O_RDWR)
    except OSError:
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return _read(handle)
    finally:
        os.close(handle)
    return None


def _acquire(layout: Layout, owner: Owner, wait_seconds: float) -> int:
    """Return the open lock file, held."""
    deadline, is_said = time.monotonic() + wait_seconds, False
    make_folder(layout)
    try:
        handle = os.open(layout.lock, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise PublishError(f"{layout.out}: cannot be written: {error.strerror}") from error
    try:
        while True:
            other = _try(layout, handle, owner)
            if other is None:
                return handle
            if time.monotonic() >= deadline:
                raise FolderBusyError(layout.out, str(other))
            if not is_said:
                log.info("waiting for %s, for %g s at most", other, wait_seconds)
                is_said = True
            time.sleep(POLL_SECONDS)
    except OSError as error:
        os.close(handle)
        raise because(error, layout.lock) from error
    except BaseException:
        os.close(handle)
        raise


def _try(layout: Layout, handle: int, owner: Owner) -> Owner | Nameless | None:
    """Take the lock, or return who has it."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return _read(handle) or Nameless()
    except OSError as error:
        raise PublishError(f"{layout.lock}: this file system has no locks: {error.strerror}") from error
    if not is_local(layout.out):
        return _try_shared(layout, handle, owner)
    try:
        _write(handle, owner)
    except OSError as error:
        if not is_full(error):
            raise
        # The kernel holds it all the same; without that, `casus prune` could not make room.
    return None


def _try_shared(layout: Layout, handle: int, owner: Owner) -> Owner | None:
    """Take a lock whose kernel half may not reach other machines, or return who has it."""
    other = _read(handle)
    if other and other.host != owner.host and _silence(layout, handle) < BELIEVED_SECONDS:
        fcntl.flock(handle, fcntl.LOCK_UN)
        return other
    _write(handle, owner)
    time.sleep(SETTLE_SECONDS)
    winner = _read(handle)
    if winner is None or winner.token == owner.token:
        return None
    fcntl.flock(handle, fcntl.LOCK_UN)
    return winner


def is_local(folder: Path) -> bool:
    """Say whether a folder is known to lie on a disk of this machine; False if that cannot be known."""
    try:
        mounts = [line.split() for line in Path("/proc/self/mountinfo").read_text("utf-8").splitlines()]
    except OSError:
        return False
    parents = {str(folder.resolve()), *map(str, folder.resolve().parents)}
    # Fields: id, parent, device, root, mount point, options ..., "-", type, ...; the last mount covers.
    around = [(len(fields[4]), at, fields) for at, fields in enumerate(mounts) if fields[4] in parents]
    if not around:
        return False
    fields = max(around)[2]
    return fields[fields.index("-") + 1] in LOCAL


def _silence(layout: Layout, handle: int) -> float:
    """Return for how many seconds the lock was not renewed, by the folder's own clock."""
    probe = layout.out / f".tmp-clock-{os.getpid()}"
    probe.write_bytes(b"")
    try:
        return probe.stat().st_mtime - os.fstat(handle).st_mtime
    finally:
        probe.unlink()


def _renew(handle: int, stop: threading.Event) -> None:
    while not stop.wait(RENEW_SECONDS):
        try:
            os.utime(handle)
        except OSError as error:  # a share that is away for a moment; the next time may do
            log.warning("the lock could not be renewed: %s", refusal(error))


def _write(handle: int, owner: Owner) -> None:
    content = json.dumps(asdict(owner)).encode()
    os.ftruncate(handle, 0)
    try:
        if os.pwrite(handle, content, 0) < len(content):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))  # half a name is nobody's
        os.fsync(handle)
    except BaseException:  # a full disk, Ctrl-C: who leaves now must not be believed to work
        os.ftruncate(handle, 0)
        raise


def _read(handle: int) -> Owner | None:
    content = os.pread(handle, 4096, 0)
    try:
        record: dict[str, Any] = json.loads(content)
        return Owner(**record)
    except (ValueError, TypeError):
        return None
