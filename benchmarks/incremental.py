"""What a run costs when little has changed: CPU seconds against a full run over the same corpus.

    python -m benchmarks.incremental [--articles 5000] [--changed 50] [--folder DIR] [--write]

A made-up corpus is built in full, then some of its articles change and it is built again, five times, then
once with nothing changed.  Each run is a command line of its own (`casus build --no-prefect`), as a
scheduler starts it; the start-up, measured beside each change, is that of a run over one article which has
changed: it loads all that a run with anything to do loads.  What a change costs is the median of the pairs'
differences, for one alone is a small difference of two large numbers.  At last the whole corpus is rebuilt
from nothing in another folder if `--compare` is given, and its bytes must be the same.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.made_up import write_article, write_articles
from tasks.publish import Layout, read_manifest

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "performance-incremental.md"
RUN = "import sys; from flows.cli.main import main; main(sys.argv[1:])"
GOAL = 0.05
PAIRS = 5
SETTLED = 2.5  # seconds after which a file that was written is no longer taken for one being written


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run cost: CPU seconds in all, and seconds by the clock of each stage."""

    cpu: float
    outcome: dict[str, Any]

    @property
    def asked(self) -> int:
        """How many rows were put to the rules about rows."""
        report = Path(self.outcome["report"]).with_name("report.json")
        return int(json.loads(report.read_text("utf-8"))["asked"])

    @property
    def stages(self) -> str:
        """The stages with their seconds."""
        return ", ".join(f"{stage} {seconds:.1f}" for stage, seconds in self.outcome["seconds"].items())


def build(raw: Path, out: Path, *options: str) -> Cost:
    """Run over a folder of articles.

    Raises:
        subprocess.CalledProcessError: if the run fails.
    """
    arguments = ["build", "--no-prefect", "--quiet", "--json", *options]
    settings = {"CASUS_RAW": str(raw), "CASUS_OUT": str(out), "PYTHONPATH": str(ROOT)}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-c", RUN, *arguments], env=os.environ | settings, stdout=subprocess.PIPE, check=True
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(cpu, json.loads(done.stdout))


def main() -> int:
    """Measure, print, and say whether the goal is reached."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--articles", type=int, default=5000)
    parser.add_argument("--changed", type=int, default=50)
    parser.add_argument("--folder", type=Path, help="keep the corpus and the datasets here")
    parser.add_argument("--compare", action="store_true", help="rebuild from nothing and compare the bytes")
    parser.add_argument("--write", action="store_true", help="write docs/performance-incremental.md")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="casus-incremental-") as name:
        text, reached = _measure(asked, asked.folder or Path(name))
    print(text)
    if asked.write:
        PAGE.write_text(text, "utf-8")
    return 0 if reached else 1


def _measure(asked: argparse.Namespace, folder: Path) -> tuple[str, bool]:
    raw, out = folder / "raw", folder / "processed"
    one = folder / "one"
    write_articles(one, 1)
    build(one, folder / "one-out")
    write_articles(raw, asked.articles)
    time.sleep(SETTLED)
    full = build(raw, out)
    print(f"full {full.cpu:.1f} s: {full.stages}", flush=True)
    pairs = [_pair(asked, one, raw, edition) for edition in range(1, PAIRS + 1)]
    start, little = (
        sorted(costs, key=lambda cost: cost.cpu)[PAIRS // 2] for costs in zip(*pairs, strict=True)
    )
    share = statistics.median((changed.cpu - alone.cpu) / full.cpu for alone, changed in pairs)
    nothing = build(raw, out)
    print(f"unchanged {nothing.cpu:.1f} s: {nothing.stages}", flush=True)
    lines = [
        "# What a run costs when little has changed",
        "",
        "Written by `make incremental`; do not edit. Medians of CPU seconds of processes, without Prefect.",
        "",
        f"{datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} CPUs, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}; {asked.articles:,} made-up articles.",
        "",
        "| run | CPU s | stages (s) |",
        "|---|--:|---|",
        f"| start-up: one article, changed | {start.cpu:.1f} | {start.stages} |",
        f"| full | {full.cpu:.1f} | {full.stages} |",
        f"| {asked.changed} articles changed | {little.cpu:.1f} | {little.stages} |",
        f"| nothing changed | {nothing.cpu:.1f} | {nothing.stages} |",
        "",
        f"Rows asked by rules about rows: {full.asked:,} in full, {little.asked:,} after the change.",
        f"With {asked.changed} changed articles a run costs {share:.1%} of a full run plus start-up "
        f"(median of {PAIRS} pairs of runs; goal: at most {GOAL:.0%}).",
    ]
    if asked.compare:
        clean = folder / "clean"
        build(raw, clean, "--full")
        same = read_manifest(Layout(clean).latest).content == read_manifest(Layout(out).latest).content
        lines.append(f"A clean full rebuild gives {'the same bytes' if same else 'OTHER BYTES'}.")
    return "\n".join(lines) + "\n", share <= GOAL


def _pair(asked: argparse.Namespace, one: Path, raw: Path, edition: int) -> tuple[Cost, Cost]:
    """Return what a run over one changed article costs, and one over a corpus of which some changed."""
    write_article(one, 0, edition=edition)
    start = build(one, one.with_name("one-out"))
    step = max(1, asked.articles // asked.changed)
    for number in range(0, step * asked.changed, step):
        write_article(raw, number, edition=edition)
    time.sleep(SETTLED)
    little = build(raw, raw.with_name("processed"))
    print(f"start-up {start.cpu:.1f} s, changed {little.cpu:.1f} s: {little.stages}", flush=True)
    return start, little


if __name__ == "__main__":
    sys.exit(main())
