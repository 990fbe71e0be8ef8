"""A process that imports once what many need, and is forked for each of them.

Importing and the word lists take a second and a hundred MB; forked, all children have them at once and
share the memory.  The run's own process cannot be forked for that: it may have threads.
"""

from __future__ import annotations

import os
import socket
import struct
import subprocess
import sys
import threading
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

NUMBER = struct.Struct(">q")
_PROCESS = "tasks.processes.template"


class EndedError(OSError):
    """A process has ended without being asked to; the message says how."""


class Child:
    """A process that answers questions, one at a time.

    Attributes:
        is_alive: whether it has answered all so far.
    """

    def __init__(self, nursery: Nursery, pid: int, connection: Connection) -> None:
        self.pid = pid
        self.is_alive = True
        self._nursery = nursery
        self._connection = connection

    def ask(self, question: object) -> Any:
        """Return the answer.

        Raises:
            EndedError: if the process ends without one.
        """
        try:
            self._connection.send(question)
            return self._connection.recv()
        except (EOFError, ConnectionError) as error:
            self._connection.close()
            self.is_alive = False
            raise EndedError(self._nursery.end_of(self.pid)) from error


class Nursery:
    """Starts children that all serve with one module.

    The module has `prepare()`, called once before the first fork, and `serve(connection)`, which is all
    that a child does; the connection ends (EOFError) when this process ends or closes it.
    """

    def __init__(self, module: str) -> None:
        """Start the process to be forked; it prepares while others go on."""
        self._control, theirs = socket.socketpair()
        with theirs:
            number = theirs.fileno()
            self._template = subprocess.Popen(
                # -P: from where this process has its modules, not from the folder in which it was started.
                [sys.executable, "-P", "-m", _PROCESS, str(number), module],
                pass_fds=(number,),
                stdin=subprocess.DEVNULL,
                # Threads of its own would not be there in a child.
                env={**os.environ, "PYTHONPATH": _path(), "OPENBLAS_NUM_THREADS": "1"},
            )
        self._lock = threading.Lock()
        self._living: set[int] = set()
        self._has_born = False

    def child(self) -> Child:
        """Return a new child.

        Raises:
            EndedError: if the process to be forked has ended.
        """
        near, far = socket.socketpair()
        with far, self._lock:
            try:
                socket.send_fds(self._control, [b"fork"], [far.fileno()])
                pid = self._number()
            except OSError as error:
                near.close()
                raise EndedError(self._end_of_template()) from error
            self._living.add(pid)
            self._has_born = True
        return Child(self, pid, Connection(near.detach()))

    def end_of(self, pid: int) -> str:
        """Wait for a child's end and return how it ended, in words."""
        with self._lock:
            if pid not in self._living:
                return "stopped"
            self._living.discard(pid)
            try:
                self._control.sendall(NUMBER.pack(pid))
                return told(os.waitstatus_to_exitcode(self._number()))
            except OSError:
                return self._end_of_template()

    def stop(self) -> None:
        """End all children at once, whatever they do; to do so again does nothing."""
        with self._lock:
            if not self._has_born:
                self._template.kill()  # it may prepare for long, and for nobody
            for pid in self._living:  # none has been waited for, so no number is another's by now
                with suppress(ProcessLookupError):
                    os.kill(pid, 9)
            self._living.clear()
            self._control.close()
        try:
            self._template.wait(timeout=5)
        except subprocess.TimeoutExpired:  # it is still preparing
            self._template.kill()
            self._template.wait()

    def _number(self) -> int:
        answer = b""
        while len(answer) < NUMBER.size:
            more = self._control.recv(NUMBER.size - len(answer))
            if not more:
                raise ConnectionResetError
            answer += more
        number: int = NUMBER.unpack(answer)[0]
        return number

    def _end_of_template(self) -> str:
        try:
            return f"the process to be forked: {told(self._template.wait(timeout=5))}"
        except subprocess.TimeoutExpired:
            return "the process to be forked gives no answer"


def _path() -> str:
    return os.pathsep.join(path or str(Path.cwd()) for path in sys.path)


def told(code: int) -> str:
    """Return in words how a process ended, from its exit code (negative: the signal that ended it)."""
    if code == -9:
        return "killed (the system does that when memory runs out)"
    return f"ended by signal {-code}" if code < 0 else f"ended with exit code {code}"
