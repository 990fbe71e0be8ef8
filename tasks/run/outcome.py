"""How a run ended, as a value: what the command line says, the hook gets and the report begins with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

End = Literal["published", "unchanged", "refused", "failed"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended.

    Attributes:
        end: "published"; "unchanged": the same content was current already; "refused" by
            validation; "failed": no readable input, or the folder could not be written.
        version: the version that readers get now, or None.
        reason: one sentence or more where nothing was published.
        rows: of each published table.
        articles: how many were "new", "changed", "unchanged", "dropped" or "failed" against the
            last dataset.
        failures: a line for each input that was refused.
        warnings: a line for each expectation that warned.
        waived: a line for each rule that failed and was let through, because the run was told to.
        quarantined: rows set aside.
        seconds: of each stage.
    """

    end: End
    run_id: str
    out: str
    version: str | None
    reason: str = ""
    rows: dict[str, int] = field(default_factory=dict)
    articles: dict[str, int] = field(default_factory=dict)
    failures: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    waived: tuple[str, ...] = ()
    quarantined: int = 0
    seconds: dict[str, float] = field(default_factory=dict)
    report: str | None = None
