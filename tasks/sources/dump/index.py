"""The index of a multistream dump: `offset:page id:title` a line, for each page of the dump."""

from __future__ import annotations

import re
from pathlib import Path

from tasks.bzip2.parts import DamagedError

_LINE = re.compile(rb"\d+:\d+:[^\n]+(?:\n|$)")
_NAME = re.compile(r"-multistream(\d*)\.xml(.*)$")


def is_index(head: bytes) -> bool:
    """Say whether a file's first bytes, unpacked, are those of an index."""
    return _LINE.match(head) is not None


def index_beside(dump: Path) -> Path | None:
    """Return the index that lies beside a multistream dump under the name that Wikimedia gives it."""
    if not _NAME.search(dump.name):
        return None
    name = _NAME.sub(r"-multistream-index\1.txt\2", dump.name)
    for one in (dump.with_name(name), dump.with_name(name.removesuffix(".bz2"))):
        if one.is_file():
            return one
    return None


def count_pages(index: Path) -> int:
    """Return how many pages an index names.

    Raises:
        DamagedError: if it is no index, or is damaged.
        OSError: if it cannot be read.
    """
    from tasks.sources.dump.pieces import unpacked

    pages, last = 0, b"\n"
    for content in unpacked(index):
        if not pages and not is_index(content):
            raise DamagedError("no index of a multistream dump", 0)
        pages += content.count(b"\n")
        last = content[-1:]
    return pages + (last != b"\n")
