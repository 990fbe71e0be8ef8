"""How fast a dump is searched, against the bare parallel decompressor on the same file.

    python -m benchmarks.dump [--megabytes 330] [--rounds 3] [--folder FOLDER] [--only NAME ...] [--check]

The dump is made up (`benchmarks.made_up_dump`) and packed as multistream bzip2; one page in a hundred is an
article on an event.  It is made once and kept in the cache folder of the user.  Each round runs, each in
processes of its own and in turn from another start:

- bare: `lbzip2 -n 2` where it is installed, and rapidgzip with two threads, to nowhere;
- find: the dump searched for pages with an infobox of events (`tasks.sources.dump.search`);
- extract: the pages also read, and the rows of all tables extracted from them and kept, as a run does it:
  from the file to the results of its articles, start and end of all processes included;
- build (once): the whole of `casus build`: also the tables, their validation and publication.

Modules are compiled, and lexicons, patterns and lists of places kept (`tasks.lexicons.installed`), as an
installation has them after its first run: all but build run once before the rounds, without being timed.  The
memory is that of this run, as asking the system for it ten times a second takes a twentieth of a core.

A figure is the median of the rounds' ratios, bare seconds by seconds, against the faster of the bare
decompressors; the bounds are 0.7 for find and 0.5 for extract.  The ratio of processor seconds stands beside
it, which other work on the machine moves less.  Memory is the peak of what all processes of a measurement
hold together (proportional set size: what they share counts once); the bound is 300 MB.
"""

from __future__ import annotations

import argparse
import os
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

OURS = ("find", "extract")
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
    parser.add_argument("--folder", type=Path, default=cache_folder(), help="where the dump is kept")
    parser.add_argument("--only", nargs="*", choices=(*OURS, "build"), default=(*OURS, "build"))
    parser.add_argument("--check", action="store_true", help="exit 1 if a bound is missed")
    parser.add_argument("--do", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.do:
        work(options.do[0], Path(options.do[1]), Path(options.do[2]))
        return 0
    from benchmarks.made_up_dump import write_dump  # its vocabulary takes a moment: no measurement has it

    print(f"a dump of {options.megabytes} MB in {options.folder} ...", file=sys.stderr, flush=True)
    dump, pages, events = write_dump(options.folder, options.megabytes)
    size = content_size(dump)
    packed = dump.stat().st_size
    print(f"{size / 1e6:,.0f} MB of XML in {packed / 1e6:,.0f} MB, {pages:,} pages, {events:,} on events")
    missed = tell(measure(dump, options.rounds, options.only), size)
    return int(options.check and missed)


def cache_folder() -> Path:
    """Return where the dump is kept between runs."""
    home = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(home) if home else Path.home() / ".cache") / "casus" / "benchmarks"


def measure(dump: Path, rounds: int, only: Sequence[str]) -> dict[str, Measured]:
    """Return what each measurement took, over all rounds."""
    commands = bare_commands(dump) | {
        name: [sys.executable, "-m", "benchmarks.dump", "--do", name, str(dump)]
        for name in (*OURS, "build")
        if name in only
    }
    measured = {name: Measured() for name in commands}
    names = list(commands)
    for name in names:  # once to warm up; who asks how much memory processes hold takes time from them
        if name != "build":
            with tempfile.TemporaryDirectory() as temporary:
                measured[name].megabytes = run(_command(commands[name], temporary), is_watched=True)[1]
    for number in range(rounds):
        shift = number % len(names)
        for name in names[shift:] + names[:shift]:
            if name == "build" and number:
                continue
            with tempfile.TemporaryDirectory() as temporary:
                _measure_one(_command(commands[name], temporary), measured[name], is_watched=name == "build")
            one = measured[name]
            facts = f"{one.seconds[-1]:.1f} s, {one.computing[-1]:.1f} of processor,"
            print(f"  round {number + 1}: {name} {facts} {one.said}", file=sys.stderr, flush=True)
    return measured


def _command(command: list[str], folder: str) -> list[str]:
    """Return a command with the folder that it may write to, if it is one of ours."""
    return [*command, folder] if "benchmarks.dump" in command else command


