"""What can go wrong with a dataset folder, each with the facts a person needs to act."""

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


class PublishError(Exception):
    """Something about the dataset folder keeps the work from being done; the dataset is as it was."""


class FolderBusyError(PublishError):
    """Another run works on the folder.

    Attributes:
        owner: who: "process 4711 on host since 2026-01-01T00:00:00Z".
    """

    def __init__(self, folder: Path, owner: str) -> None:
        super().__init__(f"{folder}: another run is working here ({owner}); try again when it is done")
        self.owner = owner


class NoSpaceError(PublishError):
    """The disk has too little room for another version."""

    def __init__(self, folder: Path, needed: int, free: int) -> None:
        super().__init__(
            f"{folder}: {needed / 1e6:,.1f} MB are needed and {free / 1e6:,.1f} MB are free; "
            "nothing was written (`casus prune` removes old versions)"
        )


class NoVersionError(PublishError):
    """There is no such version, or none at all."""


class DamagedVersionError(PublishError):
    """A version's files are not what its manifest says."""


def because(error: OSError, folder: Path) -> PublishError:
    """Return the operating system's refusal as a sentence about the dataset folder."""
    return PublishError(f"{refusal(error, folder)} (the last dataset is as it was)")


def refusal(error: OSError, place: Path | None = None) -> str:
    """Return what the operating system refused, and where; `place` if it does not say where itself."""
    # Libraries put their own words around the system's; the number tells what it was.
    why = FULL.get(error.errno or 0) or error.strerror or str(error)
    where = error.filename or place
    return f"{where}: {why}" if where else why


def is_full(error: BaseException) -> bool:
    """Say whether an error means that nothing more can be written: a matter of the disk, not of the input."""
    return isinstance(error, OSError) and error.errno in FULL
