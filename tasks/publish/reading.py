"""Reading a version while others publish and prune.

Each open of `<out>/latest/<table>.parquet` gives one whole table, but libraries open a file more than
once for one read.  Who resolves the link once, which `reading` does, has one version for all of it.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tasks.publish.layout import Layout
from tasks.publish.versions import find_version


@contextmanager
def reading(out: Path | str, version: str = "latest") -> Iterator[Path]:
    """Hold one whole version against pruning while its tables are read; yield its folder.

    Args:
        out: the dataset folder.
        version: as `find_version` takes it.

    Raises:
        NoVersionError: if there is none.
    """
    layout = Layout(Path(out))
    while True:
        folder = layout.version(find_version(layout, version))
        try:
            handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        except FileNotFoundError:
            continue  # pruned between looking and opening; look again
        try:
            fcntl.flock(handle, fcntl.LOCK_SH)
            if folder.exists():
                yield folder
                return
        finally:
            os.close(handle)


@contextmanager
def alone_with(folder: Path) -> Iterator[bool]:
    """Yield whether nobody reads in a folder, keeping those who use `reading` out meanwhile."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield not is_open(folder.iterdir())
    except BlockingIOError:
        yield False
    finally:
        os.close(handle)


def is_open(files: Iterable[Path]) -> bool:
    """Say whether a process of this machine, as far as we may look, has one of the files open."""
    wanted = {(found.st_dev, found.st_ino) for found in (path.stat() for path in files)}
    for table in Path("/proc").glob("[0-9]*/fd"):
        try:
            handles = list(table.iterdir())
        except OSError:
            continue  # another user's process, or one that has just ended
        for handle in handles:
            try:
                found = handle.stat()
            except OSError:
                continue
            if (found.st_dev, found.st_ino) in wanted:
                return True
    return False
