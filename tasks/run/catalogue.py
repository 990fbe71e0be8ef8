"""Which articles each input file held when it was last read: one that is as it was is not read again.

A dump holds many, any other file one.

A file is as it was if its size, its times and its number on the disk are, and those of the files that
belong to it.  Times have a grain: a file that was touched just before it was looked at may have been
touched again without showing it, so nothing is remembered of it ("racily clean", as git calls it).
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tasks.disk.durable import write_whole
from tasks.run.checksummed import checksummed, unpacked
from tasks.sources.dump.index import index_beside
from tasks.sources.origin import coming_path_of, path_of
from tasks.sources.revisions import LIST, history_folder

GRAIN_SECONDS = 2.0  # the coarsest clock that a file system has (FAT)
Facts = tuple[tuple[int, int, int, int] | None, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """An article that a file held: its id, title, the checksum of its content, the key of its result."""

    article_id: str
    title: str
    content: str
    key: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What a file held.

    Attributes:
        facts: that told it from any other when it was read.
        is_dump: whether it is one, of which pages may be kept.
    """

    facts: Facts
    is_dump: bool
    reads: tuple[Read, ...]


@dataclass(slots=True)
class Catalogue:
    """What is known of input files, by path.

    Attributes:
        mark: of all that an article depends on beside its files.
    """

    mark: str
    entries: dict[str, Entry] = field(default_factory=dict)

    def find(self, file: Path, facts: Facts) -> Entry | None:
        """Return what a file held that is as it was, None of any other."""
        entry = self.entries.get(str(file))
        return entry if entry is not None and entry.facts == facts else None

    def write(self, path: Path) -> None:
        """Keep the catalogue.

        Raises:
            OSError: if it cannot be written; the one before stays.
        """
        entries = {
            name: [
                one.facts,
                one.is_dump,
                [[read.article_id, read.title, read.content, read.key] for read in one.reads],
            ]
            for name, one in self.entries.items()
        }
        content = json.dumps({"mark": self.mark, "entries": entries}).encode()
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, checksummed(content))


def read_catalogue(path: Path, mark: str) -> Catalogue:
    """Return the catalogue that is kept there; an empty one where it is missing, torn or of another mark."""
    try:
        record = json.loads(unpacked(path.read_bytes()) or b"{}")
        if record.get("mark") == mark:
            return Catalogue(mark, {name: _entry(*entry) for name, entry in record["entries"].items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        pass
    return Catalogue(mark)


def facts_of(file: Path) -> Facts | None:
    """Return what tells whether a file has changed; to be asked before the file is read.

    None where that cannot be told: the file is not there, or was touched within the clock's grain.
    """
    beside = (path_of(file), coming_path_of(file), history_folder(file) / LIST, index_beside(file))
    found = [None if path is None else _stat(path) for path in (file, *beside)]
    youngest = max((max(one[1], one[2]) for one in found if one is not None), default=0)
    if found[0] is None or youngest > time.time_ns() - int(GRAIN_SECONDS * 1e9):
        return None
    return tuple(found)


def _stat(path: Path) -> tuple[int, int, int, int] | None:
    try:
        facts = path.stat()
    except OSError:
        return None
    return facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns, facts.st_ino


def _entry(facts: Iterable[Sequence[int] | None], is_dump: bool, reads: Iterable[Sequence[str]]) -> Entry:
    known = tuple(None if one is None else (one[0], one[1], one[2], one[3]) for one in facts)
    return Entry(known, is_dump, tuple(Read(*read) for read in reads))


def mark_of(*parts: str) -> str:
    """Return one checksum for all that something which is kept depends on."""
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()
