"""Pages taken from a large dump, kept as a small export of their own, and how far the dump has been read.

::

    <folder>/<what the dump is>/
      pages.xml     the dump's head and the pages taken from it, byte for byte; an export like any other
      state.json    how far the dump was read when it was written, and how long pages.xml was then

A run that is interrupted goes on from the last state; one over a dump that was read to its end reads
nothing but the pages taken from it.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import BinaryIO

from tasks.bzip2.scan import CLOSE, END, OPEN, Broken
from tasks.disk.durable import write_whole
from tasks.sources.dump.families import EVERY_PAGE, infobox_pattern
from tasks.sources.dump.position import Position

_FORMAT = 5  # raise it when the search or these files change
_EDGE_BYTES = 1 << 16
_PAGES = "pages.xml"
_STATE = "state.json"
_SECONDS_A_DAY = 86_400


@dataclass(frozen=True, slots=True)
class State:
    """How far a dump has been read.

    Attributes:
        position: what of it is done.
        opened, closed: bounds of pages seen so far.
        tail: bytes before the position of which the page may still come.
        broken: pages that could not be taken.
        taken: bytes of `pages.xml` that belong to it.
        is_done: whether the dump's end was reached.
    """

    position: Position = field(default_factory=Position)
    opened: int = 0
    closed: int = 0
    tail: bytes | None = None
    broken: tuple[Broken, ...] = ()
    taken: int = 0
    is_done: bool = False


class Taken:
    """The pages taken from one dump, in a folder of their own."""

    def __init__(self, folder: Path, dump: Path, wanted: re.Pattern[bytes]) -> None:
        """Open what is there of that dump under that pattern, or start anew."""
        self._folder = folder / identity(dump, wanted)
        self._folder.mkdir(parents=True, exist_ok=True)
        os.utime(self._folder)
        self.state = self._read_state()

    def pages(self) -> Iterator[bytes]:
        """Yield the dump's head, then each page taken so far, from bound to bound."""
        content = b""
        with (self._folder / _PAGES).open("rb") as file:
            left = self.state.taken
            is_head = True
            while left:
                block = file.read(min(left, 1 << 20))
                if not block:
                    return
                left -= len(block)
                content += block
                while (end := content.find(OPEN if is_head else CLOSE)) >= 0:
                    end += 0 if is_head else len(CLOSE)
                    yield content[:end] if is_head else content[content.find(OPEN) : end]
                    content, is_head = content[end:], False

    def open(self) -> BinaryIO:
        """Return the file of pages, to go on writing where the state says."""
        file = (self._folder / _PAGES).open("ab")
        file.truncate(self.state.taken)
        return file

    def write(self, state: State, file: BinaryIO) -> None:
        """Write the state down, once the pages it speaks of are on the disk."""
        file.flush()
        os.fsync(file.fileno())
        record = asdict(state)
        record["tail"] = None if state.tail is None else base64.b64encode(state.tail).decode()
        for one in record["broken"]:
            one["start"] = base64.b64encode(one["start"]).decode()
        write_whole(self._folder / _STATE, json.dumps(record).encode())
        self.state = state

    def _read_state(self) -> State:
        """Return the state that was written; the beginning where there is none, or it does not hold."""
        try:
            record = json.loads((self._folder / _STATE).read_bytes())
            record["position"] = Position(**record["position"])
            if record["tail"] is not None:
                record["tail"] = base64.b64decode(record["tail"])
            record["broken"] = tuple(
                Broken(**{**one, "start": base64.b64decode(one["start"])}) for one in record["broken"]
            )
            state = State(**record)
            if (self._folder / _PAGES).stat().st_size >= state.taken:
                return state
        except (OSError, ValueError, KeyError, TypeError):
            pass
        return State()


def identity(dump: Path, wanted: re.Pattern[bytes]) -> str:
    """Return what a dump is (20 hex digits): its size, its time, both its ends; and what is looked for."""
    facts = dump.stat()
    digest = hashlib.sha256(repr((_FORMAT, facts.st_size, facts.st_mtime_ns, wanted.pattern)).encode())
    with dump.open("rb") as file:
        digest.update(file.read(_EDGE_BYTES))
        file.seek(max(0, facts.st_size - _EDGE_BYTES))
        digest.update(file.read(_EDGE_BYTES))
    return digest.hexdigest()[:20]


def still_used(folder: Path, dump: Path) -> None:
    """Say that what was taken from a dump is of use to a run that need not read it."""
    if not folder.exists():
        return
    for wanted in (EVERY_PAGE, infobox_pattern()):
        with suppress(OSError):
            os.utime(folder / identity(dump, wanted))


def clear_unused(folder: Path, days: float) -> None:
    """Remove what was taken from dumps that no run has read for so many days."""
    for one in folder.glob("*"):
        with suppress(FileNotFoundError):
            if one.stat().st_mtime < time.time() - days * _SECONDS_A_DAY:
                shutil.rmtree(one, ignore_errors=True)


def closing() -> bytes:
    """Return what ends the file of pages once all are taken."""
    return b"\n" + END + b"\n"
