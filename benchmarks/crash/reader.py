"""Somebody who reads the dataset in a loop, in each of the ways that the documentation names."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from tasks.publish import Layout, damage, numbered_versions, reading

PAUSE_SECONDS = 0.05
IDLE = 2.0  # so many times as long as it works: the runs need the machine
WHOLE = "all tables of one version with checksums, `tasks.publish.reading`"
RESOLVED = "one table, link resolved first"
BY_PATH = "one table, by path through `latest`"
TABLES = ("events", "claims")


@dataclass(slots=True)
class Readings:
    """What came of the readings of one way.

    Attributes:
        count: how many there were.
        failed: of those that ended with an error: what it said.
        mixed: of those that gave what no version holds: what they gave.
    """

    count: int = 0
    failed: list[str] = field(default_factory=list)
    mixed: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Reader:
    """A process that reads until it is told to stop."""

    pid: int
    result: Path

    def stop(self) -> dict[str, Readings]:
        """End it; return what it found, by the way of reading."""
        os.kill(self.pid, signal.SIGTERM)
        os.waitpid(self.pid, 0)
        return {way: Readings(**found) for way, found in json.loads(self.result.read_text()).items()}


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
    watcher = _Watcher(Layout(out))
    while not stopped:
        begin = time.process_time()
        watcher.look()
        time.sleep(PAUSE_SECONDS + IDLE * (time.process_time() - begin))
    result.write_text(json.dumps({way: asdict(found) for way, found in watcher.found.items()}))
    os._exit(0)


class _Watcher:
    """Reads in every way and compares with what the stored versions hold."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._libraries = _libraries()
        self.found = {WHOLE: Readings()}
        for way in (RESOLVED, BY_PATH):
            self.found |= {f"{way}, {library}": Readings() for library in self._libraries}
        self._known: dict[tuple[str, str], set[str]] = {}
        self._seen: set[str] = set()

    def look(self) -> None:
        """Read once in every way."""
        self._try(WHOLE, lambda: self._read_whole())
        for library in self._libraries:
            for table in TABLES:
                self._learn()
                self._single(f"{RESOLVED}, {library}", library, self._layout.latest.resolve(), table)
                self._single(f"{BY_PATH}, {library}", library, self._layout.latest, table)

    def _try(self, way: str, read: Callable[[], str | None]) -> None:
        self.found[way].count += 1
        try:
            mixed = read()
        except Exception as error:
            self.found[way].failed.append(f"{way}: {type(error).__name__}: {error}")
            return
        if mixed:
            self.found[way].mixed.append(f"{way}: {mixed}")

    def _single(self, way: str, library: str, folder: Path, table: str) -> None:
        def read() -> str | None:
            mark = _mark(self._libraries[library](folder / f"{table}.parquet"))
            if mark not in self._known[library, table]:
                self._learn()
            return None if mark in self._known[library, table] else f"{table} as no version has it"

        self._try(way, read)

    def _learn(self) -> None:
        """Note what each library makes of the tables of versions that were not seen before."""
        for name in numbered_versions(self._layout):
            if name in self._seen:
                continue
            try:
                with reading(self._layout.out, name) as folder:
                    for library, read in self._libraries.items():
                        for table in TABLES:
                            mark = _mark(read(folder / f"{table}.parquet"))
                            self._known.setdefault((library, table), set()).add(mark)
            except Exception:
                continue  # pruned meanwhile; it is looked at again if it comes back
            self._seen.add(name)

    def _read_whole(self) -> str | None:
        """Read every table of one version and compare all of it with what was published."""
        with reading(self._layout.out) as folder:
            ids = set(pq.read_table(folder / "articles.parquet")["article_id"].to_pylist())
            for path in sorted(folder.glob("*.parquet")):
                table = pq.read_table(path)
                if "article_id" in table.column_names and path.stem != "articles":
                    strangers = set(table["article_id"].to_pylist()) - ids - {None}
                    if strangers:
                        return f"{path.name}: rows of articles that are not there: {strangers}"
            wrong = damage(self._layout, folder.name)
            return wrong[0] if wrong else None


def _libraries() -> dict[str, Callable[[Path], pa.Table]]:
    """Return how each library reads a table by its path; imported here, after the fork."""
    import duckdb
    import pandas as pd
    import polars as pl

    def with_duckdb(path: Path) -> Any:
        relation = duckdb.sql(f"FROM '{path}'")
        assert relation is not None
        return relation.to_arrow_table()

    return {
        "pandas": lambda path: pa.Table.from_pandas(pd.read_parquet(path)),
        "pyarrow": pq.read_table,
        "Polars": lambda path: pl.read_parquet(path).to_arrow(),
        "DuckDB": with_duckdb,
    }


def _mark(table: pa.Table) -> str:
    """Return a checksum of a table's rows."""
    return hashlib.sha256(json.dumps(table.to_pydict(), default=str).encode()).hexdigest()
