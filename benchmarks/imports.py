"""How long a process takes until the extraction is there, and until it has read its first article.

    python -m benchmarks.imports [--rounds 9]

Each round starts a new interpreter that imports `tasks.extract` and extracts the article of
`data/raw`; an empty interpreter, timed beside it, is what Python itself takes.  Printed are medians in
processor seconds and in seconds on the clock: import alone, and the first article, for which the
lexicons are loaded, with what a second extraction of it takes to compare with.  Modules are compiled and
lists kept in a folder of its own, as an installation has them after its first run.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SCRIPT = """
import json, sys, time
begin = time.perf_counter(), time.process_time()
import tasks.extract
imported = time.perf_counter(), time.process_time()
from pathlib import Path
from tasks.sources.rendered_text import read_rendered_text
path = Path(sys.argv[1])
article = read_rendered_text(path.read_text("utf-8"), source_path=path.name)
ready = time.perf_counter(), time.process_time()
tasks.extract.extract(article)
first = time.perf_counter(), time.process_time()
tasks.extract.extract(article)
second = time.perf_counter(), time.process_time()
pairs = (("import", begin, imported), ("first article", ready, first), ("the same again", first, second))
print(json.dumps({name: [b[0] - a[0], b[1] - a[1]] for name, a, b in pairs}))
"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=9)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        kept = {"PYTHONPYCACHEPREFIX": folder, "PYTHONDONTWRITEBYTECODE": ""}
        found = measure(rounds, os.environ | kept)
    print(f"{'':22} {'on the clock':>14} {'processor':>10}   (seconds, medians of {rounds})")
    for name, values in found.items():
        clock, processor = (statistics.median(side) for side in zip(*values, strict=True))
        print(f"{name:22} {clock:14.3f} {'' if processor != processor else format(processor, '10.3f')}")


def measure(rounds: int, environment: Mapping[str, str]) -> dict[str, list[tuple[float, float]]]:
    """Return by what was done the seconds of each round, on the clock and of the processor."""
    article = next((ROOT / "data" / "raw").glob("*.txt"))
    found: dict[str, list[tuple[float, float]]] = {}
    for number in range(-1, rounds):  # the round before the first fills the caches of files and bytecode
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", ""], cwd=ROOT, check=True, env=environment)
        empty = time.perf_counter() - start
        command = [sys.executable, "-c", SCRIPT, str(article)]
        printed = subprocess.run(
            command, cwd=ROOT, check=True, capture_output=True, text=True, env=environment
        ).stdout
        if number >= 0:
            found.setdefault("an empty interpreter", []).append((empty, float("nan")))
            for name, (clock, processor) in json.loads(printed).items():
                found.setdefault(name, []).append((clock, processor))
    return found


if __name__ == "__main__":
    main()
