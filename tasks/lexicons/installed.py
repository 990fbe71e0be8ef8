"""What is made once after an installation and then lies beside the compiled modules.

As Python does with its compiled modules: in `__pycache__`, where that can be written and writing was not
forbidden (`PYTHONDONTWRITEBYTECODE`); what is missing or torn is made anew.  A process that reads a list
maps the file, so all that do share the memory.
"""

from __future__ import annotations

import mmap
import os
import sys
import zlib
from collections.abc import Callable
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path

Data = bytes | mmap.mmap
_END = b"\xff%08x"  # behind the list, with its checksum: sorts behind all lines
_END_BYTES = 9


def installed(beside: Path, name: str, make: Callable[[], bytes]) -> Data:
    """Return the list of a name: the one that is kept, with an end behind it, or what `make` returns.

    Args:
        beside: the module that asks.
        name: of the list, good for a file; another one for all that would make another list.
        make: makes it; it is kept then.
    """
    found = kept(beside, name)
    if found is not None:
        return found
    content = make()
    keep(beside, name, content)
    return content


def lines_of(found: Data) -> list[bytes]:
    """Return the lines of a list, whether it was made now or read with the end behind it."""
    return bytes(found).partition(_END[:1])[0].splitlines()


def kept(beside: Path, name: str) -> Data | None:
    """Return the list of a name, with an end behind it; None where it is not there, or torn."""
    return _read(_path(beside, name))


def keep(beside: Path, name: str, content: bytes) -> None:
    """Keep a list, if that is possible and was not forbidden."""
    if not sys.dont_write_bytecode:
        with suppress(OSError):
            _write(_path(beside, name), content)


def _path(beside: Path, name: str) -> Path:
    return Path(cache_from_source(str(beside))).parent / f"{name}.list"


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
