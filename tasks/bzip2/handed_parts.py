"""Parts of a bzip2 file as pieces, and how they go from one process to another."""

from __future__ import annotations

import pickle
import re
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, BinaryIO

from tasks.bzip2.decompressed import decompress_part
from tasks.bzip2.parts import DamagedError
from tasks.bzip2.scan import NOTHING, Piece, join, scan

_LENGTH = struct.Struct(">Q")
# A part's piece, up to where it is damaged if it is: then also why, and at which byte.
Answer = tuple[Piece, str, int]


def parts_here(path: Path, wanted: re.Pattern[bytes], first: int, count: int) -> Iterator[tuple[int, Piece]]:
    """Yield the same as `pieces_of_parts`, read by this process."""
    with path.open("rb") as file:
        for number in range(first, count):
            piece, damage, position = answer_of(file, number, wanted)
            yield number, piece
            if damage:
                raise DamagedError(damage, position)


def answer_of(file: BinaryIO, number: int, wanted: re.Pattern[bytes]) -> Answer:
    """Return one part's piece."""
    piece = NOTHING
    try:
        for content in decompress_part(file, number):
            one = scan(content, wanted)
            piece = one if piece is NOTHING else join(piece, one, wanted)
    except DamagedError as error:
        return piece, str(error), error.position
    return piece, "", 0


# Pickle is safe here: both ends of the pipe are this program, and nobody else has it.
def send(stream: IO[bytes], value: object) -> None:
    """Write a value to a pipe."""
    data = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def receive(stream: IO[bytes]) -> Any:
    """Return the next value of a pipe.

    Raises:
        EOFError: if the other end is closed.
    """
    header = stream.read(_LENGTH.size)
    if len(header) < _LENGTH.size:
        raise EOFError
    return pickle.loads(stream.read(_LENGTH.unpack(header)[0]))
