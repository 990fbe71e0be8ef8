"""Parts of a bzip2 file that can be decompressed without the parts before them.

A bzip2 stream is a chain of blocks that start at any bit, each with a 48-bit mark and its own checksum.
A part is a fixed run of bytes of the file and stands for the blocks whose mark starts in it, from the first
stream on that starts in it up to the first that starts in the next part: so single streams, streams side by
side ("multistream") and whatever else the format allows are cut, a part can be done by any process, and a run
can begin at any part.  Where whole streams make up a part they are taken as they stand.  Else the blocks are
put into a stream of their own (as bzip2recover does), which any decompressor reads and checks.  Headers of
streams are not needed for it: one that is damaged loses nothing, where decompressors drop all behind it and
say nothing.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import BinaryIO

PART_BYTES = 2 << 20
_BLOCK = 0x314159265359
_FOOTER = 0x177245385090
_MARK_BITS = 48
_CRC_BITS = 32
_STREAM_BYTES = 4  # of its header: what it is, and how large its blocks are
_STREAM = re.compile(rb"BZh[1-9]1AY&SY")  # a stream's header and its first block's mark
_HEADER = b"BZh9"  # of the largest blocks; smaller ones can be read with it
_LOOK_AHEAD = 1 << 18
_LONGEST_BLOCK = 1_300_000  # bytes that 900,000 bytes take where they cannot be made smaller, and more


class DamagedError(ValueError):
    """A compressed file is not what it should be.

    Attributes:
        position: of the byte in the file where it goes wrong.
    """

    def __init__(self, message: str, position: int) -> None:
        super().__init__(message)
        self.position = position


@dataclass(frozen=True, slots=True)
class Chain:
    """Blocks that follow each other.

    Attributes:
        stream: all of them as one whole bzip2 stream.
    """

    stream: bytes
    _window: _Window
    _blocks: tuple[int, ...]
    _end: int

    def single(self) -> Iterator[tuple[bytes, int]]:
        """Yield each block as a stream of its own, with the byte of the file that it starts in."""
        for at, end in pairwise((*self._blocks, self._end)):
            yield self._window.stream((at,), end), self._window.start + at // 8


def number_of_parts(size: int) -> int:
    """Return how many parts a file of that many bytes has."""
    return -(-size // PART_BYTES)


def whole_streams(file: BinaryIO, number: int) -> bytes | None:
    """Return one part (the first is 0) where it seems to be whole streams; they are not looked into."""
    start, end, is_whole = _bounds(file, number)
    if not is_whole:
        return None
    file.seek(start)
    return file.read(end - start)


def _bounds(file: BinaryIO, number: int) -> tuple[int, int, bool]:
    """Return the bytes that a part begins and ends at, and whether streams do there."""
    size = os.fstat(file.fileno()).st_size
    first, following = _stream_start(file, number), _stream_start(file, number + 1)
    is_last = (number + 1) * PART_BYTES >= size
    start = number * PART_BYTES if first is None or number == 0 else first
    end = size if is_last else (number + 1) * PART_BYTES if following is None else following
    return start, end, first == start and (is_last or following is not None)


def _stream_start(file: BinaryIO, number: int) -> int | None:
    """Return where the first stream that starts in a part does; None where none does."""
    start = number * PART_BYTES
    for length in (min(_LOOK_AHEAD, PART_BYTES), PART_BYTES):  # where there are many, one starts soon
        file.seek(start)
        found = _STREAM.search(file.read(length + _STREAM_BYTES + _MARK_BITS // 8 - 1))
        if found:
            return start + found.start()
    return None


def chains(file: BinaryIO, number: int) -> Iterator[Chain]:
    """Yield the blocks of one part (the first is 0), as streams.

    Raises:
        DamagedError: where the chain of blocks and streams is broken, after all that stands before.
    """
    # A mark belongs to the part that it starts in; the last one may end a little behind it.
    start, end, _ = _bounds(file, number)
    window = _Window(file, start, end - start + _MARK_BITS // 8)
    limit = (end - start) * 8
    marks = window.marks
    index = 0
    if number == 0 and not (marks and marks[0][0] == _STREAM_BYTES * 8):
        raise DamagedError("no bzip2 block where the first should start", _STREAM_BYTES)
    while index < len(marks) and marks[index][0] < limit:
        if marks[index][1] == _FOOTER:
            window.check_gap(index)
            index += 1
            continue
        last = index
        while marks[last][1] == _BLOCK and marks[last][0] < limit:
            last += 1
            if last == len(marks) and not window.find_more():
                blocks = [position for position, _ in marks[index:last]]
                if len(blocks) > 1:  # the last one is not whole, those before it are
                    yield window.chain(blocks[:-1], blocks[-1])
                message = "the file ends within a block" if window.is_at_end else "a block that does not end"
                raise DamagedError(message, window.start + blocks[-1] // 8)
        blocks = [position for position, _ in marks[index:last]]
        yield window.chain(blocks, marks[last][0])
        index = last


class _Window:
    """Some bytes of the file, from `start` on, with the marks in them (in bits from there)."""

    def __init__(self, file: BinaryIO, start: int, length: int) -> None:
        self.start = start
        self.marks: list[tuple[int, int]] = []
        self._file = file
        self._size = os.fstat(file.fileno()).st_size
        file.seek(start)
        self._content = file.read(length)
        self._add(0)

    @property
    def is_at_end(self) -> bool:
        """Whether all up to the file's end has been read."""
        return self.start + len(self._content) >= self._size

    def find_more(self) -> bool:
        """Read on until there is another mark; say whether there is one within a block's length."""
        known, length = len(self.marks), len(self._content)
        while not self.is_at_end and len(self._content) - length < _LONGEST_BLOCK:
            before = len(self._content)
            self._file.seek(self.start + before)
            self._content += self._file.read(_LOOK_AHEAD)
            self._add(before)
            if len(self.marks) > known:
                return True
        return False

    def _add(self, start: int) -> None:
        """Find the marks that the bytes from `start` on complete."""
        content, found = self._content, set()
        for mark in (_BLOCK, _FOOTER):
            for shift in range(8):
                # The whole bytes of a mark at that bit; the bits beside them are checked below.
                whole = (mark << (8 - shift)).to_bytes(7, "big")
                inner, before = (whole[1:6], 1) if shift else (whole[:6], 0)
                at = content.find(inner, max(start - 8, 0))
                while at >= 0:
                    bits = (at - before) * 8 + shift
                    if bits >= 0 and self.number(bits, _MARK_BITS) == mark:
                        found.add((bits, mark))
                    at = content.find(inner, at + 1)
        known = set(self.marks)
        self.marks += sorted(mark for mark in found if mark not in known)

    def check_gap(self, index: int) -> None:
        """Raise DamagedError if what follows a stream's end is neither another stream nor the file's end."""
        after = -(-(self.marks[index][0] + _MARK_BITS + _CRC_BITS) // 8)
        if index + 1 < len(self.marks) or self.find_more():
            is_good = self.marks[index + 1][0] == (after + _STREAM_BYTES) * 8
        else:
            is_good = self.is_at_end and after == len(self._content)
        if not is_good:
            end = self.start + after
            is_cut = end > self._size
            message = (
                "the file ends within a stream's end" if is_cut else "no bzip2 stream where one should start"
            )
            raise DamagedError(message, min(end, self._size))

    def number(self, at: int, count: int) -> int:
        """Return so many bits from a position on; -1 where the bytes end before."""
        end = at + count
        last = (end + 7) // 8
        if last > len(self._content):
            return -1
        return int.from_bytes(self._content[at // 8 : last], "big") >> (last * 8 - end) & ((1 << count) - 1)

    def chain(self, blocks: list[int], end: int) -> Chain:
        """Return the blocks that start at those bits, up to the bit `end`."""
        return Chain(self.stream(blocks, end), self, tuple(blocks), end)

    def stream(self, blocks: Sequence[int], end: int) -> bytes:
        """Return the blocks that start at those bits, up to the bit `end`, as a whole stream."""
        checksum = 0
        for at in blocks:  # a stream's checksum is made of those of its blocks
            checksum = (checksum << 1 | checksum >> 31) & 0xFFFFFFFF
            checksum ^= self.number(at + _MARK_BITS, _CRC_BITS) & 0xFFFFFFFF
        number = self.number(blocks[0], end - blocks[0])
        number = (number << _MARK_BITS | _FOOTER) << _CRC_BITS | checksum
        bits = end - blocks[0] + _MARK_BITS + _CRC_BITS
        padding = -bits % 8
        return _HEADER + (number << padding).to_bytes((bits + padding) // 8, "big")
