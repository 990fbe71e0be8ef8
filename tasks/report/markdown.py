"""The run report as Markdown, for Prefect's artifacts and for reading in a terminal.

Whoever shows Markdown may let HTML through; so every value is a text without markup: the characters
that Markdown or HTML would act on are escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tasks.report.advice import advice
from tasks.report.html_page import TITLES
from tasks.report.record import RunReport, mean_precision
from tasks.visible import one_line

LISTED = 30
_ACTIVE = re.compile(r"([\\`*_{}\[\]()#!|~>$:@])")


def escape(value: object) -> str:
    r"""Return a value as Markdown text that shows it and does nothing else.

    >>> print(escape("a|b <i>"))
    a\|b &lt;i\>
    """
    text = one_line(str(value)).replace("&", "&amp;").replace("<", "&lt;")
    return _ACTIVE.sub(r"\\\1", text)


def render_markdown(report: RunReport) -> str:
    """Return the report as Markdown."""
    outcome = report.outcome
    parts = [
        f"# {TITLES[outcome.end]}",
        f"Run {escape(outcome.run_id)}, started {escape(report.started_at)}"
        + (f"; readers get version {escape(outcome.version)}" if outcome.version else ""),
    ]
    if outcome.reason:
        parts += ["## Why nothing was published", *_list(outcome.reason.splitlines())]
        parts += ["## What to do", *_list(advice(outcome))] if advice(outcome) else []
    if outcome.waived:
        parts += ["## Let through by " + escape("--drop-articles"), *_list(outcome.waived)]
    parts += _events(report)
    parts += ["## Rows", _table(("table", "before", "now"), _rows(report))] if report.tables else []
    counts = [f"{len(names)} {state}" for state, names in report.articles.items()]
    parts += ["## Articles", escape(", ".join([*counts, f"{len(outcome.failures)} inputs refused"]))]
    parts += _list(outcome.failures)
    if report.checks:
        hold = f"{sum(c.success for c in report.checks)} of {len(report.checks)} hold"
        parts += ["## Checks", f"{hold}. {report.asked_in_words}".rstrip(". ")]
        failed = [(c.severity, c.table, c.rule, c.observed) for c in report.failed_checks[:LISTED]]
        parts += [_table(("severity", "table", "rule", "seen"), failed)] if failed else []
    if report.quarantined:
        aside = [(row.table, row.key, row.rule, row.value) for row in report.quarantined[:LISTED]]
        parts += [
            f"## Rows set aside: {len(report.quarantined)}",
            _table(("table", "key", "rule", "value"), aside),
        ]
    if report.issues:
        noticed = [
            (i.severity, i.code, i.count, i.articles, i.where[0].article if i.where else "")
            for i in report.issues[:LISTED]
        ]
        parts += ["## Noticed", _table(("severity", "kind", "times", "articles", "most in"), noticed)]
    precision = mean_precision(report)
    if precision is not None:
        parts += ["## Rules", f"{precision:.1%} right on labelled articles, weighted by the claims found"]
    seconds = [(stage, f"{taken:.2f} s") for stage, taken in outcome.seconds.items()]
    parts += ["## Time", _table(("stage", "time"), seconds)]
    return "\n\n".join(parts) + "\n"


def table_rows(report: RunReport) -> list[dict[str, object]]:
    """Return the rows of each table now and before, as an artifact's table."""
    return [
        {"table": change.table, "before": change.before, "now": change.rows, "difference": change.difference}
        for change in report.tables
    ]


def _events(report: RunReport) -> list[str]:
    if report.outcome.end == "refused" or not report.events:
        return []
    rows = [(e.article, e.date, e.place, e.by, e.killed, e.injured, e.claims) for e in report.events]
    return ["## Events", _table(("article", "date", "place", "by", "killed", "injured", "claims"), rows)]


def _rows(report: RunReport) -> list[tuple[object, ...]]:
    return [
        (change.table, "first" if change.before is None else f"{change.before:,}", f"{change.rows:,}")
        for change in report.tables
    ]


def _list(lines: Sequence[str]) -> list[str]:
    shown = [f"- {escape(line)}" for line in lines[:LISTED]]
    more = [f"- and {len(lines) - LISTED} more"] if len(lines) > LISTED else []
    return ["\n".join(shown + more)] if shown else []


def _table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [f"| {' | '.join(columns)} |", f"|{'---|' * len(columns)}"]
    lines += [f"| {' | '.join(escape(cell) for cell in row)} |" for row in rows]
    return "\n".join(lines)
