"""How fast a dump is searched, against the bare parallel decompressor on the same file.

    python -m benchmarks.dump [--megabytes 330] [--rounds 3] [--folder FOLDER] [--check]

The dump is made up (`benchmarks.made_up_dump`) and packed as multistream bzip2; one page in a hundred is an
article on an event.  Each round runs, each in processes of its own and in turn from another start:

- bare: `lbzip2 -n 2` where it is installed, else rapidgzip with two threads, to nowhere;
- find: the dump searched for pages with an infobox of events (`tasks.sources.dump.search`);
- read: these pages read as articles, too (wikitext to the rendered form);
- extract: the rows of all tables extracted from these articles, too.

A figure is the median of the rounds' ratios, bare seconds by seconds; the bounds are 0.7 for find and 0.5
for extract.  The ratio of processor seconds stands beside it, which other work on the machine moves less.
Memory is the peak of what all processes of a measurement hold together (proportional set size: what they
share counts once); the bound is 300 MB.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.made_up_dump import write_dump

BOUNDS = {"find": 0.7, "extract": 0.5}
MEMORY_MB = 300
ROOT = Path(__file__).resolve().parent.parent
RAPIDGZIP = """
import sys
from rapidgzip import IndexedBzip2File
with IndexedBzip2File(sys.argv[1], parallelization=2) as file:
    while file.read(4 << 20):
        pass
"""


@dataclass
class Measured:
    """What the rounds saw of one measurement: seconds, processor seconds, and the most memory in MB."""

    seconds: list[float] = field(default_factory=list)
    computing: list[float] = field(default_factory=list)
    megabytes: float = 0.0
    said: str = ""


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures; return 1 if a bound is missed and was to be checked, else 0."""
    parser = argparse.ArgumentParser(description="Measure how fast dumps are searched.")
    parser.add_argument("--megabytes", type=int, default=330, help="of XML")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", type=Path, help="where the dump is made, and kept")
    parser.add_argument("--check", action="store_true", help="exit 1 if a bound is missed")
    parser.add_argument("--do", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.do:
        work(options.do[0], Path(options.do[1]))
        return 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        print(f"making a dump of {options.megabytes} MB ...", flush=True)
        dump, pages, events = write_dump(folder, options.megabytes)
        size = content_size(dump)
        packed = dump.stat().st_size
        print(f"{size / 1e6:,.0f} MB of XML in {packed / 1e6:,.0f} MB, {pages:,} pages, {events:,} on events")
        missed = tell(measure(dump, options.rounds), size)
        return int(options.check and missed)


def measure(dump: Path, rounds: int) -> dict[str, Measured]:
    """Return what each measurement took, over all rounds."""
    commands = bare_commands(dump) | {
        name: [sys.executable, "-m", "benchmarks.dump", "--do", name, str(dump)]
        for name in ("find", "read", "extract")
    }
    measured = {name: Measured() for name in commands}
    names = list(commands)
    for number in range(rounds):
        shift = number % len(names)
        for name in names[shift:] + names[:shift]:
            before = children_seconds()
            seconds, megabytes, said = run(commands[name])
            one = measured[name]
            one.computing.append(children_seconds() - before)
            one.seconds.append(seconds)
            one.megabytes, one.said = max(one.megabytes, megabytes), said
            print(f"  round {number + 1}: {name} {seconds:.1f} s, {megabytes:,.0f} MB {said}", flush=True)
    return measured


def bare_commands(dump: Path) -> dict[str, list[str]]:
    """Return the parallel decompressors that there are."""
    commands = {"bare rapidgzip": [sys.executable, "-c", RAPIDGZIP, str(dump)]}
    lbzip2 = shutil.which("lbzip2")
    return ({"bare lbzip2": [lbzip2, "-d", "-c", "-n", "2", str(dump)]} if lbzip2 else {}) | commands


def tell(measured: dict[str, Measured], size: int) -> bool:
    """Print ratios against the faster of the bare decompressors; say whether a bound was missed."""
    bare = min(
        (one for name, one in measured.items() if name.startswith("bare")), key=lambda m: min(m.seconds)
    )
    missed = False
    print(f"{'':16}{'MB/s':>8}{'ratio':>8}{'of CPU':>8}{'MB held':>9}")
    for name, one in measured.items():
        ratio = statistics.median(a / b for a, b in zip(bare.seconds, one.seconds, strict=True))
        computing = statistics.median(a / b for a, b in zip(bare.computing, one.computing, strict=True))
        speed = size / 1e6 / statistics.median(one.seconds)
        bound = BOUNDS.get(name)
        bad = (bound is not None and ratio < bound) or (bound is not None and one.megabytes > MEMORY_MB)
        missed |= bad
        verdict = "" if bound is None else f"  (bound {bound}, {MEMORY_MB} MB: {'MISSED' if bad else 'held'})"
        print(f"{name:16}{speed:8.1f}{ratio:8.2f}{computing:8.2f}{one.megabytes:9,.0f}{verdict}")
    return missed


def run(command: list[str]) -> tuple[float, float, str]:
    """Return seconds, peak memory in MB and output of a command, without the output of decompressors.

    Raises:
        subprocess.CalledProcessError: if it fails.
    """
    ours = "benchmarks.dump" in command
    start = time.perf_counter()
    out = subprocess.PIPE if ours else subprocess.DEVNULL
    with subprocess.Popen(command, stdout=out, cwd=ROOT, text=True) as process:
        peak = [0.0]
        watcher = threading.Thread(target=_watch, args=(process, peak), daemon=True)
        watcher.start()
        said = process.communicate()[0] or ""
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    seconds = time.perf_counter() - start
    watcher.join()
    return seconds, peak[0], said.strip()


def children_seconds() -> float:
    """Return the processor seconds of all processes that have ended and been waited for."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _watch(process: subprocess.Popen[str], peak: list[float]) -> None:
    while process.poll() is None:
        peak[0] = max(peak[0], sum(map(_held, _tree(process.pid))) / 1000)
        time.sleep(0.1)


def _tree(pid: int) -> list[int]:
    """Return a process and all that it started."""
    found = [pid]
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):
            for child in children.read_text().split():
                found += _tree(int(child))
    return found


def _held(pid: int) -> float:
    """Return a process's proportional set size in kB."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return float(line.split()[1])
    return 0.0


def content_size(dump: Path) -> int:
    """Return how many bytes of XML are packed in a dump."""
    from tasks.sources.dump.pieces import unpacked

    return sum(map(len, unpacked(dump)))


def work(what: str, dump: Path) -> None:
    """Do one measurement's work in this process and print what came of it."""
    if what == "find":
        from tasks.sources.dump.families import infobox_pattern
        from tasks.sources.dump.search import Search

        search = Search(dump, infobox_pattern(), 2)
        print(f"{sum(1 for _ in search.run())} found of {search.pages:,}")
        return
    from tasks.sources.dump import DumpOptions, read_dump
    from tasks.sources.errors import InputError

    articles = read_dump(dump, None, DumpOptions("events", 2))
    if what == "read":
        refused = sum(isinstance(article, InputError) for article in articles)
        print(f"{refused} refused")
        return
    from tasks.assemble import rows_of
    from tasks.extract import extract

    rows = 0
    for article in articles:
        if not isinstance(article, InputError):
            rows += sum(map(len, rows_of(extract(article)).values()))
    print(f"{rows:,} rows")


if __name__ == "__main__":
    sys.exit(main())
