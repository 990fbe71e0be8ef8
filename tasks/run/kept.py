"""Results of single articles, kept between runs.

A result is found again by what it depends on: the article (its raw content and all that its source
says of it) and the code that extracts (every file that can change a row).  It is JSON behind a
checksum: reading it runs nothing, and a torn file counts as not there, without its rows being read.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import time
from collections.abc import Collection
from pathlib import Path

import orjson

from tasks.assemble.row import Rows, dump, parse
from tasks.model.article import Article
from tasks.model.span import Span
from tasks.run.checksummed import checksummed, unpacked
from tasks.run.fingerprint import code_fingerprint

SECONDS_A_DAY = 86_400


def key_of(article: Article, past: str = "") -> str:
    """Return what identifies an article's result (hex): all its fields, and the mark of its past."""
    return hashlib.sha256(orjson.dumps((article, past), default=_ends)).hexdigest()


def _ends(value: object) -> tuple[int, int]:
    """Return a span as its two ends: it is the one value of an article that is no dataclass."""
    if isinstance(value, Span):
        return value.start, value.end
    raise TypeError(f"an article holds no {type(value).__name__}")


class Kept:
    """The results kept in a folder for the present code and the user's own additions."""

    def __init__(self, folder: Path, corrections: str = "") -> None:
        """Make a store in `folder`; `corrections` is the checksum of what else changes results."""
        mark = hashlib.sha256(f"{code_fingerprint()}{corrections}".encode()).hexdigest()[:16]
        self._all = folder
        self._mine = folder / mark

    def path(self, key: str) -> Path:
        """Return where the result of that key lies, if it is kept."""
        return self._mine / key[:1] / f"{key}.json"  # more folders cost more than large ones

    def holds(self, key: str) -> bool:
        """Say whether an article's rows are kept and whole; they are not read."""
        return self._whole(key) is not None

    def get(self, key: str) -> Rows | None:
        """Return an article's rows, or None where they are not kept or cannot be read."""
        content = self._whole(key)
        try:
            return None if content is None else parse(content)
        except ValueError:
            return None

    def _whole(self, key: str) -> bytes | None:
        """Return what is kept without its checksum, None where it is not there or torn; note the use."""
        path = self.path(key)
        try:
            content = unpacked(path.read_bytes())
            if content is None:
                return None
            os.utime(path)
        except OSError:
            return None
        return content

    def put(self, key: str, rows: Rows) -> None:
        """Keep an article's rows."""
        path = self.path(key)
        content = checksummed(dump(rows))
        try:
            _write(path, content)
        except FileNotFoundError:
            path.parent.mkdir(parents=True, exist_ok=True)
            _write(path, content)

    def clear_unused(self, days: float, used: Collection[str] = ()) -> int:
        """Remove results that no run used for so many days; return how many.

        Args:
            days: how long a result is kept that nobody uses.
            used: keys that this run used without reading their results; their use is noted here.
        """
        now, gone = time.time(), 0
        limit, due = now - days * SECONDS_A_DAY, now - days * SECONDS_A_DAY / 2
        for path in self._all.glob("*/*/*"):
            with contextlib.suppress(FileNotFoundError):
                touched = path.stat().st_mtime
                if touched < due and path.stem in used and path.parent.parent == self._mine:
                    os.utime(path)
                elif touched < limit or path.name.startswith(".tmp-"):
                    path.unlink()
                    gone += 1
        for folder in self._all.glob("*"):
            if folder != self._mine and not any(folder.glob("*/*")):
                shutil.rmtree(folder, ignore_errors=True)
        return gone


def _write(path: Path, content: bytes) -> None:
    neighbour = path.with_name(f".tmp-{path.name}-{os.getpid()}")
    try:
        neighbour.write_bytes(content)
        neighbour.replace(path)
    except BaseException:
        neighbour.unlink(missing_ok=True)
        raise
