"""What a whole small run costs against what its libraries cost by themselves.

    python -m benchmarks.startup [--pairs 5] [--cold]

A: `casus build` and `casus show` on one article, as `make run` calls them (a Prefect server of its own).
B: one process with an empty Prefect flow on Prefect's own temporary server and `import
great_expectations`, nothing else.  A and B alternate, A first in every other pair, so that both see
the same machine; the figure is the median of the pairs' ratios.

With `--cold` both start each time with an empty Prefect folder (its database is made anew).
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CASUS = Path(sys.executable).parent / "casus"
EMPTY_FLOW = """
import great_expectations
from prefect import flow
@flow
def nothing():
    pass
nothing()
"""


def environment(home: Path) -> dict[str, str]:
    """Return the environment of a measured process: private, patient, Prefect's files in `home`."""
    return os.environ | {
        "PREFECT_HOME": str(home),
        "DO_NOT_TRACK": "1",
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "300",
    }


def seconds(commands: list[list[str]], home: Path) -> float:
    """Return how long the commands take one after the other.

    Raises:
        subprocess.CalledProcessError: if one of them fails.
    """
    start = time.perf_counter()
    for command in commands:
        subprocess.run(command, cwd=ROOT, env=environment(home), check=True, capture_output=True)
    return time.perf_counter() - start


def measure(pairs: int, cold: bool) -> list[tuple[float, float]]:
    """Return the seconds of A and of B for each pair."""
    found = []
    with tempfile.TemporaryDirectory(prefix="casus-startup-") as name:
        folder = Path(name)
        for pair in range(-1, pairs):
            round_name = str(pair) if cold else "warm"
            out = str(folder / f"out-{pair}")
            ours = [[str(CASUS), "build", "--out", out], [str(CASUS), "show", "--out", out]]
            bare = [[sys.executable, "-c", EMPTY_FLOW]]
            jobs = {"A": (ours, folder / f"a-{round_name}"), "B": (bare, folder / f"b-{round_name}")}
            taken = {key: seconds(*jobs[key]) for key in ("AB" if pair % 2 else "BA")}
            if pair >= 0:  # the pair before the first warms caches and makes the databases
                found.append((taken["A"], taken["B"]))
                print(
                    f"  casus {taken['A']:6.1f} s   bare {taken['B']:6.1f} s   {taken['A'] / taken['B']:.2f}"
                )
    return found


def main() -> None:
    """Measure and print the medians."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--cold", action="store_true")
    arguments = parser.parse_args()
    pairs = measure(arguments.pairs, arguments.cold)
    ours, bare = (statistics.median(side) for side in zip(*pairs, strict=True))
    ratio = statistics.median(a / b for a, b in pairs)
    kind = "empty Prefect folder" if arguments.cold else "Prefect folder in use"
    print(
        f"{kind}: casus build + show {ours:.1f} s, bare {bare:.1f} s, ratio {ratio:.2f} ({len(pairs)} pairs)"
    )


if __name__ == "__main__":
    main()
