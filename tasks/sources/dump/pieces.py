"""The pieces of a dump in their order, whatever it is packed in."""

from __future__ import annotations

import bz2
import re
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Literal

from tasks.bzip2.decompressed import decompress_part
from tasks.bzip2.handed_parts import parts_here
from tasks.bzip2.parts import PART_BYTES, DamagedError, number_of_parts
from tasks.bzip2.scan import Piece, scan
from tasks.bzip2.workers import pieces_of_parts
from tasks.sources.detect import HEAD_BYTES, detect
from tasks.sources.dump.position import Position

Packing = Literal["xml", "bz2", "gzip", "zstd"]
PIECE_BYTES = 4 << 20
# Text is never packed better than this; what claims to be is made to fill the memory or the time.
MOST_EXPANSION = 500
_ALWAYS_ALLOWED = 64 << 20
_READ_BYTES = 1 << 18
_FEW_BYTES = 300  # tell an export from an index
_ZSTD_WINDOW = 1 << 27  # bytes; what `zstd --long` needs
_FEW_PARTS = 2  # a small file is done before another process has started


def pieces(
    path: Path, packing: Packing, wanted: re.Pattern[bytes], start: Position, workers: int
) -> Iterator[tuple[Piece, Position]]:
    """Yield the pieces of a dump from a position on, each with the position after it.

    Args:
        path: the dump.
        packing: what it is packed in.
        wanted: what stands in each page that is looked for.
        start: where to begin; one that was yielded before, or the default.
        workers: how many processes may decompress at once.

    Raises:
        DamagedError: where the file is damaged, after all pieces before that place.
        OSError: if it cannot be read.
    """
    if packing == "bz2":
        yield from _pieces_of_bzip2(path, wanted, start, workers)
        return
    with path.open("rb") as file:
        if packing == "xml":
            file.seek(start.content)
            position = start.content
            while content := file.read(PIECE_BYTES):
                position += len(content)
                yield scan(content, wanted), Position(position, position)
            return
        done = 0
        for content in _UNPACK[packing](file):
            before, done = done, done + len(content)
            if done > MOST_EXPANSION * file.tell() + _ALWAYS_ALLOWED:
                raise DamagedError(f"the file expands more than {MOST_EXPANSION} times", file.tell())
            if done > start.content:
                rest = content[max(start.content - before, 0) :]
                yield scan(rest, wanted), Position(file.tell(), done)


def unpacked(path: Path) -> Iterator[bytes]:
    """Yield what is packed in a file, in order.

    Raises:
        DamagedError: where it is damaged, after all before that place.
        OSError: if it cannot be read.
    """
    packing = packing_of(path)
    with path.open("rb") as file:
        if packing == "bz2":
            for number in range(number_of_parts(path.stat().st_size)):
                yield from map(bytes, decompress_part(file, number))
        elif packing == "xml":
            while content := file.read(PIECE_BYTES):
                yield content
        else:
            yield from _UNPACK[packing](file)


def beginning(path: Path) -> bytes:
    """Return the first bytes of what is packed in a file; none where it is damaged there.

    Raises:
        OSError: if it cannot be read.
    """
    packing = packing_of(path)
    with path.open("rb") as file:
        if packing == "xml":
            return file.read(HEAD_BYTES)
        with suppress(DamagedError, OSError, EOFError):
            if packing == "bz2":
                unpacked, head = bz2.BZ2File(file), b""
                # Of a multistream dump that is the first stream, and not the block of 900 kB behind it.
                while len(head) < _FEW_BYTES and (more := unpacked.read1(HEAD_BYTES - len(head))):
                    head += more
                return head
            return next(_UNPACK[packing](file), b"")[:HEAD_BYTES]
    return b""


def packing_of(path: Path) -> Packing:
    """Return what a file is packed in; "xml" if in nothing."""
    with path.open("rb") as file:
        kind = detect(file.read(HEAD_BYTES))
    return kind if kind in ("bz2", "gzip", "zstd") else "xml"


def _pieces_of_bzip2(
    path: Path, wanted: re.Pattern[bytes], start: Position, workers: int
) -> Iterator[tuple[Piece, Position]]:
    size = path.stat().st_size
    first, count = start.file // PART_BYTES, number_of_parts(size)
    content = start.content
    if workers < 1 or count - first <= _FEW_PARTS:
        parts = parts_here(path, wanted, first, count)
    else:
        parts = pieces_of_parts(path, wanted, first, count, workers)
    for number, piece in parts:
        content += piece.size
        yield piece, Position((number + 1) * PART_BYTES, content)


def _unpack_gzip(file: BinaryIO) -> Iterator[bytes]:
    decompressor = zlib.decompressobj(wbits=31)
    rest = b""
    while True:
        rest = rest or file.read(_READ_BYTES)
        if not rest:
            raise DamagedError("the file ends within a gzip member", file.tell())
        try:
            content = decompressor.decompress(rest, PIECE_BYTES)
        except zlib.error as error:
            raise DamagedError(f"damaged: {error}", file.tell() - len(rest)) from error
        if content:
            yield content
        rest = decompressor.unconsumed_tail
        if decompressor.eof:
            rest = decompressor.unused_data or file.read(_READ_BYTES)
            if not rest.strip(b"\0"):  # padding, as tapes have it
                return
            decompressor = zlib.decompressobj(wbits=31)


def _unpack_zstd(file: BinaryIO) -> Iterator[bytes]:
    import zstandard  # few dumps need it

    decompressor = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW)
    reader = decompressor.stream_reader(file, read_across_frames=True, closefd=False)
    try:
        while content := reader.read(PIECE_BYTES):
            yield content
    except zstandard.ZstdError as error:
        raise DamagedError(f"damaged: {error}", file.tell()) from error


_UNPACK: dict[str, Callable[[BinaryIO], Iterator[bytes]]] = {"gzip": _unpack_gzip, "zstd": _unpack_zstd}
