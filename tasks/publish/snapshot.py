"""Putting all tables of a run in place at once.

A run prepares its tables in its own staging folder.  `publish` flushes them, moves the folder to
`versions/<name>` and swaps the link `latest`: that one step is the publication, for all tables.
A reader who resolves the link once (`tasks.publish.reading`) sees one whole version whatever
happens meanwhile.

Why a link: a rename replaces one file, and tables replaced one by one were seen mixed (table
formats commit per table as well); the link changes all of them in one step.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tasks.disk.durable import READ_ONLY, flush, free_bytes, remove_tree, sha256_of, write_whole
from tasks.publish.errors import NoSpaceError, PublishError, because
from tasks.publish.layout import Layout, version_name, version_number
from tasks.publish.manifest import FILE, FileFacts, Manifest, content_of
from tasks.publish.versions import current, damage, make_current, numbered_versions, stored

DATAPACKAGE = "datapackage.json"
MARGIN_BYTES = 16_000_000  # room for reports and the file system's own needs

Describe = Callable[[Mapping[str, FileFacts]], Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing did.

    Attributes:
        version: the version that is current now.
        is_new: False if it was current before, because nothing changed.
    """

    version: str
    is_new: bool
    manifest: Manifest


def check_space(layout: Layout, needed: int) -> None:
    """Refuse to begin what the disk has no room for.

    Args:
        layout: the dataset folder.
        needed: bytes that are going to be written.

    Raises:
        NoSpaceError: if they would not fit.
    """
    free = free_bytes(layout.out)
    if free < needed + MARGIN_BYTES:
        raise NoSpaceError(layout.out, needed + MARGIN_BYTES, free)


def recover(layout: Layout) -> tuple[str, ...]:
    """Clear away what a dead run left; the lock must be held.

    A version that was being put in place and did not become current goes: nobody was told of it.

    Returns:
        What was cleared, as relative paths.
    """
    gone = _settle(layout)
    leftovers = [
        *layout.out.glob(".tmp-*"),
        *layout.versions.glob(".tmp-*"),
        *layout.runs.glob("**/.tmp-*"),
        *layout.work.glob(".tmp-*"),
        *(layout.work / "runs").glob("*"),
    ]
    for path in leftovers:
        remove_tree(path)
        gone.append(str(path.relative_to(layout.out)))
    return tuple(gone)


def publish(layout: Layout, staged: Path, run_id: str, schema_version: str, describe: Describe) -> Published:
    """Publish the tables of a staging folder; the lock must be held.

    Args:
        layout: the dataset folder.
        staged: a folder on the same file system with one `<table>.parquet` for each table.  It is
            moved away if its content is new.
        run_id: the run that asks.
        schema_version: of the tables.
        describe: makes `datapackage.json` from the tables' facts, by file name.

    Returns:
        The version, and whether it is new: what is current already, and whole, is not published again.

    Raises:
        PublishError: if the file system refuses; the last dataset is as it was.
    """
    try:
        facts = _finish_files(staged, describe)
        before = current(layout)
        content = content_of(facts)
        if before is not None:
            manifest = stored(layout, before)
            if manifest is not None and manifest.content == content and not damage(layout, before):
                remove_tree(staged)
                return Published(before, False, manifest)
        numbers = [version_number(name) for name in numbered_versions(layout)]
        name = version_name(max(numbers, default=0) + 1, content)
        manifest = Manifest(name, content, schema_version, run_id, datetime.now(UTC), before, facts)
        _put_in_place(layout, staged, manifest)
    except OSError as error:
        raise because(error, layout.out) from error
    return Published(name, True, manifest)


def _finish_files(staged: Path, describe: Describe) -> dict[str, FileFacts]:
    """Flush and describe the staged files; return what they are, by name."""
    import pyarrow.parquet as pq  # who only writes small files, or looks at the lock, does without

    facts = {}
    for path in sorted(staged.glob("*.parquet")):
        rows = pq.read_metadata(path).num_rows
        facts[path.name] = FileFacts(path.stat().st_size, sha256_of(path), rows)
    if not facts:
        raise PublishError(f"{staged}: no tables to publish")
    package = json.dumps(describe(facts), indent=2, ensure_ascii=False) + "\n"
    (staged / DATAPACKAGE).write_text(package, "utf-8")
    facts[DATAPACKAGE] = FileFacts(len(package.encode()), sha256_of(staged / DATAPACKAGE))
    return dict(sorted(facts.items()))


def _put_in_place(layout: Layout, staged: Path, manifest: Manifest) -> None:
    (staged / FILE).write_bytes(manifest.to_json())
    for path in staged.iterdir():
        path.chmod(READ_ONLY)
        flush(path)
    flush(staged)
    layout.versions.mkdir(exist_ok=True)
    try:
        write_whole(layout.intent, manifest.version.encode())
        staged.rename(layout.version(manifest.version))
        flush(layout.versions)
        make_current(layout, manifest.version)
    finally:  # Ctrl-C may come while readers are waited for, too
        _settle(layout)


def _settle(layout: Layout) -> list[str]:
    """Take away the note of what is being put in place, and that version unless it became current.

    Returns:
        What was taken away apart from the note, as relative paths.
    """
    if not layout.intent.exists():
        return []
    name, gone = layout.intent.read_text("utf-8").strip(), []
    if name and name != current(layout):
        remove_tree(layout.version(name))
        gone.append(f"versions/{name}")
    layout.intent.unlink()
    return gone
