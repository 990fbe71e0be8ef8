"""What a check is, and how it runs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tasks.validate.reach import Reach
from tasks.validate.staged import Staged
from tasks.validate.verdict import Level, Offence, Result, Scope, shortened

# A row's position in its table and the value that offends, as the functions of checks yield them.
Found = Iterable[tuple[int, object]]
SHOWN = 3  # rows that a result names


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
        reach: how far it looks: what its answer for a row can depend on (`tasks.validate.reach`).
    """

    name: str
    table: str
    subject: tuple[str, ...]
    why: str
    find: Callable[[Staged], Found]
    scope: Scope = "row"
    severity: Level = "warning"
    derived: bool = False
    reach: Reach = "article"

    def run(self, staged: Staged, rows: int | None = None, places: Sequence[int] | None = None) -> Result:
        """Return what came of the rule.

        Args:
            staged: all rows, or those that have to be asked.
            rows: how many rows the table has; those of `staged` if not given.
            places: of the rows of `staged` among them.
        """
        found = [(int(row), shortened(value)) for row, value in self.find(staged)]
        offences = tuple(Offence(row if places is None else places[row], value) for row, value in found)
        count = staged.tables[self.table].num_rows if rows is None else rows
        some = "; ".join(f"{self._of(staged, row)}{value}" for row, value in found[:SHOWN])
        return Result(
            source="check",
            table=self.table,
            rule=self.name,
            subject=self.subject,
            scope=self.scope,
            severity=self.severity,
            why=self.why,
            success=not offences,
            observed=f"{len(offences):,} of {count:,} rows, e.g. {some}" if offences else "",
            offences=offences,
            breaking=tuple(offence.row for offence in offences),
        )

    def _of(self, staged: Staged, row: int) -> str:
        """Return "title: " of the article that a row belongs to; "" where no single one is known."""
        if self.table == "actors":
            return ""
        article = staged.article_of_row(self.table, row)
        title = staged.lookup("articles", "article_id", "title").get(article)
        return "" if title is None else f"{title}: "
