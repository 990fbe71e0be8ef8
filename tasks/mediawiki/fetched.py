"""What came of a fetch: which pages are new, changed or gone, and which could not be had."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(slots=True)
class Fetched:
    """What came of it.

    Attributes:
        files: raw files of the pages that were wanted, sorted; also of those that had not changed.
        new, changed, unchanged, gone, moved: page names, by what became of them.
        failures: a line for each page that could not be had.
        requests: how many requests it took.
        revisions: how many texts of earlier revisions were taken.
    """

    files: list[Path] = field(default_factory=list)
    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    moved: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    requests: int = 0
    revisions: int = 0

    def summary(self) -> str:
        """Return the result in one line."""
        counts = {
            "new": self.new, "changed": self.changed, "unchanged": self.unchanged, "deleted": self.gone,
            "renamed": self.moved, "not to be had": self.failures,
        }  # fmt: skip
        said = ", ".join(f"{len(names):,} {what}" for what, names in counts.items() if names) or "nothing"
        history = f", {self.revisions:,} earlier texts" if self.revisions else ""
        return f"{said}{history} ({self.requests:,} requests)"
