"""One of the processes that work on articles side by side: what it prepares, and how it serves.

A question is what is to be read of one article; the answer is what became of it, or the error that ends
the run, and what was logged meanwhile.
"""

from __future__ import annotations

import hashlib
import logging
from contextlib import suppress
from logging.handlers import QueueHandler
from multiprocessing.connection import Connection
from queue import SimpleQueue

from tasks.pipeline.article_work import ArticleWork, Outcome

Answer = tuple[tuple[Outcome, ...] | OSError, list[logging.LogRecord]]
# Long enough to make each stage load its word lists; they are then loaded for all processes.
_SAMPLE = """= Harbour bombing =

Harbour bombing
- Date: 3 March 2019
- Location: Kabul, Afghanistan
- Deaths: 4

On 3 March 2019 a bomb killed four soldiers near the harbour of Kabul in Afghanistan. According to the
police, at least 20 people were wounded. "We deny that there was a raid", said John Miller, the mayor.
"""


def prepare() -> None:
    """Load what every article needs."""
    from tasks.assemble import rows_of
    from tasks.extract import extract
    from tasks.history import past
    from tasks.run.fingerprint import code_fingerprint
    from tasks.sources.rendered_text import read_rendered_text

    assert past
    checksum = hashlib.sha256(_SAMPLE.encode()).hexdigest()
    rows_of(extract(read_rendered_text(_SAMPLE, source_path="sample", content_sha256=checksum)))
    code_fingerprint()


def serve(connection: Connection) -> None:
    """Answer for one article after another; first come level of the log, settings and folder.

    Raises:
        EOFError: when the other end is closed.
    """
    level, settings, folder = connection.recv()
    records: SimpleQueue[logging.LogRecord] = SimpleQueue()
    log = logging.getLogger("casus")
    log.setLevel(level)
    log.addHandler(QueueHandler(records))
    log.propagate = False
    work = ArticleWork(settings, folder)
    connection.send(None)
    while True:
        file, unread = connection.recv()
        answer: tuple[Outcome, ...] | OSError
        try:
            answer = work.do(file, unread)
        except OSError as error:
            answer = error
        said = []
        with suppress(Exception):
            while True:
                said.append(records.get_nowait())
        connection.send((answer, said))
