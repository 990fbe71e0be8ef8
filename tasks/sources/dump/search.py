"""The pages of a dump that are looked for, one after another, and what became of all the others."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from tasks.bzip2.parts import DamagedError
from tasks.bzip2.scan import CLOSE, END, NOTHING, Broken, Found, Piece, join
from tasks.sources.dump.export_head import MAX_HEAD_BYTES, HeadError, Site, read_site
from tasks.sources.dump.pieces import Packing, packing_of, pieces
from tasks.sources.dump.position import Position, Progress, watch_dump
from tasks.sources.dump.taken import State, Taken, closing

STATE_SECONDS = 2.0  # so often is written down how far a dump has been read
_MOST_BROKEN = 1000


@dataclass(slots=True)
class Search:
    """A walk through a dump.

    Attributes:
        path: the dump.
        wanted: what stands in each page that is looked for.
        workers: how many processes may decompress at once.
        taken: where pages are kept for a run after this one; None to keep nothing.
        site: the wiki, once the first page was reached.
        pages: how many pages were read.
        found: how many of them were looked for.
        broken: pages without an end, or too large to be taken.
    """

    path: Path
    wanted: re.Pattern[bytes]
    workers: int = 0
    taken: Taken | None = None
    site: Site | None = None
    pages: int = 0
    found: int = 0
    broken: list[Broken] = field(default_factory=list)
    _started: float = field(default_factory=time.monotonic)
    _first: Position = field(default_factory=Position)

    def run(self) -> Iterator[bytes]:
        """Yield the pages that are looked for, from bound to bound, in the dump's order.

        Raises:
            DamagedError: where the dump is damaged, or ends too early, after all pages before that.
            HeadError: if it is no export, or declares a document type.
            OSError: if it cannot be read.
        """
        state = self.taken.state if self.taken else State()
        if self.taken and state.taken:
            kept = self.taken.pages()
            self.site = read_site(next(kept))
            for content in kept:
                self.found += 1
                yield content
        self.pages, self.broken = state.closed, list(state.broken)
        if not state.is_done:
            yield from self._go_on(state, packing_of(self.path))

    def _go_on(self, state: State, packing: Packing) -> Iterator[bytes]:
        self._first = state.position
        known = Piece(state.position.content, state.opened, state.closed, b"", (), (), state.tail)
        if state.tail is None:
            known = NOTHING
        with ExitStack() as stack:
            out = stack.enter_context(self.taken.open()) if self.taken else None
            written = time.monotonic()
            for piece, position in pieces(self.path, packing, self.wanted, state.position, self.workers):
                known = join(known, piece, self.wanted)
                yield from self._take(known, out)
                known = replace(known, found=(), broken=())
                self._show(position)
                if out and self.taken and self.site and time.monotonic() - written > STATE_SECONDS:
                    self._write(known, position, out)
                    written = time.monotonic()
            self._finish(known)
            if out and self.taken:
                size = self.path.stat().st_size
                out.write(closing())
                self._write(known, Position(size, known.size), out, is_done=True)

    def _take(self, known: Piece, out: BinaryIO | None) -> Iterator[bytes]:
        """Yield the pages of a piece and keep them; read the head first, once it is whole."""
        if self.site is None:
            if known.tail is None and len(known.head) <= MAX_HEAD_BYTES and not known.overflow:
                return
            self.site = read_site(known.head)
            if out:
                out.write(known.head)
        self.pages = known.closed
        self.broken += known.broken[: _MOST_BROKEN - len(self.broken)]
        for one in sorted(known.found, key=lambda found: found.offset):
            self.found += 1
            if out:
                out.write(one.content + b"\n")
            yield one.content

    def _finish(self, known: Piece) -> None:
        """Look at what stands behind the last page.

        Raises:
            DamagedError: if the dump's end is missing, or bounds of pages are.
            HeadError: if it is no export.
        """
        if self.site is None:
            self.site = read_site(known.head)
        end = known.head if known.tail is None else known.tail
        if END not in end.partition(CLOSE)[2 if CLOSE in end else 0]:
            message = "the dump ends without </mediawiki>: something is missing behind this byte"
            raise DamagedError(message, self.path.stat().st_size)
        if known.opened != known.closed and not self.broken:
            message = f"{known.opened:,} pages begin and {known.closed:,} end"
            raise DamagedError(message, self.path.stat().st_size)

    def _show(self, position: Position) -> None:
        total = self.path.stat().st_size
        done = min(position.file, total)
        passed, covered = time.monotonic() - self._started, done - self._first.file
        left = passed / covered * (total - done) if covered > 0 and passed > 1 else None
        watch_dump.get()(Progress(self.path.name, done, total, self.pages, self.found, left))

    def _write(self, known: Piece, position: Position, out: BinaryIO, is_done: bool = False) -> None:
        assert self.taken is not None
        tail = known.tail if known.tail is not None else b""
        self.taken.write(
            State(
                position, known.opened, known.closed, tail, tuple(self.broken), out.tell(), is_done=is_done
            ),
            out,
        )


__all__ = ["DamagedError", "Found", "HeadError", "Search"]
