"""Processes that decompress parts of a bzip2 file and look for pages in them, side by side.

`python -m tasks.sources.dump.bzip2_workers` is such a process: it is told the file and the pattern, then
one part's number after another, and answers each with the part's `Piece`.
"""

from __future__ import annotations

import os
import pickle
import queue
import re
import struct
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, BinaryIO

from tasks.sources.dump.bzip2_decode import decompress_part
from tasks.sources.dump.bzip2_parts import DamagedError
from tasks.sources.dump.scan import NOTHING, Piece, join, scan

_LENGTH = struct.Struct(">Q")
_AHEAD = 2  # answers of a process that wait to be taken


# A part's piece, up to where it is damaged if it is: then also why, and at which byte.
_Answer = tuple[Piece, str, int]


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


def parts_here(path: Path, wanted: re.Pattern[bytes], first: int, count: int) -> Iterator[tuple[int, Piece]]:
    """Yield the same as `pieces_of_parts`, read by this process."""
    with path.open("rb") as file:
        for number in range(first, count):
            piece, damage, position = _part(file, number, wanted)
            yield number, piece
            if damage:
                raise DamagedError(damage, position)


class _Worker:
    """A running process and the thread that takes its answers."""

    def __init__(self, path: Path, wanted: re.Pattern[bytes], numbers: range) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", __name__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(entry for entry in sys.path if entry)},
        )
        self._answers: queue.Queue[_Answer | None] = queue.Queue(_AHEAD)
        self._stopped = False
        assert self._process.stdin is not None
        # Pickle is safe here: both ends are this program, joined by a pipe that nobody else has.
        with suppress(BrokenPipeError):
            _send(self._process.stdin, (str(path.absolute()), wanted.pattern, wanted.flags, numbers))
            self._process.stdin.close()
        self._thread = threading.Thread(target=self._take, args=(len(numbers),), daemon=True)
        self._thread.start()

    def answer(self) -> _Answer:
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
                self._answers.put(_receive(self._process.stdout))
                if self._stopped:
                    return
        except (EOFError, OSError, pickle.UnpicklingError, MemoryError):
            self._answers.put(None)


def _part(file: BinaryIO, number: int, wanted: re.Pattern[bytes]) -> _Answer:
    """Return one part's piece."""
    piece = NOTHING
    try:
        for content in decompress_part(file, number):
            one = scan(content, wanted)
            piece = one if piece is NOTHING else join(piece, one, wanted)
    except DamagedError as error:
        return piece, str(error), error.position
    return piece, "", 0


def _send(stream: IO[bytes], value: object) -> None:
    data = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def _receive(stream: IO[bytes]) -> Any:
    header = stream.read(_LENGTH.size)
    if len(header) < _LENGTH.size:
        raise EOFError
    return pickle.loads(stream.read(_LENGTH.unpack(header)[0]))


def _serve(stdin: IO[bytes], stdout: IO[bytes]) -> None:
    path, pattern, flags, numbers = _receive(stdin)
    wanted = re.compile(pattern, flags)
    with Path(path).open("rb") as file:
        for number in numbers:
            _send(stdout, _part(file, number, wanted))


if __name__ == "__main__":
    with suppress(BrokenPipeError, KeyboardInterrupt):
        _serve(sys.stdin.buffer, sys.stdout.buffer)
