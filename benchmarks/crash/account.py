"""The counts of all trials, in the terminal and in docs/reliability.md."""

from __future__ import annotations

import os
import platform
from collections import Counter
from collections.abc import Mapping, Sequence
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
must succeed, give the bytes of a clean full rebuild, and leave no temporary file. Runs that fetch
(`casus build --refresh`) ask a wiki on loopback whose pages change; after them, every raw file must be one
that the wiki had, whole, with the origin record of that very revision.
**Torn**: a reader finds something that no clean run gives. **Lost**: a version that a run said it had
published, or that was current, is gone.
"""
READERS = """A run swaps `latest` in a moment in which nobody has a table open, if one comes within seconds.
A library opens a file more than once for one read, so by path it can meet the swap all the same; it then
fails, or takes single columns from a version that does not fit. Who resolves the link first (the README's
way) cannot. [Operations](operations.md#readers) says more."""


def tally(trials: Sequence[Trial], read: Mapping[str, Readings]) -> str:
    """Return the counts as Markdown."""
    return "\n".join([*_what_happened(trials), "", *_where_it_struck(trials), "", *_who_read(read)]) + "\n"


def _what_happened(trials: Sequence[Trial]) -> list[str]:
    kinds = Counter(trial.what for trial in trials)
    lines = ["| what happened | runs | torn | lost | next run failed | left over | other faults |"]
    lines.append("|---|--:|--:|--:|--:|--:|--:|")
    names = ("torn", "lost", "next run", "left over")
    for kind in kinds:
        faults = [fault for trial in trials if trial.what == kind for fault in trial.faults]
        counts = [sum(fault.startswith(name) for fault in faults) for name in names]
        cells = [kind, kinds[kind], *counts, len(faults) - sum(counts)]
        lines.append("| " + " | ".join(map(str, cells)) + " |")
    kills = sum(trial.what.startswith("kill") and trial.moment != "had ended" for trial in trials)
    return [f"{kills} kills with kill -9 in all.", "", *lines]


def _where_it_struck(trials: Sequence[Trial]) -> list[str]:
    lines = ["Where kill -9, SIGTERM and Ctrl-C struck:", "", "| | " + " | ".join(_MOMENTS) + " |"]
    lines.append("|---" + "|--:" * len(_MOMENTS) + "|")
    for kind in Counter(trial.what for trial in trials):
        struck = Counter(trial.moment for trial in trials if trial.what == kind)
        if set(struck) & set(_MOMENTS):
            lines.append(f"| {kind} | " + " | ".join(str(struck[moment]) for moment in _MOMENTS) + " |")
    return lines


def _who_read(read: Mapping[str, Readings]) -> list[str]:
    lines = ["Readers in a loop meanwhile, on the dataset of the runs that do not fetch:", ""]
    lines += ["| how it reads | readings | failed with an error | gave what no version holds |"]
    lines += ["|---|--:|--:|--:|"]
    for way, found in read.items():
        lines.append(f"| {way} | {found.count:,} | {len(found.failed)} | {len(found.mixed)} |")
    lines += ["", READERS]
    return lines


_MOMENTS = ("fetch", "extract", "assemble", "validate", "publish", "prune", "report", "had ended")


def write_page(counts: str, seed: int, minutes: float) -> Path:
    """Write the page; return its path."""
    machine = (
        f"{os.cpu_count()} CPUs, {platform.system()} {platform.machine()}, Python {platform.python_version()}"
    )
    when = f"{datetime.now(UTC):%Y-%m-%d}"
    PAGE.write_text(f"{HEAD}\n{when}, {machine}, seed {seed}, {minutes:.0f} minutes.\n\n{counts}", "utf-8")
    return PAGE
