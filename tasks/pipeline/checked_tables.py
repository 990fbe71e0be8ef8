"""From articles' rows to tables that may be published: the stages assemble and validate."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from tasks.pipeline.repetition import QUARANTINE, is_repetition, last_run, repeat_verdict
from tasks.publish import check_space, current, reading
from tasks.report.first_events import shown_rows
from tasks.report.noticed import count_issues
from tasks.report.record import count_rules
from tasks.report.write import note_verdict
from tasks.run import RefusedError, Run
from tasks.run.idle_corrections import idle_corrections

log = logging.getLogger("casus")


def assemble_tables(run: Run) -> str:
    """Join the articles' rows into tables and write them to the run's own folder."""
    if is_repetition(run):
        return "nothing new"
    from tasks.assemble.combine import finished
    from tasks.pipeline.joining import joined_rows

    found = joined_rows(run)
    tables = finished(found.part, found.merged)
    check_space(run.layout, 2 * sum(table.nbytes for table in tables.values()))
    for name, table in tables.items():
        with (
            pa.OSFile(str(run.assembled / f"{name}.arrow"), "wb") as file,
            pa.ipc.new_file(file, table.schema) as to,
        ):
            to.write_table(table)
    counts = {name: table.num_rows for name, table in tables.items()}
    run.note("assemble", {"rows": counts})
    return f"{sum(counts.values()):,} rows in {len(tables)} tables"


def validate_tables(run: Run) -> str:
    """Check the assembled tables and write them as Parquet, without the rows that broke a row-level rule.

    Raises:
        RefusedError: if a critical rule is broken.
    """
    if is_repetition(run):
        return repeat_verdict(run)
    from tasks.tables import write_parquet
    from tasks.validate import validate
    from tasks.validate import write as write_quarantine

    tables = {path.stem: _arrow(path) for path in sorted(run.assembled.glob("*.arrow"))}
    verdict = validate(tables, _last_tables(run), may_drop=run.settings.run.drop_articles, **_known(run))
    note_verdict(run, verdict, idle_corrections(run.settings.corrections, verdict.tables))
    write_quarantine(verdict.quarantined, run.staging / QUARANTINE)
    for name, table in verdict.tables.items():
        write_parquet(table, run.tables / f"{name}.parquet")
    rows = {name: table.num_rows for name, table in verdict.tables.items()}
    changes = run.noted("changes")
    fresh = frozenset(changes.get("new", ())) | frozenset(changes.get("changed", ()))
    counts = {"rows": rows, "issues": count_issues(run.tables), "rules": count_rules(run.tables)}
    run.note("content", counts | shown_rows(run.tables, fresh))
    if not verdict.is_publishable:
        raise RefusedError("\n".join(str(failure) for failure in verdict.failures))
    held = sum(result.success for result in verdict.results)
    aside = f", {len(verdict.quarantined):,} rows set aside" if verdict.quarantined else ""
    asked = "" if verdict.asked is None else f", {verdict.asked:,} rows asked anew"
    return f"{held:,} of {len(verdict.results):,} rules hold{aside}{asked}"


def _known(run: Run) -> dict[str, Any]:
    """Return what validation may know of the last tables: whose rows broke a rule."""
    from tasks.validate import Broken

    last = None if run.settings.run.full else last_run(run)
    if last is None or last.broken is None:
        return {}
    return {"broken": Broken(**{name: frozenset(ids) for name, ids in last.broken.items()})}


def _last_tables(run: Run) -> dict[str, pa.Table] | None:
    """Return the tables of the current version; None before the first, or if that is damaged."""
    if current(run.layout) is None:
        return None
    try:
        with reading(run.layout.out) as folder:
            return published_tables(folder)
    except (OSError, pa.ArrowException) as error:
        log.warning("the last dataset cannot be read, and nothing is compared with it: %s", error)
        return None


def published_tables(folder: Path) -> dict[str, pa.Table]:
    """Return the declared columns of the tables in a version's folder (a geometry is no declared column)."""
    from tasks.tables import TABLES

    tables = {}
    for path in sorted(folder.glob("*.parquet")):
        table = pq.read_table(path)
        declared = TABLES[path.stem].names if path.stem in TABLES else tuple(table.column_names)
        tables[path.stem] = table.select([name for name in table.column_names if name in declared])
    return tables


def _arrow(path: Path) -> pa.Table:
    with pa.memory_map(str(path)) as file:
        return pa.ipc.open_file(file).read_all()
