"""From a run's notes to its report: `runs/<run id>/report.html` and `report.json`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from tasks.disk.durable import remove_tree, write_whole
from tasks.publish import read_manifest
from tasks.publish.errors import DamagedVersionError
from tasks.report.first_events import ClaimShown, EventShown
from tasks.report.html_page import render_page
from tasks.report.markdown import render_markdown, table_rows
from tasks.report.noticed import issue_count
from tasks.report.record import Checked, RuleUse, RunReport, SetAside, TableChange
from tasks.run.outcome import Outcome
from tasks.run.run import Run, started_at

if TYPE_CHECKING:
    from tasks.validate.verdict import Verdict

PAGE = "report.html"
RECORD = "report.json"
TEXT = "report.md"
ROWS = "rows.json"
KEPT = 50  # reports of the last runs that always stay


def note_verdict(run: Run, verdict: Verdict, warnings: Sequence[str] = ()) -> None:
    """Write down what validation said, and further warnings, for the report."""
    run.note(
        "verdict",
        {
            "checks": [
                {
                    "table": result.table,
                    "rule": result.rule,
                    "subject": ", ".join(result.subject),
                    "severity": result.severity,
                    "success": result.success,
                    "observed": result.observed,
                    "why": result.why,
                    "rows": len(result.offences),
                }
                for result in verdict.results
            ],
            "quarantined": [
                {
                    "table": row.table,
                    "key": " ".join(str(part) for part in row.key.values()),
                    "rule": row.rule,
                    "value": row.value,
                }
                for row in verdict.quarantined
            ],
            "warnings": [*map(str, verdict.warnings), *warnings],
            "waived": [f"{result.table}: {result.observed}" for result in verdict.waived],
            "asked": verdict.asked,
            "broken": None
            if verdict.broken is None
            else {name: sorted(ids) for name, ids in asdict(verdict.broken).items()},
        },
    )


def make_report(run: Run, outcome: Outcome) -> RunReport:
    """Return the report of a run from what its stages noted."""
    verdict, content = run.noted("verdict"), run.noted("content")
    now: dict[str, int] = content.get("rows") or run.noted("assemble").get("rows", {})
    before = run.noted("before").get("rows")
    return RunReport(
        outcome=outcome,
        started_at=f"{started_at(run.id):%Y-%m-%d %H:%M:%S} UTC",
        tables=tuple(
            TableChange(name, rows, None if before is None else before.get(name))
            for name, rows in now.items()
        ),
        articles=run.noted("changes"),
        asked=verdict.get("asked"),
        checks=tuple(Checked(**check) for check in verdict.get("checks", ())),
        quarantined=tuple(SetAside(**row) for row in verdict.get("quarantined", ())),
        issues=tuple(issue_count(issue) for issue in content.get("issues", ())),
        rules=tuple(RuleUse(**use) for use in content.get("rules", ())),
        events=tuple(EventShown(**row) for row in content.get("events", ())),
        claims=tuple(ClaimShown(**row) for row in content.get("claims", ())),
    )


def write_report(run: Run, report: RunReport) -> None:
    """Write the report's page and record to the run's own folder, and the page as that of the last run."""
    run.report.mkdir(parents=True, exist_ok=True)
    record: dict[str, Any] = report.as_record()
    write_whole(run.report / RECORD, (json.dumps(record, indent=1, ensure_ascii=False) + "\n").encode())
    write_whole(run.report / PAGE, render_page(report, f"../../{run.layout.versions.name}").encode())
    write_whole(run.report / TEXT, render_markdown(report).encode())
    write_whole(run.report / ROWS, json.dumps(table_rows(report)).encode())
    # No link to the other: what a page leads to is told from where the browser found it.
    write_whole(run.layout.out / PAGE, render_page(report, run.layout.versions.name).encode())


def clear_old_reports(run: Run, keep_for: timedelta) -> None:
    """Remove reports that are neither among the last ones nor young."""
    if not run.layout.runs.is_dir():
        return
    names = sorted(path.name for path in run.layout.runs.iterdir())
    for name in names[:-KEPT]:
        if started_at(run.id) - started_at(name) > keep_for:
            remove_tree(run.layout.run(name))


def rows_before(run: Run) -> dict[str, int] | None:
    """Return the rows of each table of the current version; None before the first."""
    try:
        tables = read_manifest(run.layout.latest).tables
    except DamagedVersionError:
        return None
    return {name: facts.rows or 0 for name, facts in tables.items()}
