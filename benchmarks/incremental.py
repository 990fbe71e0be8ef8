"""What a run costs when little has changed: CPU seconds against a full run over the same corpus.

    python -m benchmarks.incremental [--articles 5000] [--changed 50] [--folder DIR] [--write]

A made-up corpus is built in full, then some of its articles change and it is built again, then a third
time with nothing changed.  Each run is a command line of its own (`casus build --no-prefect`), as a
scheduler starts it; the start-up is that of a run over one article which has changed: it loads all that a
run with anything to do loads.  At last the whole corpus is rebuilt from nothing in another folder if
`--compare` is given, and its bytes must be the same.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
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
    write_articles(folder / "one", 1)
    build(folder / "one", folder / "one-out")
    write_article(folder / "one", 0, edition=1)
    start = build(folder / "one", folder / "one-out")
    print(f"start-up {start.cpu:.1f} s", flush=True)
    write_articles(raw, asked.articles)
    time.sleep(SETTLED)
    full = build(raw, out)
    print(f"full {full.cpu:.1f} s: {full.stages}", flush=True)
    step = max(1, asked.articles // asked.changed)
    for number in range(0, step * asked.changed, step):
        write_article(raw, number, edition=1)
    time.sleep(SETTLED)
    little = build(raw, out)
    print(f"changed {little.cpu:.1f} s: {little.stages}", flush=True)
    nothing = build(raw, out)
    print(f"unchanged {nothing.cpu:.1f} s: {nothing.stages}", flush=True)
    share = (little.cpu - start.cpu) / full.cpu
    lines = [
        "# What a run costs when little has changed",
        "",
        "Written by `make incremental`; do not edit. CPU seconds of whole processes, without Prefect.",
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
        f"(goal: at most {GOAL:.0%}).",
    ]
    if asked.compare:
        clean = folder / "clean"
        build(raw, clean, "--full")
        same = read_manifest(Layout(clean).latest).content == read_manifest(Layout(out).latest).content
        lines.append(f"A clean full rebuild gives {'the same bytes' if same else 'OTHER BYTES'}.")
    return "\n".join(lines) + "\n", share <= GOAL


if __name__ == "__main__":
    sys.exit(main())
