"""Decompression of one part of a bzip2 file.

The fastest decompressor that there is takes a part at once: `lbzip2` where it is installed, else rapidgzip's.
What it does not get through is taken block by block by Python's own module, which tells where it goes wrong.
Nothing is handed on before its checksum has been seen to hold.
"""

from __future__ import annotations

import bz2
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from typing import Any, BinaryIO

from tasks.bzip2.parts import PART_BYTES, Chain, DamagedError, chains, whole_streams

Content = bytes | bytearray
# A part of real pages grows to 3 to 5 times its size, and hardly ever to 50 times.
MAX_PART_BYTES = 500 * PART_BYTES
_AT_ONCE = 32 << 20  # bytes of a part that are held together; larger ones go block by block
_MOST = _AT_ONCE + 4096
_PIPE_BYTES = 1 << 16
# lbzip2 jumps about in arrays of several MB.  With large pages of memory it takes a thirteenth less time; a
# system gives them where they are asked for, to one heap that grows by much.  Only GNU's library reads it.
_TUNED = ("hugetlb=1", "mmap_threshold=268435456", "arena_max=1", "top_pad=16777216")
_LARGE_PAGES = ":".join(f"glibc.malloc.{one}" for one in _TUNED)
_RAPIDGZIP_BYTES = 1 << 17
_BLOCK_LIMIT = 64 << 20  # a block stands for 46 MB at most
# Put behind what a decompressor is to take: only if it comes out all before it was taken.  Behind a damaged
# header decompressors drop all that follows, and say nothing.
_LAST = b"This is the end of the part."
_LAST_STREAM = bz2.compress(_LAST)


def decompress_part(file: BinaryIO, number: int) -> Iterator[Content]:
    """Yield what one part of the file (the first is 0) stands for.

    Raises:
        DamagedError: after all that could be read before the damage.
    """
    size = 0
    for content in _decompressed(file, number):
        size += len(content)
        if size > MAX_PART_BYTES:
            raise DamagedError("the file expands more than 500 times", number * PART_BYTES)
        yield content


def _decompressed(file: BinaryIO, number: int) -> Iterator[Content]:
    streams = whole_streams(file, number)
    content = None if streams is None else _at_once([streams])
    if content is not None:
        yield content
        return
    whole: list[Chain] = []
    damage: DamagedError | None = None
    try:
        whole.extend(chains(file, number))
    except DamagedError as error:
        damage = error
    content = _at_once([chain.stream for chain in whole])
    if content is not None:
        yield content
    else:
        for chain in whole:
            yield from _one_chain(chain)
    if damage is not None:
        raise damage


def _one_chain(chain: Chain) -> Iterator[bytes]:
    try:
        content = _decompress(chain.stream, _AT_ONCE)
    except OSError:
        content = None
    if content is not None:
        yield content
        return
    for stream, position in chain.single():
        try:
            content = _decompress(stream, _BLOCK_LIMIT)
        except OSError as error:
            raise DamagedError("a damaged block", position) from error
        if content is None:
            raise DamagedError("a block that expands beyond all measure", position)
        yield content


def _decompress(stream: bytes, limit: int) -> bytes | None:
    """Return what a stream stands for, or None if that is more than `limit` bytes.

    Raises:
        OSError: if the stream is damaged.
    """
    decompressor = bz2.BZ2Decompressor()
    content = decompressor.decompress(stream, limit + 1)
    if not decompressor.eof and len(content) <= limit:
        # The last bytes were handed out before the end was looked at.
        content += decompressor.decompress(b"", limit + 1 - len(content))
    if len(content) > limit:
        return None
    if not decompressor.eof or decompressor.unused_data:
        raise OSError("the stream ends elsewhere than it should")
    return content


def _at_once(streams: list[bytes]) -> bytearray | None:
    """Return what streams stand for; None where they are damaged, or too large to hold."""
    decompress = _by_lbzip2 if _lbzip2() else _by_rapidgzip if _rapidgzip() else None
    if decompress is None or not streams:
        return None
    content = decompress([*streams, _LAST_STREAM])
    if content is None or len(content) >= _MOST or not content.endswith(_LAST):
        return None
    del content[-len(_LAST) :]  # without a copy of the rest
    return content


@cache
def _lbzip2() -> str | None:
    """Return where lbzip2 is; it takes about two thirds of the time of Python's own module."""
    return shutil.which("lbzip2")


@cache
def _rapidgzip() -> Any:
    """Return rapidgzip's reader of bzip2, which takes nine tenths of that time; None where it is missing."""
    try:
        from rapidgzip import IndexedBzip2File
    except ImportError:
        return None
    return IndexedBzip2File


def _by_lbzip2(streams: list[bytes]) -> bytearray | None:
    command = _lbzip2()
    assert command is not None
    with tempfile.TemporaryFile() as source:
        source.writelines(streams)
        source.seek(0)
        with subprocess.Popen(
            [command, "-d", "-c", "-q", "-n", "1"],
            stdin=source,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            env={"GLIBC_TUNABLES": _LARGE_PAGES, **os.environ},
        ) as process:
            assert process.stdout is not None
            content = bytearray()
            while some := process.stdout.read(_PIPE_BYTES):
                content += some
                if len(content) >= _MOST:
                    process.kill()
                    break
        return content if process.returncode == 0 else None


def _by_rapidgzip(streams: list[bytes]) -> bytearray | None:
    content = bytearray()
    try:
        # The reader never lets go of its source (rapidgzip 0.16), so its bytes are given back here.  With one
        # thread, the caller's: processes work side by side already.
        with BytesIO(b"".join(streams)) as source, _rapidgzip()(source, parallelization=1) as file:
            while len(content) < _MOST and (some := file.read(_RAPIDGZIP_BYTES)):
                content += some
    except (OSError, ValueError, RuntimeError):
        return None
    return content
