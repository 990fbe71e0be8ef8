"""An index of names in long strings, one for each first letter: a look-up is one search of bytes.

A dictionary of a large country's spellings takes several times the room, and as long to build.
"""

from __future__ import annotations

import json
import mmap
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Self

from tasks.places.folding import fold_lines

Data = bytes | mmap.mmap
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

    def __init__(self, names: Iterable[tuple[str, int]]) -> None:
        """Make the index of names, none with a tab or line end, each with the place where it stands."""
        tables: defaultdict[str, bytearray] = defaultdict(lambda: bytearray(b"\n"))
        for name, position in names:
            tables[name[:1]] += f"{name}\t{position}\n".encode()
        self._tables = {first: bytes(table) for first, table in tables.items()}

    @classmethod
    def folded(cls, data: Data, start: int, end: int) -> Self:
        """Return the index of a run of records by the keys that their Latin spellings fold to.

        Args:
            data: the file.
            start: of the records in it.
            end: of the last of them.
        """
        return cls(_folded(_records(data, start, end)))

    @classmethod
    def of_main_names(cls, data: Data) -> Self:
        """Return the index of a whole file's records by their main names, as JSON writes them."""
        return cls((name.decode("ascii"), position) for position, name, _ in _records(data, 0, len(data)))

    def of(self, name: str) -> Iterator[int]:
        """Yield where places of that name stand."""
        needle = f"\n{name}\t".encode()
        table = self._tables.get(name[:1], b"")
        at = table.find(needle)
        while at >= 0:
            end = table.index(b"\n", at + len(needle))
            yield int(table[at + len(needle) : end])
            at = table.find(needle, end)


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
