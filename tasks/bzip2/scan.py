"""Pages in the bytes of an export, found by their bounds, piece by piece and without an XML parser.

MediaWiki escapes every `<` of a page's text, so `<page>` and `</page>` are bounds wherever they stand.
A piece is cut anywhere. What is known of it without its neighbours is a `Piece`; two that follow each
other `join` to the `Piece` of both, and however a stream is cut, the pages are the same.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

OPEN = b"<page>"
CLOSE = b"</page>"
_BOUND = re.compile(rb"</?page>")
END = b"</mediawiki>"
# MediaWiki's pages hold 2 MiB of text at most, which grows when it is escaped; a page with its history more.
MAX_PAGE_BYTES = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Found:
    """A page that was looked for: where it starts in its stream, and its bytes from bound to bound."""

    offset: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Broken:
    """A page that could not be taken: where it starts, the bytes it begins with, and why."""

    offset: int
    start: bytes
    reason: str


@dataclass(frozen=True, slots=True)
class Piece:
    """What a run of bytes says of its pages.

    Attributes:
        size: of the bytes.
        opened, closed: how many bounds stand in it.
        head: all before the first `<page>`; everything where there is none.
        found: whole pages that match, by offset from the piece's start.
        broken: pages that have no end, or are too large.
        tail: from the last `<page>` that is not closed, else what follows the last page; None where
            there is no `<page>`.
        overflow: the head was longer than any page and is not kept.
    """

    size: int
    opened: int
    closed: int
    head: bytes
    found: tuple[Found, ...]
    broken: tuple[Broken, ...]
    tail: bytes | None
    overflow: bool = False


NOTHING = Piece(0, 0, 0, b"", (), (), None)
NO_END = "a page without its end"
TOO_LARGE = f"a page of more than {MAX_PAGE_BYTES:,} bytes"
_START = 300  # bytes of a page that hold its title


def scan(content: bytes | bytearray, wanted: re.Pattern[bytes]) -> Piece:
    """Return what is known of the bytes alone. `wanted` stands in each page that is looked for."""
    opens: list[int] = []
    closes: list[int] = []
    found: list[Found] = []
    start = None  # of the page that is open
    for bound in _BOUND.finditer(content):
        at, behind = bound.span()
        if behind - at == len(OPEN):
            opens.append(at)
            start = at
            continue
        closes.append(at)
        # Searched as soon as its end is seen: it is in the processor's cache then.
        if start is not None and behind - start <= MAX_PAGE_BYTES and wanted.search(content, start, behind):
            found.append(Found(start, bytes(content[start:behind])))
        start = None
    if not opens:
        return _limited(Piece(len(content), 0, len(closes), bytes(content), (), (), None))
    end = opens[-1] if start is not None else closes[bisect_left(closes, opens[-1])] + len(CLOSE)
    broken = tuple(_broken(content, opens, closes))
    head, tail = bytes(content[: opens[0]]), bytes(content[end:])
    return _limited(Piece(len(content), len(opens), len(closes), head, tuple(found), broken, tail))


def _broken(content: bytes | bytearray, opens: list[int], closes: list[int]) -> Iterator[Broken]:
    """Yield the pages before the last one that no `</page>` ends, or that are too large."""
    for start, following in zip_longest(opens, opens[1:]):
        at = bisect_left(closes, start)
        close = closes[at] if at < len(closes) else None
        if following is not None and (close is None or close > following):
            yield Broken(start, bytes(content[start : start + _START]), NO_END)
        elif close is not None and close + len(CLOSE) - start > MAX_PAGE_BYTES:
            yield Broken(start, bytes(content[start : start + _START]), TOO_LARGE)


def join(left: Piece, right: Piece, wanted: re.Pattern[bytes]) -> Piece:
    """Return the piece that two pieces make, the second of which follows the first."""
    base = left.size - len(left.head if left.tail is None else left.tail)
    before = left.head if left.tail is None else left.tail
    middle = scan(before + right.head, wanted)
    opened = left.opened + right.opened + middle.opened - before.count(OPEN)
    closed = left.closed + right.closed + middle.closed - before.count(CLOSE) - right.head.count(CLOSE)
    found = [*left.found, *(Found(base + one.offset, one.content) for one in middle.found)]
    broken = [*left.broken, *(Broken(base + one.offset, one.start, one.reason) for one in middle.broken)]
    found += (Found(left.size + one.offset, one.content) for one in right.found)
    tail, head, overflow = middle.tail, left.head, left.overflow
    if left.tail is None:
        head, overflow = middle.head, left.overflow or right.overflow or middle.overflow
    elif middle.tail is None:
        tail = middle.head
    if right.tail is not None or right.overflow or middle.overflow:
        if tail is not None and tail.startswith(OPEN):
            start = base + middle.size - len(tail)
            reason = TOO_LARGE if right.overflow or middle.overflow else NO_END
            broken.append(Broken(start, tail[:_START], reason))
        tail = right.tail if right.tail is not None else (None if left.tail is None else b"")
    broken += (Broken(left.size + one.offset, one.start, one.reason) for one in right.broken)
    size = left.size + right.size
    return _limited(Piece(size, opened, closed, head, tuple(found), tuple(broken), tail, overflow))


def _limited(piece: Piece) -> Piece:
    """Return the piece without a head or tail that no page can have."""
    if len(piece.head) <= MAX_PAGE_BYTES and len(piece.tail or b"") <= MAX_PAGE_BYTES:
        return piece
    head, tail, broken, overflow = piece.head, piece.tail, list(piece.broken), piece.overflow
    if len(head) > MAX_PAGE_BYTES:
        head, overflow = b"", True
    if tail is not None and len(tail) > MAX_PAGE_BYTES:
        if tail.startswith(OPEN):
            broken.append(Broken(piece.size - len(tail), tail[:_START], TOO_LARGE))
        tail = b""
    return Piece(piece.size, piece.opened, piece.closed, head, piece.found, tuple(broken), tail, overflow)
