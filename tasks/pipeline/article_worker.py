"""One of the processes that work on articles side by side: what it prepares, and how it serves.

A question is what is to be read of one article; the answer is what became of it, or the error that ends
the run, and what was logged meanwhile.
"""

from __future__ import annotations

import logging
from contextlib import suppress
from logging.handlers import QueueHandler
from multiprocessing.connection import Connection
from queue import SimpleQueue
from typing import TYPE_CHECKING

from tasks.lexicons.compiled import kept_patterns
from tasks.run.fingerprint import code_fingerprint

if TYPE_CHECKING:
    from tasks.pipeline.article_outcome import Outcome

# Long enough to make each stage load its word lists, and list the places of the country that most articles
# name; they are then there for all processes.
_SAMPLE = """{{Infobox civilian attack
| title = Harbour bombing
| date = {{start date|2019|3|3|df=y}}
| location = [[Kabul]], Afghanistan
| fatalities = 4
}}
On 3 March 2019 a bomb killed four soldiers of the [[Harbour Brigade]] near the harbour of Kabul in
Afghanistan.<ref>{{cite news|url=https://news.example/1|title=Harbour|last=Miller|first=Ann|work=News
|date=3 March 2019|access-date=4 March 2019|language=French}}</ref> According to the police, at least 20
people were wounded. "We deny that there was a raid", said John Miller, mayor of Nowheredale.<ref>''News'', 5
May 2019.</ref> No group claimed responsibility for the attack. The United States condemned it.

== Aftermath ==
Two days later, the health ministry raised the toll to 6 dead. Witnesses said that two cars had stopped.
Officials of the United States reported that a second bomb had hit a market in Nowheredale, United States.
"""


def prepare() -> None:
    """Load what every article needs."""
    with kept_patterns(code_fingerprint()):  # which everything that extracts is imported in
        from tasks.assemble import rows_of
        from tasks.claims.types.type_wordings import compile_wordings
        from tasks.extract import extract
        from tasks.history import past
        from tasks.lexicons.late_pattern import compile_late_patterns
        from tasks.pipeline import article_work
        from tasks.sources.wikitext import read_wikitext

        assert past and article_work
        compile_wordings()
        compile_late_patterns()
        rows_of(extract(read_wikitext(_SAMPLE, title="Harbour bombing", source_path="sample")))


def serve(connection: Connection) -> None:
    """Answer for one article after another; first come level of the log, settings and folder.

    Raises:
        EOFError: when the other end is closed.
    """
    from tasks.pipeline.article_work import ArticleWork

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
