"""A moment in which nobody reads, for the one step that changes what readers find.

Libraries open a file two to four times for one read, and hold nothing open in between: what a reader
opens before the link is swapped does not fit what it opens after.  A lease (Linux, fcntl(2)) tells the
difference: the kernel grants one on a file only while nobody has it open, and lets whoever opens it
wait until the lease is given back.  Held on all tables for longer than a library pauses between two
opens, without anybody coming, it says that no read is under way.
"""

from __future__ import annotations

import fcntl
import os
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

PAUSE_SECONDS = 0.05  # no library was seen to pause for longer than a few milliseconds between two opens
PATIENCE_SECONDS = 5.0
POLL_SECONDS = 0.002  # at most so long does a reader wait who comes meanwhile


@contextmanager
def quiet_moment(
    files: Sequence[Path],
    patience: float = PATIENCE_SECONDS,
    sleep: Callable[[float], None] = time.sleep,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[bool]:
    """Yield as soon as nobody reads the files, and keep new readers waiting until the block ends.

    Args:
        files: what readers open; keep the block short.
        patience: seconds after which the block runs all the same: readers without a pause must not
            keep a run from publishing.
        sleep: lets time pass.
        clock: the time, in seconds.

    Yields:
        Whether it is quiet; False after `patience`, and where the system knows no leases.
    """
    deadline = clock() + patience
    with ExitStack() as stack:
        handles = [stack.enter_context(_opened(path)) for path in files]
        is_quiet = False
        try:
            while not (is_quiet := _is_quiet(handles, sleep, clock)) and clock() < deadline:
                sleep(POLL_SECONDS)
        except OSError:
            pass  # no leases here: another system, a share, another user's files
        try:
            yield is_quiet
        finally:
            _give_back(handles)


@contextmanager
def _opened(path: Path) -> Iterator[int]:
    handle = os.open(path, os.O_RDONLY)
    try:
        yield handle
    finally:
        os.close(handle)


def _is_quiet(handles: Sequence[int], sleep: Callable[[float], None], clock: Callable[[], float]) -> bool:
    """Lease all files and hold the leases for a while; give all back and return False if somebody reads.

    Raises:
        OSError: if the system does not lease them.
    """
    try:
        for handle in handles:
            # The kernel tells of a reader by a signal; this one does nothing where nobody asked for it.
            fcntl.fcntl(handle, fcntl.F_SETSIG, signal.SIGURG)
            fcntl.fcntl(handle, fcntl.F_SETLEASE, fcntl.F_WRLCK)
        until = clock() + PAUSE_SECONDS
        while clock() < until:
            sleep(POLL_SECONDS)
            if any(fcntl.fcntl(handle, fcntl.F_GETLEASE) != fcntl.F_WRLCK for handle in handles):
                _give_back(handles)
                return False
    except BlockingIOError:  # one of them is open
        _give_back(handles)
        return False
    return True


def _give_back(handles: Sequence[int]) -> None:
    for handle in handles:
        with suppress(OSError):  # not leased
            fcntl.fcntl(handle, fcntl.F_SETLEASE, fcntl.F_UNLCK)
