"""Whether staged tables may be published, and without which rows.

Three kinds of rules, and no rule in two of them: `expectations/*.json` (one table at a time, run by Great
Expectations), `checks` (several tables, text and offsets), `bounds` (the dataset as a whole, and against
the last one).  A *row* rule sends the rows that break it to quarantine, with what depends on them; a
*table* rule that is critical refuses the whole dataset; any other is a warning.

Where the last published tables were validated by the same rules, rules about rows are put to what is not as
it was then (`tasks.validate.fresh`); the verdict is the one that asking all rows would give.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa

from tasks.tables.suites import EXPECTATIONS
from tasks.tables.tables import TABLES
from tasks.validate import schema
from tasks.validate.aggregates import CannotTellError
from tasks.validate.bounds import Bounds, BoundsError, load_bounds
from tasks.validate.comparison import Comparison
from tasks.validate.examination import examined
from tasks.validate.fresh import fresh_rows
from tasks.validate.quarantine import write
from tasks.validate.verdict import Broken, Offence, QuarantinedRow, Result, Verdict

__all__ = [
    "Bounds", "BoundsError", "Broken", "Offence", "QuarantinedRow", "Result", "Verdict", "validate", "write",
]  # fmt: skip


def validate(
    tables: Mapping[str, pa.Table],
    previous: Mapping[str, pa.Table] | None = None,
    *,
    suites: Path = EXPECTATIONS,
    bounds: Bounds | None = None,
    broken: Broken | None = None,
    may_drop: bool = False,
) -> Verdict:
    """Return whether tables may be published, what is left of them, and what came of each rule.

    Args:
        tables: staged tables by name, all that are declared, as `tasks.tables.to_table` makes them.
        previous: the last published tables, or None on a first run; columns it has on top (a
            geometry) do not matter.
        suites: folder of the suites.
        bounds: floors and ceilings; by default those of `expectations/bounds.json`.
        broken: what the same code, suites and bounds found when they let the last tables pass; rows that
            are as they were are then not asked again.
        may_drop: whether most articles of the last dataset may be gone.

    Raises:
        ValueError: if a table is missing or not declared (SuiteError, BoundsError: if a file of
            rules is not right).
    """
    if odd := schema.missing_tables(tables):
        raise ValueError(f"tables are missing or not declared: {odd}")
    ordered = {name: tables[name] for name in TABLES}
    bounds = bounds or load_bounds()
    comparison = None if previous is None else Comparison(previous)
    fresh = None
    if comparison is not None and broken is not None and _is_as_declared(ordered):
        fresh = fresh_rows(ordered, comparison, broken)
    if fresh is not None:
        try:
            return examined(ordered, comparison, suites, bounds, fresh, may_drop=may_drop)
        except CannotTellError:
            pass
    return examined(ordered, comparison, suites, bounds, None, may_drop=may_drop)


def _is_as_declared(tables: Mapping[str, pa.Table]) -> bool:
    """Say whether all tables have their columns, of their types."""
    are_typed = all(result.success for result in schema.types(tables))
    return are_typed and all(table.column_names == list(TABLES[name].names) for name, table in tables.items())
