"""What can go wrong with a dataset folder, each with the facts a person needs to act."""

from __future__ import annotations

from pathlib import Path

from tasks.disk.refused import refusal


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
