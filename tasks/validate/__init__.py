"""Whether staged tables may be published, and without which rows.

Three kinds of rules, and no rule in two of them: `expectations/*.json` (one table at a time, run by Great
Expectations), `checks` (several tables, text and offsets), `bounds` (the dataset as a whole, and against
the last one).  A *row* rule sends the rows that break it to quarantine, with what depends on them; a
*table* rule that is critical refuses the whole dataset; any other is a warning.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pyarrow as pa

from tasks.tables.suites import EXPECTATIONS
from tasks.tables.tables import TABLES
from tasks.validate import bounds as limits
from tasks.validate import schema
from tasks.validate.bounds import Bounds, BoundsError, load_bounds
from tasks.validate.checks import CHECKS
from tasks.validate.frames import frame
from tasks.validate.quarantine import split, write
from tasks.validate.staged import Staged
from tasks.validate.verdict import Offence, QuarantinedRow, Result, Verdict

__all__ = ["Bounds", "BoundsError", "Offence", "QuarantinedRow", "Result", "Verdict", "validate", "write"]


def validate(
    tables: Mapping[str, pa.Table],
    previous: Mapping[str, pa.Table] | None = None,
    *,
    suites: Path = EXPECTATIONS,
    bounds: Bounds | None = None,
) -> Verdict:
    """Return whether tables may be published, what is left of them, and what came of each rule.

    Args:
        tables: staged tables by name, all that are declared, as `tasks.tables.to_table` makes them.
        previous: the last published tables, or None on a first run; columns it has on top (a
            geometry) do not matter.
        suites: folder of the suites.
        bounds: floors and ceilings; by default those of `expectations/bounds.json`.

    Raises:
        ValueError: if a table is missing or not declared (SuiteError, BoundsError: if a file of
            rules is not right).
    """
    if odd := schema.missing_tables(tables):
        raise ValueError(f"tables are missing or not declared: {odd}")
    ordered = {name: tables[name] for name in TABLES}
    bounds = bounds or load_bounds()
    staged = Staged(ordered)
    results: list[Result] = [*schema.types(ordered), *_expectations(staged, suites)]
    if _is_misshapen(results):
        return Verdict(ordered, (), tuple(results))
    results += [check.run(staged) for check in CHECKS if not check.derived]
    sound, rows = split(ordered, results)
    derived = [check.run(Staged(sound)) for check in CHECKS if check.derived]
    kept, more = split(sound, derived)
    results += derived
    results += limits.quarantine_share(ordered, kept, bounds)
    results += limits.own(kept, bounds)
    if previous is not None:
        results += limits.against(kept, previous, bounds)
    return Verdict(kept, rows + more, tuple(results))


def _expectations(staged: Staged, suites: Path) -> Iterator[Result]:
    from tasks.validate.great_expectations import load_suites, run

    for name, suite in load_suites(suites, list(TABLES)).items():
        yield from run(suite, frame(TABLES[name], staged))


def _is_misshapen(results: list[Result]) -> bool:
    """Say whether columns are missing or of other types, so that checks could not even run."""
    shape = {"types_as_declared", "expect_table_columns_to_match_ordered_list"}
    return any(not result.success and result.rule in shape for result in results)