def _measure_one(command: list[str], into: Measured, *, is_watched: bool) -> None:
    before = children_seconds()
    seconds, megabytes, said = run(command, is_watched=is_watched)
    into.computing.append(children_seconds() - before)
    into.seconds.append(seconds)
    into.megabytes, into.said = max(into.megabytes, megabytes), said


def bare_commands(dump: Path) -> dict[str, list[str]]:
    """Return the parallel decompressors that there are."""
    commands = {"bare rapidgzip": [sys.executable, "-c", RAPIDGZIP, str(dump)]}
    lbzip2 = shutil.which("lbzip2")
    return ({"bare lbzip2": [lbzip2, "-d", "-c", "-n", "2", str(dump)]} if lbzip2 else {}) | commands


def tell(measured: dict[str, Measured], size: int) -> bool:
    """Print ratios against the faster of the bare decompressors; say whether a bound was missed."""
    bare = min(
        (one for name, one in measured.items() if name.startswith("bare")),
        key=lambda one: statistics.median(one.seconds),
    )
    missed = False
    print(f"{'':16}{'MB/s':>8}{'ratio':>8}{'of CPU':>8}{'MB held':>9}")
    for name, one in measured.items():
        ratio = statistics.median(a / b for a, b in zip(bare.seconds, one.seconds, strict=False))
        computing = statistics.median(a / b for a, b in zip(bare.computing, one.computing, strict=False))
        speed = size / 1e6 / statistics.median(one.seconds)
        bound = BOUNDS.get(name)
        bad = (bound is not None and ratio < bound) or (bound is not None and one.megabytes > MEMORY_MB)
        missed |= bad
        verdict = "" if bound is None else f"  (bound {bound}, {MEMORY_MB} MB: {'MISSED' if bad else 'held'})"
        print(f"{name:16}{speed:8.1f}{ratio:8.2f}{computing:8.2f}{one.megabytes:9,.0f}{verdict}")
    return missed


def run(command: list[str], *, is_watched: bool = False) -> tuple[float, float, str]:
    """Return seconds, peak memory in MB and output of a command, without the output of decompressors.

    The peak is 0 where nobody watched.

    Raises:
        subprocess.CalledProcessError: if it fails.
    """
    ours = "benchmarks.dump" in command
    kept = {"PYTHONPYCACHEPREFIX": str(cache_folder() / "compiled"), "PYTHONDONTWRITEBYTECODE": ""}
    start = time.perf_counter()
    out = subprocess.PIPE if ours else subprocess.DEVNULL
    with subprocess.Popen(command, stdout=out, cwd=ROOT, text=True, env=os.environ | kept) as process:
        peak = [0.0]
        watcher = threading.Thread(target=_watch, args=(process, peak), daemon=True)
        if is_watched:
            watcher.start()
        said = process.communicate()[0] or ""
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    seconds = time.perf_counter() - start
    if is_watched:
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


def work(what: str, dump: Path, folder: Path) -> None:
    """Do one measurement's work in this process, in a folder of its own, and print what came of it."""
    if what == "find":
        from tasks.sources.dump.families import infobox_pattern
        from tasks.sources.dump.search import Search
        from tasks.sources.dump.taken import Taken

        wanted = infobox_pattern()
        search = Search(dump, wanted, 2, Taken(folder, dump, wanted))
        print(f"{sum(1 for _ in search.run())} found of {search.pages:,}")
        return
    from tasks.settings import load_settings

    wishes = {"raw": folder / "raw", "out": folder / "out", "dumps.pages": "events", "run.workers": 2}
    settings = load_settings(environment={}, overrides=wishes)
    if what == "build":
        from tasks import pipeline

        outcome = pipeline.build(settings, (dump,))
        print(f"{outcome.end}, {sum(outcome.rows.values()):,} rows")
        return
    from tasks.pipeline.side_by_side import each_outcome
    from tasks.sources import DumpOptions, InputError, each_unread

    refused: list[InputError] = []
    unread = each_unread((dump,), settings.raw, refused, DumpOptions("events", 2, folder / "dumps"))
    done = [one for _, one in each_outcome(settings, folder / "articles", unread)]
    failed = len(refused) + sum(bool(one.refusal or one.failure) for one in done)
    print(f"{len(done) - failed:,} articles, {failed} failed")


if __name__ == "__main__":
    sys.exit(main())
