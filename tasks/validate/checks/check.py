"""What a check is, and how it runs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tasks.validate.staged import Staged
from tasks.validate.verdict import Level, Offence, Result, Scope, shortened

# A row's position in its table and the value that offends, as the functions of checks yield them.
Found = Iterable[tuple[int, object]]


@dataclass(frozen=True, slots=True)
class Check:
    """One rule.

    Attributes:
        table: whose rows break it.
        subject: the columns it compares; of other tables as "table.column".
        scope: "row": the rows that break it go to quarantine; "table": they are only counted.
        why: the rule in one sentence.
        derived: it compares what is computed with the rows it is computed from; runs when rows
            that break other rules are out, and what is computed is brought up to date.
    """

    name: str
    table: str
    subject: tuple[str, ...]
    why: str
    find: Callable[[Staged], Found]
    scope: Scope = "row"
    severity: Level = "warning"
    derived: bool = False

    def run(self, staged: Staged) -> Result:
        """Return what came of the rule."""
        offences = tuple(Offence(row, shortened(value)) for row, value in self.find(staged))
        rows = staged.tables[self.table].num_rows
        some = ", ".join(offence.value for offence in offences[:3])
        return Result(
            source="check",
            table=self.table,
            rule=self.name,
            subject=self.subject,
            scope=self.scope,
            severity=self.severity,
            why=self.why,
            success=not offences,
            observed=f"{len(offences)} of {rows} rows, e.g. {some}" if offences else "",
            offences=offences,
        )
