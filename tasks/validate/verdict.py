"""What validation says: one result for each rule, the rows taken out, and whether to publish."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import pyarrow as pa

Level = Literal["critical", "warning"]
Scope = Literal["table", "row"]


@dataclass(frozen=True, slots=True)
class Offence:
    """One row that breaks a rule.

    Attributes:
        row: its position in the staged table.
        value: the offending value as text, cut to 200 characters.
    """

    row: int
    value: str


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one rule.

    Attributes:
        source: "expectation" (Great Expectations), "check" or "bound".
        rule: name of the rule; unique together with table and subject.
        subject: the columns it is about.
        scope: "row" rules send the rows that break them to quarantine, "table" rules speak of all.
        severity: of a table rule that fails: "critical" publishes nothing.
        observed: what was seen, in a few words; for reports.
        applied: False where the table has too few rows for the rule; success is then True.
        waived: it failed, and the run was told to let that through; success is then True.
        breaking: positions of the rows that break it, where it looks at rows one by one, whatever its
            scope; those of offences are among them.
    """

    source: Literal["expectation", "check", "bound"]
    table: str
    rule: str
    subject: tuple[str, ...]
    scope: Scope
    severity: Level
    why: str
    success: bool
    observed: str = ""
    offences: tuple[Offence, ...] = ()
    applied: bool = True
    breaking: tuple[int, ...] = ()
    waived: bool = False

    @property
    def name(self) -> str:
        """The rule's name together with its table and subject."""
        return rule_name(self.table, self.rule, self.subject)

    def __str__(self) -> str:
        """Return what was seen and what is asked, in words, and at the end the rule's name to look it up."""
        own = [name for name in self.subject if name != "*" and "." not in name]
        where = f".{own[0]}" if len(own) == 1 else f" ({', '.join(own)})" if own else ""
        words = (part.rstrip(".") for part in (self.observed, self.why) if part)
        return f"{self.table}{where}: {''.join(f'{part}. ' for part in words)}[{self.rule}]"


@dataclass(frozen=True, slots=True)
class QuarantinedRow:
    """A row that was taken out.

    Attributes:
        key: the row's key, column -> value.
        rule: the rule that it breaks, or "depends_on" where a row that it refers to was taken out.
        value: the offending value as text, or the table and key it depended on.
        content: the whole row, as JSON values.
    """

    table: str
    key: Mapping[str, Any]
    rule: str
    value: str
    content: Mapping[str, Any] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Broken:
    """Rules that were broken, warnings included, and the ids of articles and actors whose rows broke them."""

    articles: frozenset[str]
    actors: frozenset[str]
    rules: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of a validation.

    Attributes:
        tables: what may be published: the staged tables without the quarantined rows.
        results: one for each rule, in a fixed order, for the report.
        asked: how many rows were put to the rules about rows; all others are as they were when they were.
        broken: whose rows broke a rule; None where articles do not stand by themselves.
    """

    tables: Mapping[str, pa.Table]
    quarantined: tuple[QuarantinedRow, ...]
    results: tuple[Result, ...]
    asked: int | None = None
    broken: Broken | None = None

    @property
    def failures(self) -> tuple[Result, ...]:
        """The critical results that failed: with any of them nothing may be published."""
        return tuple(
            r for r in self.results if not r.success and r.scope == "table" and r.severity == "critical"
        )

    @property
    def warnings(self) -> tuple[Result, ...]:
        """The other results that failed: row rules (their rows are quarantined) and plain warnings."""
        return tuple(
            r for r in self.results if not r.success and not (r.scope == "table" and r.severity == "critical")
        )

    @property
    def waived(self) -> tuple[Result, ...]:
        """The results that failed and were let through, because the run was told to."""
        return tuple(r for r in self.results if r.waived)

    @property
    def is_publishable(self) -> bool:
        """Whether nothing critical failed."""
        return not self.failures


def shortened(value: object) -> str:
    """Return a value as text of at most 200 characters."""
    text = value if isinstance(value, str) else repr(value)
    return text if len(text) <= 200 else text[:199] + "…"


def rule_name(table: str, rule: str, subject: Iterable[str]) -> str:
    """Return what tells a rule from all but those that ask its columns in the same way."""
    return f"{table}: {rule} ({', '.join(subject)})"
