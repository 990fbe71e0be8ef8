"""The stage publish: the staged tables become the current version, and what is old goes."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from tasks.disk.durable import write_whole
from tasks.pipeline.fetch_and_extract import kept_of
from tasks.pipeline.repetition import NOTE, QUARANTINE, is_repetition, keep_as_last
from tasks.publish import FileFacts, prune, publish
from tasks.report.write import clear_old_reports
from tasks.run import Run

log = logging.getLogger("casus")


def publish_tables(run: Run) -> str:
    """Make the staged tables the current version, all at once, unless nothing changed; clear old ones."""
    from tasks.tables import SCHEMA_VERSION

    if is_repetition(run):
        version = run.noted(NOTE)["version"]
        run.note("publish", {"version": version, "is_new": False})
        _tidy(run)
        return f"nothing new, version {version} stays"
    done = publish(run.layout, run.tables, run.id, SCHEMA_VERSION, partial(_describe, run.tables))
    run.note("publish", {"version": done.version, "is_new": done.is_new})
    keep_as_last(run, done.version)
    gone = _tidy(run)
    if not done.is_new:
        return f"nothing new, version {done.version} stays"
    return f"version {done.version}" + (f", {gone} old ones removed" if gone else "")


def _tidy(run: Run) -> int:
    """Write the quarantine and clear what is old; return how many versions went.

    The dataset is published by now: what cannot be tidied is said, and left to the next run.
    """
    from tasks.sources.dump.taken import clear_unused

    keep = run.settings.versions
    try:
        _set_aside(run)
        gone = prune(run.layout, keep.keep, timedelta(days=keep.keep_days))
        used = {article["key"] for article in run.noted("extract")["articles"]}
        kept_of(run).clear_unused(run.settings.run.keep_work_days, used)
        clear_unused(run.layout.dumps, run.settings.run.keep_work_days)
        clear_old_reports(run, timedelta(days=keep.keep_days))
    except OSError as error:
        log.warning("the dataset is published; tidying up after it failed: %s", error)
        return 0
    return len(gone)


def _set_aside(run: Run) -> None:
    """Let the quarantine hold the rows of this run, and no longer those that pass now."""
    folder = run.settings.quarantine_folder
    for torn in folder.glob(".tmp-*"):
        torn.unlink()
    for old in folder.glob("*.jsonl"):
        if not (run.staging / QUARANTINE / old.name).exists():
            old.unlink()
    for new in (run.staging / QUARANTINE).glob("*.jsonl"):
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / new.name, new.read_bytes())


def _describe(tables: Path, facts: Mapping[str, FileFacts]) -> Mapping[str, Any]:
    import pyarrow.parquet as pq

    from tasks.tables.datapackage import datapackage
    from tasks.tables.terms import terms_of

    licences = pq.read_table(tables / "articles.parquet", columns=["license"])["license"]
    return datapackage(facts, terms_of(licences.to_pylist()))
