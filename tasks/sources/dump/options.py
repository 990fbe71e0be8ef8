"""How dumps are to be read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Pages = Literal["auto", "events", "all"]


@dataclass(frozen=True, slots=True)
class DumpOptions:
    """How dumps are to be read.

    Attributes:
        pages: "events": articles with an infobox of events; "all": every article; "auto": "all" of an
            export so small that somebody chose its pages, "events" of larger ones.
        workers: how many processes decompress a bzip2 file.
        work: where pages taken from large dumps are kept for later runs, or None.
    """

    pages: Pages = "auto"
    workers: int = 0
    work: Path | None = None
