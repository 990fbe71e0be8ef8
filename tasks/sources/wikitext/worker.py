"""A process that parses pages and may be stopped at any time.

It is started when the first page needs it, serves one page after another, and is started anew when it
had to be stopped. `python -m tasks.sources.wikitext.worker` is the process itself: it reads pages from
its standard input and writes what they say to its standard output.
"""

from __future__ import annotations

import atexit
import os
import pickle
import resource
import selectors
import struct
import subprocess
import sys
import threading
import time
from typing import IO

from tasks.sources.wikitext.page import Page, read_page

CPU_SECONDS = 20  # for one page; a well-formed one of 2 MiB takes about 4
WALL_SECONDS = 120  # where the machine is so busy that those seconds do not come together
MEMORY_BYTES = 1 << 30
_LENGTH = struct.Struct(">Q")
_MOST_REPLY = 256 << 20


class WorkerError(Exception):
    """A page was not parsed; the message says why."""


class _Worker:
    """A running process."""

    def __init__(self) -> None:
        # Pickle is safe here: both ends are this program, joined by a pipe that nobody else has.
        self.owner = os.getpid()
        self.process = subprocess.Popen(
            [sys.executable, "-m", __name__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
        )

    def ask(self, markup: str, title: str, deadline: float) -> object:
        """Return the process's answer.

        Raises:
            WorkerError: if it does not come in time or the process ends.
        """
        stdin, stdout = self.process.stdin, self.process.stdout
        assert stdin is not None
        assert stdout is not None
        try:
            _send(stdin, (markup, title))
            header = _receive(stdout, _LENGTH.size, deadline)
            (length,) = _LENGTH.unpack(header)
            return pickle.loads(_receive(stdout, min(length, _MOST_REPLY), deadline))
        except (OSError, EOFError) as error:
            raise WorkerError(self._reason()) from error

    def stop(self) -> None:
        """End the process at once."""
        self.process.kill()
        self.process.communicate()

    def _reason(self) -> str:
        try:
            code = self.process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            return "the parsing process gave no answer"
        if code in (-24, -9):  # SIGXCPU, SIGKILL
            return f"it took more than {CPU_SECONDS} seconds of computing"
        return f"the parsing process ended with status {code}"


_lock = threading.Lock()
_running: list[_Worker] = []


def read_page_apart(markup: str, title: str) -> Page:
    """Return what a page says, parsed in another process.

    Raises:
        WorkerError: if the page took more time or memory than it may have, or could not be parsed.
    """
    with _lock:
        if _running and _running[0].owner != os.getpid():  # this process was forked: it is the parent's
            _running.clear()
        if not _running:
            _running.append(_Worker())
        worker = _running[0]
        try:
            answer = worker.ask(markup, title, time.monotonic() + WALL_SECONDS)
        except BaseException:  # an interrupt too: what the process answers later belongs to no page
            _running.clear()
            worker.stop()
            raise
    if isinstance(answer, Page):
        return answer
    raise WorkerError(str(answer))


@atexit.register
def stop_worker() -> None:
    """End the process, if one runs."""
    while _running:
        worker = _running.pop()
        if worker.owner == os.getpid():
            worker.stop()


def _send(stream: IO[bytes], value: object) -> None:
    data = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(_LENGTH.pack(len(data)) + data)
    stream.flush()


def _receive(stream: IO[bytes], count: int, deadline: float) -> bytes:
    """Return that many bytes.

    Raises:
        WorkerError: if they do not come before the deadline.
        EOFError: if the other end is closed.
    """
    data = bytearray()
    with selectors.DefaultSelector() as selector:
        selector.register(stream, selectors.EVENT_READ)
        while len(data) < count:
            if not selector.select(max(0.0, deadline - time.monotonic())):
                raise WorkerError(f"it took more than {WALL_SECONDS} seconds")
            part = os.read(stream.fileno(), count - len(data))
            if not part:
                raise EOFError
            data += part
    return bytes(data)


def _serve(stdin: IO[bytes], stdout: IO[bytes]) -> None:
    """Answer pages until the input ends; each may use up so much time."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    while header := stdin.read(_LENGTH.size):
        (length,) = _LENGTH.unpack(header)
        markup, title = pickle.loads(stdin.read(length))
        used = resource.getrusage(resource.RUSAGE_SELF)
        seconds = int(used.ru_utime + used.ru_stime) + 1 + CPU_SECONDS
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.RLIM_INFINITY))
        answer: object
        try:
            answer = read_page(markup, title)
        except (RecursionError, MemoryError, ValueError) as error:
            answer = f"{type(error).__name__} in the parser"
        _send(stdout, answer)


if __name__ == "__main__":
    _serve(sys.stdin.buffer, sys.stdout.buffer)
