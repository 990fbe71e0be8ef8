"""What children of a nursery do in tests."""

from __future__ import annotations

import os
from multiprocessing.connection import Connection

prepared: list[int] = []


def prepare() -> None:
    """Note which process prepares."""
    prepared.append(os.getpid())


def serve(connection: Connection) -> None:
    """Answer with the process that prepared, this one and the question; end as a number says."""
    while True:
        question = connection.recv()
        if isinstance(question, int):
            if question < 0:
                os.kill(os.getpid(), -question)
            os._exit(question)
        connection.send((prepared, os.getpid(), question))
