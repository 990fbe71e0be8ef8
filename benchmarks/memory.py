"""What a run holds in memory while it extracts many articles, and what putting them together costs.

    python -m benchmarks.memory [--articles 10000] [--every 1000] [--no-assemble]

Made-up articles (`benchmarks.made_up`) are written, each under a title of its own, and the stage
`extract` of a run reads, extracts and keeps each; then the stage `assemble` joins the rows of all.
Both run as `casus build --no-prefect` runs them, in a process of their own.  Printed is the memory that
the process holds (its resident set) as the articles go by, what each article adds after the first tenth,
in which lexicons and caches fill, and the peak of assembling.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.made_up import write_articles

ROOT = Path(__file__).resolve().parent.parent
MIB = 2**20


def resident() -> float:
    """Return the mebibytes that this process holds in memory."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / MIB


def peak_of(work: Callable[[], object]) -> float:
    """Do the work; return the most mebibytes that the process holds meanwhile."""
    most, over = [resident()], threading.Event()

    def look() -> None:
        while not over.wait(0.02):
            most.append(resident())

    watcher = threading.Thread(target=look)
    watcher.start()
    try:
        work()
    finally:
        over.set()
        watcher.join()
    return max(most)


def measure(folder: Path, every: int, assemble: bool) -> None:
    """Extract all articles of a folder and put them together, and print what that holds in memory."""
    from tasks.pipeline.checked_tables import assemble_tables
    from tasks.pipeline.fetch_and_extract import extract_articles
    from tasks.run import open_run
    from tasks.run.watch import watch
    from tasks.settings import Settings

    held: list[tuple[int, float]] = []

    def note(done: int, _: int) -> None:
        if done % every == 0:
            held.append((done, resident()))
            print(f"  {done:7,} articles {held[-1][1]:8.1f} MiB", flush=True)

    token = watch.set(note)
    with open_run(Settings(raw=folder, out=folder.parent / "out"), ()) as run:
        start = time.process_time()
        extract_articles(run)
        seconds = time.process_time() - start
        (first, early), (last, late) = held[0], held[-1]
        slope = (late - early) * 1024 / max(1, last - first)
        print(f"extract: {slope:.2f} KiB an article from the {first:,}th to the {last:,}th ({seconds:.0f} s)")
        if assemble:
            before = resident()
            peak = peak_of(lambda: assemble_tables(run))
            print(
                f"assemble: {(peak - before) * 1024 / last:.1f} KiB an article at its peak of {peak:.0f} MiB"
            )
    watch.reset(token)


def main() -> None:
    """Write the articles and measure in a new process."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--every", type=int, default=1_000)
    parser.add_argument("--no-assemble", action="store_true")
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)  # of the articles, in the new process
    asked = parser.parse_args()
    if asked.folder is not None:
        measure(asked.folder, asked.every, not asked.no_assemble)
        return
    with tempfile.TemporaryDirectory(prefix="casus-memory-") as name:
        write_articles(Path(name) / "raw", asked.articles)
        command = [sys.executable, "-m", "benchmarks.memory", "--folder", str(Path(name) / "raw")]
        command += ["--every", str(asked.every), *(["--no-assemble"] if asked.no_assemble else [])]
        subprocess.run(command, cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
