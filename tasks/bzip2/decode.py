"""Decompression of one part of a bzip2 file: by `lbzip2` where it is installed, else by Python's own module.

Nothing is handed on before its checksum has been seen to hold.
"""

from __future__ import annotations

import bz2
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from functools import cache
from typing import BinaryIO

from tasks.bzip2.parts import PART_BYTES, Chain, DamagedError, chains

# A part of real pages grows to 3 to 5 times its size, and hardly ever to 50 times.
MAX_PART_BYTES = 500 * PART_BYTES
_AT_ONCE = 32 * PART_BYTES  # bytes of a part that are held together; larger ones go block by block
_BLOCK_LIMIT = 64 * PART_BYTES  # a block stands for 46 MB at most
_SECONDS = 60.0


def decompress_part(file: BinaryIO, number: int) -> Iterator[bytes]:
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


def _decompressed(file: BinaryIO, number: int) -> Iterator[bytes]:
    whole: list[Chain] = []
    damage: DamagedError | None = None
    try:
        whole.extend(chains(file, number))
    except DamagedError as error:
        damage = error
    content = _by_lbzip2([chain.stream for chain in whole]) if _lbzip2() and whole else None
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


@cache
def _lbzip2() -> str | None:
    """Return where lbzip2 is; it takes about two thirds of the time."""
    return shutil.which("lbzip2")


def _by_lbzip2(streams: list[bytes]) -> bytes | None:
    """Return what the streams stand for; None where they are damaged, or too large to hold."""
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
        ) as process:
            assert process.stdout is not None
            content = process.stdout.read(_AT_ONCE + 1)
            if len(content) > _AT_ONCE:
                process.kill()
        return content if process.returncode == 0 else None
