"""The counts of all trials, in the terminal and in docs/reliability.md."""

from __future__ import annotations

import os
import platform
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.crash.reader import Readings
from benchmarks.crash.trials import Trial

PAGE = Path(__file__).resolve().parent.parent.parent / "docs" / "reliability.md"
HEAD = """# What runs survive

Written by `make crash`; do not edit. Each trial starts a real run (`casus build --no-prefect`) over
another state of a small made-up corpus, lets something happen to it, and looks: the current version
opens whole, every checksum of every stored version holds, its content is that of a clean full rebuild of
the old state or of the new one, the version that was current before is still stored. Then the next run
must succeed, give the bytes of a clean full rebuild, and leave no temporary file.
**Torn**: a reader finds something that no clean run gives. **Lost**: a version that a run said it had
published, or that was current, is gone.
"""


def tally(trials: Sequence[Trial], read: Readings) -> str:
    """Return the counts as Markdown."""
    kinds = Counter(trial.what for trial in trials)
    lines = ["| what happened | runs | torn | lost | next run failed | left over | other faults |"]
    lines.append("|---|--:|--:|--:|--:|--:|--:|")
    names = ("torn", "lost", "next run", "left over")
    for kind in kinds:
        faults = [fault for trial in trials if trial.what == kind for fault in trial.faults]
        counts = [sum(fault.startswith(name) for fault in faults) for name in names]
        cells = [kind, kinds[kind], *counts, len(faults) - sum(counts)]
        lines.append("| " + " | ".join(map(str, cells)) + " |")
    lines += ["", "Where kill -9, SIGTERM and Ctrl-C struck:", "", "| | " + " | ".join(_MOMENTS) + " |"]
    lines.append("|---" + "|--:" * len(_MOMENTS) + "|")
    for kind in kinds:
        struck = Counter(trial.moment for trial in trials if trial.what == kind)
        if set(struck) & set(_MOMENTS):
            lines.append(f"| {kind} | " + " | ".join(str(struck[moment]) for moment in _MOMENTS) + " |")
    lines += [
        "",
        f"A reader in a loop meanwhile: {read.whole:,} readings of all tables of one version with their "
        f"checksums, {read.single:,} of single tables at `latest/`: {len(read.wrong)} torn or missing.",
    ]
    return "\n".join(lines) + "\n"


_MOMENTS = ("extract", "assemble", "validate", "publish", "prune", "report", "had ended")


def write_page(counts: str, seed: int, minutes: float) -> Path:
    """Write the page; return its path."""
    machine = (
        f"{os.cpu_count()} CPUs, {platform.system()} {platform.machine()}, Python {platform.python_version()}"
    )
    when = f"{datetime.now(UTC):%Y-%m-%d}"
    PAGE.write_text(f"{HEAD}\n{when}, {machine}, seed {seed}, {minutes:.0f} minutes.\n\n{counts}", "utf-8")
    return PAGE
