"""How the time of the extraction grows with hostile text: twice the text should take twice the time.

    python -m benchmarks.growth [--units 400]

Each shape of `benchmarks.hostile_text` is extracted with so many units, twice and four times as many
(reading it is not counted).  Printed are the processor seconds of the largest and, for each doubling,
the time divided by the time before: 2 is linear, 4 is quadratic.  The best of three is taken.
"""

from __future__ import annotations

import argparse
import time
from itertools import pairwise

from benchmarks.hostile_text import SHAPES
from tasks.extract import extract
from tasks.sources.rendered_text import read_rendered_text


def seconds(text: str, repeat: int = 3) -> float:
    """Return the processor seconds that extracting a text takes, the best of some tries."""
    best = float("inf")
    for _ in range(repeat):
        article = read_rendered_text(text, source_path="hostile.txt")
        start = time.process_time()
        extract(article)
        best = min(best, time.process_time() - start)
    return best


def main() -> None:
    """Measure every shape and print one line each."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--units", type=int, default=400)
    parser.add_argument("--only", nargs="*", choices=SHAPES, default=list(SHAPES))
    asked = parser.parse_args()
    print(f"{'shape':28} {'characters':>10} {'seconds':>8}  growth by doubling")
    for name in asked.only:
        texts = [SHAPES[name](asked.units * factor) for factor in (1, 2, 4)]
        taken = [seconds(text) for text in texts]
        growth = "  ".join(f"{b / a:4.1f}" for a, b in pairwise(taken))
        print(f"{name:28} {len(texts[-1]):10,} {taken[-1]:8.3f}  {growth}", flush=True)


if __name__ == "__main__":
    main()
