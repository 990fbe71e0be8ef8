"""A dataset of two tiny tables, for tests of what happens to files."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from tasks.publish import Layout, Published, publish

RUN = "20260101T000000Z-00000{}"


def stage(layout: Layout, number: int, run: int = 0) -> Path:
    """Return a staging folder whose two tables both say `number`."""
    folder = layout.staging(RUN.format(run)) / "tables"
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("claims", "events"):
        table = pa.table({f"{name[:-1]}_id": [f"{name}-{number}"], "number": [number]})
        pq.write_table(table, folder / f"{name}.parquet")
    return folder


def publish_number(layout: Layout, number: int, run: int = 0) -> Published:
    """Publish a version whose tables say `number`."""
    layout.out.mkdir(parents=True, exist_ok=True)
    staged = stage(layout, number, run)
    return publish(layout, staged, RUN.format(run), "1.0", lambda facts: {"files": sorted(facts)})


def numbers(folder: Path) -> set[int]:
    """Return the numbers that the tables of a folder say: one number, if they are of one version.

    No file is open any more when it returns; a library may let go of a file a little later.
    """
    contents = [(folder / f"{name}.parquet").read_bytes() for name in ("claims", "events")]
    tables = [pq.read_table(pa.BufferReader(content)) for content in contents]
    return {value for table in tables for value in table["number"].to_pylist()}
