"""Trials in a process of their own, beside those of this one."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path

from benchmarks.crash.forked import leave_with
from benchmarks.crash.trials import Trial


@contextmanager
def aside(make: Callable[[], list[Trial]], result: Path) -> Iterator[Callable[[], list[Trial]]]:
    """Fork a process that makes trials; yield what waits for it and returns them.

    Args:
        make: makes them.
        result: the file through which they come back.
    """

    def work() -> int:
        result.write_text(json.dumps([asdict(trial) for trial in make()]))
        return 0

    pid = os.fork()
    if not pid:
        leave_with(work)
    ended = False

    def collect() -> list[Trial]:
        nonlocal ended
        _, status = os.waitpid(pid, 0)
        ended = True
        if status:
            raise RuntimeError(f"the trials beside these ended with {os.waitstatus_to_exitcode(status)}")
        return [Trial(**record) for record in json.loads(result.read_text())]

    try:
        yield collect
    finally:
        if not ended:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGTERM)
            os.waitpid(pid, 0)
