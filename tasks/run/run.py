"""One run: its id, its folders, its inputs; the lock and the tidying around it."""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tasks.disk.durable import remove_tree
from tasks.mediawiki.wanted import NOTHING, Wanted
from tasks.publish.errors import because
from tasks.publish.layout import Layout
from tasks.publish.lock import locked
from tasks.publish.snapshot import recover

if TYPE_CHECKING:
    from tasks.settings import Settings

ASSEMBLED = "assembled"
TABLES = "tables"
NOTES = "notes"


@dataclass(frozen=True, slots=True)
class Run:
    """A run under way. Its stages hand results to each other through files in `staging`.

    Attributes:
        id: UTC time of its start and six random digits; never part of the data.
        inputs: files and folders to read.
        wanted: pages of wikis to fetch and read.
    """

    id: str
    layout: Layout
    inputs: tuple[Path, ...]
    settings: Settings
    wanted: Wanted = NOTHING

    @property
    def staging(self) -> Path:
        """The run's own folder, removed when it ends."""
        return self.layout.staging(self.id)

    @property
    def tables(self) -> Path:
        """The folder of its tables as they are going to be published (Parquet)."""
        return self.staging / TABLES

    @property
    def report(self) -> Path:
        """The folder that its report stays in."""
        return self.layout.run(self.id)

    @property
    def assembled(self) -> Path:
        """The folder of its tables before they are validated (Arrow files)."""
        return self.staging / ASSEMBLED

    def note(self, stage: str, facts: Mapping[str, Any]) -> None:
        """Write down what a stage found, for later stages and the report."""
        path = self.staging / NOTES / f"{stage}.json"
        neighbour = path.with_suffix(".tmp")  # a disk that fills up leaves no half of a note
        neighbour.write_text(json.dumps(facts, ensure_ascii=False), "utf-8")
        neighbour.replace(path)

    def noted(self, stage: str) -> dict[str, Any]:
        """Return what a stage wrote down; empty if it did not come to that."""
        path = self.staging / NOTES / f"{stage}.json"
        if not path.exists():
            return {}
        facts: dict[str, Any] = json.loads(path.read_text("utf-8"))
        return facts


@contextmanager
def open_run(settings: Settings, inputs: tuple[Path, ...] = (), wanted: Wanted = NOTHING) -> Iterator[Run]:
    """Hold the dataset folder's lock, clear what dead runs left, and yield a new run.

    Args:
        settings: where to work and how long to wait.
        inputs: what to read; `settings.raw` if nothing is named at all.
        wanted: what to fetch from wikis before.

    Raises:
        PublishError: if another run works there, or the folder cannot be written.
    """
    layout = Layout(settings.out)
    with locked(layout, settings.run.wait_seconds):
        if not inputs and not wanted.names_pages:
            inputs = (settings.raw,)
        run = Run(new_run_id(), layout, inputs, settings, wanted)
        try:
            recover(layout)
            for folder in (run.assembled, run.tables, run.staging / NOTES):
                folder.mkdir(parents=True)
        except OSError as error:
            raise because(error, layout.out) from error
        try:
            yield run
        finally:
            remove_tree(run.staging)


def new_run_id() -> str:
    """Return a new run's id."""
    return f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{secrets.token_hex(3)}"


def started_at(run_id: str) -> datetime:
    """Return when a run started, from its id."""
    stamp = re.match(r"[0-9TZ]+", run_id)
    assert stamp is not None
    return datetime.strptime(stamp[0], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
