"""All measurements of speed, one after the other, and the page that keeps their figures.

    python -m benchmarks.performance [--only stages startup ...] [--date 2026-11-23]

Runs each benchmark below as a process of its own, prints what it prints, and writes it into
docs/performance.md under the benchmark's own description, with the date and the machine.  A part
that is not run this time keeps the figures it has.  A benchmark that misses its bound ends with code 1: its
figures are written all the same, the others still run, and the exit code at the end is 1.  Who stops this
stops the benchmark that runs, with all that it started.
"""

from __future__ import annotations

import argparse
import importlib
import os
import platform
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "performance.md"
# name of the module -> heading, arguments that keep it to a few minutes
PARTS = {
    "startup": ("A whole small run against its libraries", ["--pairs", "4"]),
    "throughput": ("The whole extraction against spaCy's tokenizer", []),
    "stages": ("The stages of the extraction", []),
    "growth": ("Hostile text", []),
    "imports": ("Until the extraction is there", []),
    "memory": ("Memory over ten thousand articles", []),
    "dump": ("Dumps against the bare decompressor", []),
    "incremental": ("A small change to a large corpus", []),
}
MISSED = 1  # exit code of a benchmark whose bound was not reached
STOPPED = 130
_TO_TIDY_UP = 10  # seconds for a benchmark to remove its folders
INTRODUCTION = """# Performance

Measured by `make bench`, which writes this page. Figures are ratios against something that runs beside
them, because seconds belong to the machine and to what else it does; where seconds are given, the
machine is named.
"""


def machine() -> str:
    """Return what the figures were measured on."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}"
    )


def run(command: list[str]) -> tuple[str, bool]:
    """Return what a benchmark prints, and whether it reached its bound; show it as it comes.

    Raises:
        subprocess.CalledProcessError: if it fails, which is told apart by its having printed nothing.
    """
    lines = []
    with (
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, process_group=0) as process,
        _ended(process),
    ):
        assert process.stdout is not None
        for line in process.stdout:
            print(line, end="", flush=True)
            lines.append(line)
    if process.returncode not in (0, MISSED) or not lines:
        raise subprocess.CalledProcessError(process.returncode, command)
    return "".join(lines), process.returncode == 0


@contextmanager
def _ended(process: subprocess.Popen[str]) -> Iterator[None]:
    """End a benchmark and what it started, if it is left before its end: as by Ctrl-C, else by force."""
    try:
        yield
    except BaseException:
        for sign in (signal.SIGINT, signal.SIGKILL):
            with suppress(ProcessLookupError, subprocess.TimeoutExpired):
                os.killpg(process.pid, sign)
                process.wait(_TO_TIDY_UP)
        raise


def stop_when_told() -> None:
    """Leave with an exit code, and in order, on what ends a process else: its benchmark would stay behind."""

    def leave(*_: object) -> None:
        sys.exit(STOPPED)

    for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(sign, leave)


def section(name: str, printed: str, date: str) -> str:
    """Return one benchmark's section: heading, when and where, its description, its figures."""
    heading, arguments = PARTS[name]
    described = (importlib.import_module(f"benchmarks.{name}").__doc__ or "").strip()
    command = " ".join(["python -m", f"benchmarks.{name}", *arguments])
    return (
        f"<!-- {name} -->\n## {heading}\n`{command}`, {date}; {machine()}.\n\n```\n{described}\n```\n\n"
        f"Printed:\n\n```\n{printed.strip()}\n```\n<!-- /{name} -->\n"
    )


def written(page: str, sections: dict[str, str]) -> str:
    """Return the page with the given sections new and the others as they are."""
    parts = [INTRODUCTION]
    for name in PARTS:
        found = re.search(rf"<!-- {name} -->.*?<!-- /{name} -->\n", page, re.DOTALL)
        if name in sections or found:
            parts.append(sections.get(name) or (found.group(0) if found else ""))
    return "\n".join(parts)


def main() -> None:
    """Run the benchmarks that are asked for and write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="*", choices=PARTS, default=list(PARTS))
    parser.add_argument("--date", default=datetime.now(UTC).date().isoformat())
    asked = parser.parse_args()
    stop_when_told()
    missed = []
    for name in asked.only:
        print(f"== {PARTS[name][0]}", flush=True)
        printed, is_reached = run([sys.executable, "-m", f"benchmarks.{name}", *PARTS[name][1]])
        fresh = section(name, printed, asked.date)
        missed += [] if is_reached else [name]
        PAGE.write_text(written(PAGE.read_text("utf-8"), {name: fresh}), "utf-8")
    if missed:
        sys.exit(f"bounds not reached: {', '.join(missed)}")


if __name__ == "__main__":
    main()
