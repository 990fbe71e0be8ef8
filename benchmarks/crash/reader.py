"""Somebody who reads the dataset in a loop, all the while."""

from __future__ import annotations

import json
import os
import signal
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path

import pyarrow.parquet as pq

from tasks.publish import Layout, damage, reading

PAUSE_SECONDS = 0.2


@dataclass(slots=True)
class Readings:
    """How many times all tables of one version were read, how many single tables, and what was wrong."""

    whole: int = 0
    single: int = 0
    wrong: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Reader:
    """A process that reads until it is told to stop."""

    pid: int
    result: Path

    def stop(self) -> Readings:
        """End it; return what it found."""
        os.kill(self.pid, signal.SIGTERM)
        os.waitpid(self.pid, 0)
        return Readings(**json.loads(self.result.read_text()))


def start_reader(out: Path, result: Path) -> Reader:
    """Fork a reader of a dataset folder in which something is published already."""
    pid = os.fork()
    if pid:
        return Reader(pid, result)
    stopped = False

    def stop(number: int, frame: object) -> None:
        nonlocal stopped
        stopped = True

    signal.signal(signal.SIGTERM, stop)
    found = Readings()
    while not stopped:
        try:
            _read_whole(out)
            found.whole += 1
        except Exception as error:
            found.wrong.append(f"whole version: {type(error).__name__}: {error}")
        try:
            for name in ("events", "claims"):
                pq.read_table(out / "latest" / f"{name}.parquet")
                found.single += 1
        except Exception as error:
            found.wrong.append(f"single table: {type(error).__name__}: {error}")
        time.sleep(PAUSE_SECONDS)
    result.write_text(json.dumps(asdict(found)))
    os._exit(0)


def _read_whole(out: Path) -> None:
    """Read every table of one version and compare all of it with what was published."""
    with reading(out) as folder:
        ids = set(pq.read_table(folder / "articles.parquet")["article_id"].to_pylist())
        for path in sorted(folder.glob("*.parquet")):
            table = pq.read_table(path)
            if "article_id" in table.column_names and path.stem != "articles":
                strangers = set(table["article_id"].to_pylist()) - ids - {None}
                if strangers:
                    raise ValueError(f"{path.name}: rows of articles that are not there: {strangers}")
        if wrong := damage(Layout(out), folder.name):
            raise ValueError(wrong[0])
