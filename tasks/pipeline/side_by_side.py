"""Articles worked on side by side in several processes, and what became of them in the inputs' order.

The rows are the same bytes whatever the number of processes: each article's depend on that article alone.
"""

from __future__ import annotations

import logging
import os
import queue
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import chain, islice
from pathlib import Path

from tasks.pipeline.article_outcome import Answer, Outcome
from tasks.pipeline.work_settings import work_settings
from tasks.processes import Child, EndedError, Nursery
from tasks.settings import Settings
from tasks.sources import Unread

FEW = 100  # articles that cost less here than the start of other processes
_AHEAD = 4  # articles for each process that may wait for it or for their turn
_PROCESS = "tasks.pipeline.article_worker"
_MOST = 8  # processes by default; more only where the settings say so
log = logging.getLogger("casus")


def each_outcome(
    settings: Settings, folder: Path, unread: Iterable[tuple[str, Unread]]
) -> Iterator[tuple[str, Outcome]]:
    """Yield what became of each article with its file, in the order of the inputs.

    Args:
        settings: of the run.
        folder: where rows are kept.
        unread: the articles with their files; they are taken as they are needed.

    Raises:
        BadInputError: if the corrections or an engine cannot be used.
        OSError: if the disk is full, or no process can be started.
    """
    workers = settings.run.workers or min(_cores(), _MOST)
    source = iter(unread)
    first = list(islice(source, -(-FEW // 2))) if workers > 1 else []
    if len(first) == -(-FEW // 2):
        nursery = Nursery(_PROCESS)  # it prepares while the rest is searched for
        try:
            first += islice(source, FEW - len(first))
            if len(first) == FEW:
                yield from _side_by_side(
                    _Team(settings, folder, workers, nursery), chain(first, source), workers
                )
                return
        finally:
            nursery.stop()
    source = chain(first, source)
    from tasks.pipeline.article_work import ArticleWork

    work = ArticleWork(work_settings(settings), folder)
    for file, one in source:
        yield from ((file, outcome) for outcome in work.do(file, one))


def _side_by_side(
    team: _Team, unread: Iterable[tuple[str, Unread]], workers: int
) -> Iterator[tuple[str, Outcome]]:
    threads = ThreadPoolExecutor(workers)  # each waits for a process
    waiting: deque[tuple[str, Future[Answer]]] = deque()
    try:
        for file, one in unread:
            waiting.append((file, threads.submit(team.do, file, one)))
            while len(waiting) > _AHEAD * workers or (waiting and waiting[0][1].done()):
                yield from _told(*waiting.popleft())
        while waiting:
            yield from _told(*waiting.popleft())
    finally:
        team.stop()
        threads.shutdown(cancel_futures=True)


def _told(file: str, future: Future[Answer]) -> Iterator[tuple[str, Outcome]]:
    """Yield the outcomes of an answer; log what was to be logged in this thread, which a flow may own."""
    answer, records = future.result()
    for record in records:
        log.handle(record)
    if isinstance(answer, OSError):
        raise answer
    yield from ((file, outcome) for outcome in answer)


class _Team:
    """So many processes at most, each started when it is first needed, or anew when it has ended."""

    def __init__(self, settings: Settings, folder: Path, workers: int, nursery: Nursery) -> None:
        self._nursery = nursery
        self._start = (log.getEffectiveLevel(), work_settings(settings), folder)
        self._idle: queue.LifoQueue[Child | None] = queue.LifoQueue()
        for _ in range(workers):
            self._idle.put(None)

    def do(self, file: str, unread: Unread) -> Answer:
        """Return what became of an article in a file; one that a process dies of is a failure like others.

        Raises:
            EndedError: if no process can be started.
        """
        child = self._idle.get()
        try:
            if child is None:
                child = self._nursery.child()
                child.ask(self._start)
            answer: Answer = _answer(child, file, unread)
        except EndedError:
            self._idle.put(None)
            raise
        self._idle.put(child if child.is_alive else None)
        return answer

    def stop(self) -> None:
        """End all processes."""
        self._nursery.stop()


def _answer(child: Child, file: str, unread: Unread) -> Answer:
    try:
        answer: Answer = child.ask((file, unread))
    except EndedError as error:
        return (Outcome(failure=f"{unread.name}: could not be extracted: its process was {error}"),), []
    return answer


def _cores() -> int:
    """Return how many processor cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
