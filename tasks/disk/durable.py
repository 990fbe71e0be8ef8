"""Writing so that a power cut leaves the old state or the new one, never half of it.

A rename is atomic, but only what was flushed before it is sure to be there after it; so files are
flushed before the folder that names them, and the folder before the link that leads to it.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import stat
from pathlib import Path

READ_ONLY = 0o444


def flush(path: Path) -> None:
    """Make sure that a file's bytes, or a folder's entries, are on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        # Some network file systems cannot flush a folder; they order renames themselves.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.EBADF):
            raise
    finally:
        os.close(handle)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file by way of a temporary neighbour, so that it is there whole or not at all."""
    neighbour = path.with_name(f".tmp-{path.name}-{os.getpid()}")
    try:
        with neighbour.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        neighbour.replace(path)
    except BaseException:
        neighbour.unlink(missing_ok=True)
        raise
    flush(path.parent)


def swap_link(link: Path, target: str) -> None:
    """Make `link` a symbolic link to `target`, in one step for whoever opens it.

    Raises:
        FileExistsError: if something that is no link stands there; it is somebody's, and stays.
    """
    if link.exists() and not link.is_symlink():
        raise FileExistsError(f"{link} is not a link made by casus; move it away first")
    neighbour = link.with_name(f".tmp-{link.name}-{os.getpid()}")
    neighbour.unlink(missing_ok=True)
    neighbour.symlink_to(target, target_is_directory=True)
    neighbour.replace(link)
    flush(link.parent)


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file's bytes as hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def remove_tree(folder: Path) -> None:
    """Remove a folder with all that is in it, read-only files included; nothing if it is not there."""
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
        return
    if not folder.exists():
        return
    for path in [folder, *folder.rglob("*")]:
        if path.is_dir() and not path.is_symlink():
            path.chmod(path.stat().st_mode | stat.S_IWUSR | stat.S_IXUSR)
    shutil.rmtree(folder)


def free_bytes(folder: Path) -> int:
    """Return how many bytes can still be written below a folder (or its nearest existing parent)."""
    while not folder.exists():
        folder = folder.parent
    return shutil.disk_usage(folder).free
