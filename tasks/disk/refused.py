"""What the operating system refuses, in words for people."""

from __future__ import annotations

import errno
from pathlib import Path

# What the operating system says when nothing more can be written, in words for people.
FULL = {
    errno.ENOSPC: "no space is left on the disk",
    errno.EDQUOT: "the disk quota is used up",
    errno.EFBIG: "the limit on the size of files is reached",
}
# What it refuses for reasons outside of the program; a scheduler may try again later.
REFUSALS = frozenset(
    {*FULL, errno.EACCES, errno.EPERM, errno.EROFS, errno.EIO, errno.EMFILE, errno.ENFILE, errno.ENOMEM}
    | {errno.ESTALE, errno.ENOTCONN, errno.EHOSTDOWN, errno.ENOLCK}
)


def refusal(error: OSError, place: Path | None = None) -> str:
    """Return what the operating system refused, and where; `place` if it does not say where itself."""
    # Libraries put their own words around the system's; the number tells what it was.
    why = FULL.get(error.errno or 0) or error.strerror or str(error)
    where = error.filename or place
    return f"{where}: {why}" if where else why


def is_full(error: BaseException) -> bool:
    """Say whether an error means that nothing more can be written: a matter of the disk, not of the input."""
    return isinstance(error, OSError) and error.errno in FULL
