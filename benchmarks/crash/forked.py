"""A run of the command line in a process of its own, forked from this one, that something happens to."""

from __future__ import annotations

import os
import resource
import signal
import sys
import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, NoReturn

STAGES = ("extract", "assemble", "validate", "publish")
FETCHING = ("fetch", *STAGES)  # of a run that asks a wiki first
POLL_SECONDS = 0.002
PATIENCE_SECONDS = 300.0
FAULT = 70  # exit code of a traceback
# The operations on files that Python tells an audit hook of, before they happen.
OPERATIONS = {
    "open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.symlink", "os.chmod", "os.truncate",
    "os.utime", "fcntl.flock", "shutil.rmtree",
}  # fmt: skip


@dataclass(slots=True)
class Forked:
    """A run under way.

    Attributes:
        pid: its process.
        log: the file of what it says.
        stages: those that it goes through.
        code: its exit code once it has ended; negative for a signal.
    """

    pid: int
    log: Path
    stages: Sequence[str] = STAGES
    code: int | None = None

    def wait(self) -> int:
        """Return the exit code when it has ended.

        Raises:
            TimeoutError: if it does not end; it is killed.
        """
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not self.has_ended():
            if time.monotonic() > deadline:
                os.kill(self.pid, signal.SIGKILL)
                os.waitpid(self.pid, 0)
                raise TimeoutError(f"a run did not end within {PATIENCE_SECONDS:.0f} s")
            time.sleep(POLL_SECONDS)
        assert self.code is not None
        return self.code

    def has_ended(self) -> bool:
        """Say whether it has ended."""
        if self.code is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.code = os.waitstatus_to_exitcode(status)
        return self.code is not None

    def reach(self, stage: str) -> None:
        """Return when the run has come to a stage ("report" comes after the last), or has ended."""
        at = len(self.stages) if stage == "report" else self.stages.index(stage)
        while self.stages_done() < at and not self.has_ended():
            time.sleep(POLL_SECONDS)

    def stages_done(self) -> int:
        """Return how many stages have said their line."""
        said = self.said().splitlines()
        return sum(any(line.startswith(f"{stage} ") for line in said) for stage in self.stages)

    def said(self) -> str:
        """Return what it has said so far."""
        return self.log.read_text("utf-8", errors="replace")

    def signal(self, number: int) -> None:
        """Send it a signal, unless it has ended."""
        if not self.has_ended():
            os.kill(self.pid, number)


def start(
    arguments: list[str],
    settings: Mapping[str, str],
    log_folder: Path,
    first: Callable[[], object] | None = None,
    stages: Sequence[str] = STAGES,
) -> Forked:
    """Fork a run of the command line.

    Args:
        arguments: of `casus`.
        settings: environment variables.
        log_folder: takes the file of what the run says.
        first: called in the new process before anything else.
        stages: those that it goes through.
    """
    log_folder.mkdir(exist_ok=True)
    log = log_folder / f"{time.monotonic_ns()}.log"
    log.touch()

    def run() -> int:
        handle = os.open(log, os.O_WRONLY | os.O_APPEND)
        os.dup2(handle, 1)
        os.dup2(handle, 2)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        os.environ.update(settings)
        if first is not None:
            first()
        return _run(arguments)

    pid = os.fork()
    if not pid:
        leave_with(run)
    return Forked(pid, log, stages)


def leave_with(work: Callable[[], int]) -> NoReturn:
    """End this process, a fork that must not do what its parent still has to, with the code of its work."""
    code = FAULT
    try:
        code = work()
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _run(arguments: list[str]) -> int:
    from flows.cli.main import main

    try:
        main(arguments)
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def warm_up(arguments: list[str], settings: Mapping[str, str]) -> None:
    """Run once in this process, so that every fork of it has all code loaded."""
    before, handler = dict(os.environ), signal.getsignal(signal.SIGTERM)
    os.environ.update(settings)
    try:
        code = _run(arguments)
    finally:
        os.environ.clear()
        os.environ.update(before)
        signal.signal(signal.SIGTERM, handler)
    if code:
        raise RuntimeError(f"the first run ended with exit code {code}")


def kill_before_operation(number: int) -> Callable[[], None]:
    """Return what makes a process kill itself right before its `number`th operation on files."""
    seen = 0

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal seen
        if event in OPERATIONS and not _only_reads(event, arguments):
            seen += 1
            if seen == number:
                os.kill(os.getpid(), signal.SIGKILL)

    return lambda: sys.addaudithook(hook)


def count_operations(target: Path) -> Callable[[], None]:
    """Return what makes a process write the number of its operations on files to a file, as they happen."""
    handle = os.open(target, os.O_RDWR | os.O_CREAT)
    seen = 0

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal seen
        if event in OPERATIONS and not _only_reads(event, arguments):
            seen += 1
            os.pwrite(handle, str(seen).encode(), 0)

    return lambda: sys.addaudithook(hook)


def _only_reads(event: str, arguments: tuple[Any, ...]) -> bool:
    if event != "open":
        return False
    flags = arguments[2] if len(arguments) > 2 and isinstance(arguments[2], int) else 0
    return flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT) == 0


def limit_file_size(size: int) -> Callable[[], None]:
    """Return what keeps a process from writing files larger than so many bytes."""

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return limit


def become(user: int) -> Callable[[], None]:
    """Return what makes a process another user's."""

    def change() -> None:
        os.setgroups([])
        os.setgid(user)
        os.setuid(user)

    return change


def set_clock(by: timedelta) -> Callable[[], None]:
    """Return what moves the clock that a process's own code reads."""

    class Moved(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> Any:
            return datetime.now(tz) + by

    def move() -> None:
        for module in list(sys.modules.values()):
            name = getattr(module, "__name__", "")
            if name.startswith("tasks.") and getattr(module, "datetime", None) is datetime:
                module.datetime = Moved  # type: ignore[attr-defined]
        real = time.time
        time.time = lambda: real() + by.total_seconds()

    return move
