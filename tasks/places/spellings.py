"""An index of names: sorted lines, in memory or in a file, in which a name is found by bisection.

A dictionary of a large country's spellings takes several times the room, and as long to build.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import islice

from tasks.lexicons.installed import Data
from tasks.places.folded_place_names import fold_lines

_NAME = b'"name": "'
_AFTER_NAME = b'", "latitude": '
_OTHERS = b'"alternatenames": ['
_AT_ONCE = 1000  # records
# Latin letters, with their marks; names in other scripts only sound like those that an English text has.
_LATIN = re.compile(r"[\0-\u024f\u02b0-\u036f\u1e00-\u1eff\u2010-\u201f]*")


def is_latin(name: str) -> bool:
    """Say whether a name is written in Latin letters: only those are listed."""
    return _LATIN.fullmatch(name) is not None


class Spellings:
    """Places in a file's bytes by the names they have there."""

    def __init__(self, lines: Data) -> None:
        """Make the index of lines as `folded` and `main_names` return them."""
        self._lines = lines

    def of(self, name: str) -> Iterator[int]:
        """Yield where places of that name stand."""
        lines, needle = self._lines, f"{name}\t".encode()

        def beginning(at: int) -> bytes:
            """Return the first bytes of the line that begins there or next; what sorts last at the end."""
            start = _line(lines, at)
            return lines[start : start + len(needle)] or b"\xff"

        at = _line(lines, bisect_left(range(len(lines)), needle, key=beginning))
        while lines[at : at + len(needle)] == needle:
            end = lines.find(b"\n", at)
            yield int(lines[at + len(needle) : end])
            at = end + 1


def folded(data: Data, start: int, end: int) -> bytes:
    """Return the lines of a run of records: each key that a Latin spelling folds to, with its place.

    Args:
        data: the file.
        start: of the records in it.
        end: of the last of them.
    """
    return _lines(_folded(_records(data, start, end)))


def main_names(data: Data) -> bytes:
    """Return the lines of a whole file's records: each main name as JSON writes it, with its place."""
    return _lines((name.decode("ascii"), position) for position, name, _ in _records(data, 0, len(data)))


def _lines(names: Iterable[tuple[str, int]]) -> bytes:
    """Return names, none with a tab or line end, and where they stand, as sorted lines."""
    return "".join(sorted(f"{name}\t{position}\n" for name, position in names)).encode()


def _line(lines: Data, at: int) -> int:
    """Return where the first line begins from a place on; the end if none does."""
    if at == 0:
        return 0
    before = lines.find(b"\n", at - 1)
    return before + 1 if before >= 0 else len(lines)


def _folded(records: Iterator[tuple[int, bytes, bytes]]) -> Iterator[tuple[str, int]]:
    """Yield each key of each record once, with the place; some records at a time, to hold little at once."""
    while some := list(islice(records, _AT_ONCE)):
        names: list[str] = []
        positions: list[int] = []
        for position, name, others in some:
            spellings = _spellings(name, others)
            names += spellings
            positions += [position] * len(spellings)
        yield from dict.fromkeys(zip(fold_lines(names), positions, strict=True))


def _records(data: Data, start: int, end: int) -> Iterator[tuple[int, bytes, bytes]]:
    """Yield where each record's name stands, the name and the list of its other names, both as JSON."""
    at = data.find(_NAME, start, end)
    while at >= 0:
        following = data.find(_NAME, at + 1, end)
        record = data[at + len(_NAME) : following if following >= 0 else end]
        name, _, rest = record.partition(_AFTER_NAME)
        yield at, name, rest[rest.index(_OTHERS) + len(_OTHERS) : rest.rindex(b"]")]
        at = following


def _spellings(name: bytes, others: bytes) -> list[str]:
    """Return a record's names that are written in Latin letters, each once."""
    every = b'"%b"%b' % (name, b", " + others if others else b"")
    if b"\\" not in every:
        return list(dict.fromkeys(every[1:-1].decode("ascii").split('", "')))
    return [one for one in dict.fromkeys(json.loads(b"[" + every + b"]")) if is_latin(one)]
