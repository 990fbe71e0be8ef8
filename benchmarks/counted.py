"""How often each line of the extraction runs: work counted instead of timed, the same on every machine.

    python -m benchmarks.counted [--units 60] [--only "one sentence of names"]

Prints, for each shape of `benchmarks.hostile_text`, the lines that run more than three times as often
when the text is twice as long.  What a pattern does inside is not counted; `benchmarks.growth` times it.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from types import FrameType
from typing import Any

from benchmarks.hostile_text import SHAPES
from tasks.extract import extract
from tasks.lexicons.late_pattern import compile_late_patterns
from tasks.sources.rendered_text import read_rendered_text

ROOT = Path(__file__).resolve().parent.parent
TASKS = str(ROOT / "tasks")
Line = tuple[str, int]
FEW = 2_000  # a line that runs less often costs nothing
# It runs once a word, and what a text before had of words it runs no more for.
ONCE_A_WORD = str(ROOT / "tasks" / "lexicons" / "once.py")


def line_counts(text: str) -> Counter[Line]:
    """Return how often each line of `tasks/` runs while a text is extracted; loops count each round."""
    counts: Counter[Line] = Counter()

    def on_line(frame: FrameType, event: str, _: Any) -> Any:
        if event == "line":
            counts[frame.f_code.co_filename, frame.f_lineno] += 1
        return on_line

    def on_call(frame: FrameType, event: str, _: Any) -> Any:
        return on_line if frame.f_code.co_filename.startswith(TASKS) else None

    article = read_rendered_text(text, source_path="hostile.txt")
    before = sys.gettrace()
    sys.settrace(on_call)
    try:
        extract(article)
    finally:
        sys.settrace(before)
    return counts


def growing(name: str, units: int, factor: float = 3.0) -> list[tuple[Line, int, int]]:
    """Return the lines that run more than `factor` times as often with twice the units, the worst first.

    Each with its count before and after.
    """
    compile_late_patterns()  # each as it is searched for in the end, not only after its first searches
    extract(read_rendered_text(SHAPES[name](2), source_path="hostile.txt"))  # loads the lexicons
    once, twice = (line_counts(SHAPES[name](size)) for size in (units, 2 * units))
    found = [
        (line, once[line], many)
        for line, many in twice.items()
        if many > max(FEW, factor * once[line]) and line[0] != ONCE_A_WORD
    ]
    return sorted(found, key=lambda f: -f[2])


def main() -> None:
    """Count every shape and print the lines that grow too fast."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--units", type=int, default=60)
    parser.add_argument("--only", nargs="*", choices=SHAPES, default=list(SHAPES))
    asked = parser.parse_args()
    for name in asked.only:
        found = growing(name, asked.units)
        print(f"{name}: {len(found) or 'no'} lines grow faster than the text", flush=True)
        for (file, line), once, twice in found[:12]:
            print(f"  {Path(file).relative_to(ROOT)}:{line}  {once:,} -> {twice:,}")


if __name__ == "__main__":
    main()
