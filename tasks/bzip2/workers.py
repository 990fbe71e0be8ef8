"""Processes that decompress parts of a bzip2 file and look for pages in them, side by side."""

from __future__ import annotations

import os
import pickle
import queue
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from tasks.bzip2.handed_parts import Answer, receive, send
from tasks.bzip2.parts import DamagedError
from tasks.bzip2.scan import Piece

_PROCESS = "tasks.bzip2.worker"
_AHEAD = 2  # answers of a process that wait to be taken


def pieces_of_parts(
    path: Path, wanted: re.Pattern[bytes], first: int, count: int, workers: int
) -> Iterator[tuple[int, Piece]]:
    """Yield number and piece of the parts from `first` up to `count`, in order.

    Raises:
        DamagedError: at the first damage, after the piece before it.
        OSError: if a process ends unasked.
    """
    running = [_Worker(path, wanted, range(first + n, count, workers)) for n in range(workers)]
    try:
        for number in range(first, count):
            piece, damage, position = running[(number - first) % workers].answer()
            yield number, piece
            if damage:
                raise DamagedError(damage, position)
    finally:
        for worker in running:
            worker.stop()


class _Worker:
    """A running process and the thread that takes its answers."""

    def __init__(self, path: Path, wanted: re.Pattern[bytes], numbers: range) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", _PROCESS],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(entry for entry in sys.path if entry)},
        )
        self._answers: queue.Queue[Answer | None] = queue.Queue(_AHEAD)
        self._stopped = False
        assert self._process.stdin is not None
        with suppress(BrokenPipeError):
            send(self._process.stdin, (str(path.absolute()), wanted.pattern, wanted.flags, numbers))
            self._process.stdin.close()
        self._thread = threading.Thread(target=self._take, args=(len(numbers),), daemon=True)
        self._thread.start()

    def answer(self) -> Answer:
        """Return the next answer.

        Raises:
            OSError: if the process has ended without it.
        """
        answer = self._answers.get()
        if answer is None:
            raise OSError(f"a process that decompresses ended with status {self._process.wait()}")
        return answer

    def stop(self) -> None:
        """End the process."""
        self._stopped = True
        self._process.kill()
        while self._thread.is_alive():
            with suppress(queue.Empty):
                self._answers.get(timeout=0.01)
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()

    def _take(self, count: int) -> None:
        assert self._process.stdout is not None
        try:
            for _ in range(count):
                self._answers.put(receive(self._process.stdout))
                if self._stopped:
                    return
        except (EOFError, OSError, pickle.UnpicklingError, MemoryError):
            self._answers.put(None)
