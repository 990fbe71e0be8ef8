"""What is reported of a run: plain values, from its notes and its tables' counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from tasks.report.first_events import ClaimShown, EventShown
from tasks.report.noticed import IssueCount
from tasks.run.outcome import Outcome


@dataclass(frozen=True, slots=True)
class TableChange:
    """Rows of a table now and in the last dataset (None: there was none)."""

    table: str
    rows: int
    before: int | None

    @property
    def difference(self) -> int:
        """Rows more (or, negative, fewer) than before."""
        return self.rows - (self.before or 0)


@dataclass(frozen=True, slots=True)
class Checked:
    """One rule that was checked."""

    table: str
    rule: str
    subject: str
    severity: str
    success: bool
    observed: str
    why: str
    rows: int


@dataclass(frozen=True, slots=True)
class SetAside:
    """One row that was quarantined."""

    table: str
    key: str
    rule: str
    value: str


@dataclass(frozen=True, slots=True)
class RuleUse:
    """An extraction rule: how many claims it found here, and how often it is right on labelled articles."""

    rule: str
    claims: int
    precision: float | None


@dataclass(frozen=True, slots=True)
class RunReport:
    """All that is reported of a run.

    Attributes:
        articles: ids by state: "new", "changed", "unchanged", "dropped".
        asked: rows that the rules about rows were put to; what an earlier run asked, and what is as it was
            then, need not be asked again.  None where validation did not get so far.
        events, claims: the first ones, of articles that are new or changed before others.
    """

    outcome: Outcome
    started_at: str
    tables: tuple[TableChange, ...] = ()
    articles: Mapping[str, list[str]] = field(default_factory=dict)
    asked: int | None = None
    checks: tuple[Checked, ...] = ()
    quarantined: tuple[SetAside, ...] = ()
    issues: tuple[IssueCount, ...] = ()
    rules: tuple[RuleUse, ...] = ()
    events: tuple[EventShown, ...] = ()
    claims: tuple[ClaimShown, ...] = ()

    @property
    def asked_in_words(self) -> str:
        """How many rows were put to the rules about rows in this run, and how many in an earlier one."""
        if self.asked is None:
            return ""
        known = max(0, sum(change.rows for change in self.tables) - self.asked)
        before = f"; {known:,} rows are as they were when an earlier run looked at them" if known else ""
        return f"Rules about single rows were put to {self.asked:,} rows{before}."

    @property
    def failed_checks(self) -> tuple[Checked, ...]:
        """The rules that something broke, critical ones first."""
        failed = (check for check in self.checks if not check.success)
        return tuple(
            sorted(failed, key=lambda check: (check.severity != "critical", check.table, check.rule))
        )

    def as_record(self) -> dict[str, Any]:
        """Return the report as JSON values."""
        return asdict(self)


def count_rules(tables: Path) -> list[dict[str, Any]]:
    """Return how many claims each rule found in the staged tables, with its measured precision."""
    claims = pq.read_table(tables / "claims.parquet", columns=["rule", "confidence"])
    grouped = claims.group_by("rule").aggregate([("rule", "count"), ("confidence", "max")])
    found = grouped.sort_by([("rule_count", "descending"), ("rule", "ascending")]).to_pylist()
    return [
        {
            "rule": row["rule"],
            "claims": row["rule_count"],
            "precision": None if row["confidence_max"] is None else round(row["confidence_max"], 3),
        }
        for row in found
    ]


def mean_precision(report: RunReport) -> float | None:
    """Return the rules' measured precision, weighted by the claims they found; None if none is measured."""
    known = [(use.claims, use.precision) for use in report.rules if use.precision is not None]
    total = sum(claims for claims, _ in known)
    return sum(claims * precision for claims, precision in known) / total if total else None
