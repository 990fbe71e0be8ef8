"""How far a dump has been read, and how that is told to whoever watches."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a dump from which on it can be read.

    Attributes:
        file: bytes of the file that are done.
        content: bytes of the uncompressed export that are done.
    """

    file: int = 0
    content: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a dump has been read.

    Attributes:
        name: the dump's file name.
        done, total: bytes of the file.
        pages: read so far.
        found: of them, those with one of the infoboxes.
        seconds_left: estimated from the speed so far; None at the start.
    """

    name: str
    done: int
    total: int
    pages: int
    found: int
    seconds_left: float | None


WatchDump = Callable[[Progress], None]


def nobody(progress: Progress) -> None:
    """Show nothing."""


# A context variable and not an argument: all of a run's stages stand between who watches and the reader.
watch_dump: ContextVar[WatchDump] = ContextVar("watch_dump", default=nobody)
