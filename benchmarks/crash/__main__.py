"""Make the trials, print the counts; exit code 1 if anything was torn, lost or otherwise wrong."""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.crash.account import tally, write_page
from benchmarks.crash.forked import warm_up
from benchmarks.crash.reader import Readings, start_reader
from benchmarks.crash.scene import Scene
from benchmarks.crash.trials import (
    Trial,
    full_disk,
    kill_at_operation,
    operations_of_a_run,
    plan,
    small_disk,
)
from benchmarks.made_up import write_articles

Make = Callable[[Scene, random.Random], Trial]


def main() -> int:
    """Make all trials."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--kills", type=int, default=200, help="runs killed at random moments")
    parser.add_argument("--others", type=int, default=10, help="trials of each other kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=30, help="begin no trial after so many")
    parser.add_argument("--write", action="store_true", help="write docs/reliability.md")
    asked = parser.parse_args()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # ends with its reader and its folders
    begin = time.monotonic()
    chance = random.Random(asked.seed)
    with tempfile.TemporaryDirectory(prefix="casus-crash-") as name:
        folder = Path(name)
        _load_all(folder)
        deadline = begin + asked.minutes * 60
        trials, read = _on_an_ordinary_disk(folder / "ordinary", chance, asked, deadline)
        trials += _on_a_small_disk(chance, asked.others, deadline)
    minutes = (time.monotonic() - begin) / 60
    counts = tally(trials, read)
    print(counts)
    for trial in trials:
        for fault in trial.faults:
            print(f"{trial.what} ({trial.moment}): {fault}")
    print(*read.wrong[:20], sep="\n")
    if asked.write:
        print(f"written: {write_page(counts, asked.seed, minutes)}")
    whole = not any(trial.faults for trial in trials) and not read.wrong
    print(f"{len(trials)} trials in {minutes:.1f} minutes: {'all well' if whole else 'FAULTS'}")
    return 0 if whole else 1


def _load_all(folder: Path) -> None:
    print("Loading what runs need ...", flush=True)
    for name in [name for name in os.environ if name.startswith("CASUS_")]:
        del os.environ[name]
    write_articles(folder / "first", 2, seed=2)
    warm_up(
        ["build", "--no-prefect", "--quiet", str(folder / "first")], {"CASUS_OUT": str(folder / "first-out")}
    )


def _on_an_ordinary_disk(
    folder: Path, chance: random.Random, asked: argparse.Namespace, deadline: float
) -> tuple[list[Trial], Readings]:
    """Return all trials but those of the full disk, and what the reader found meanwhile."""
    folder.mkdir()
    scene = Scene(folder)
    scene.prepare()
    operations = operations_of_a_run(scene)
    print(f"A run does {operations} operations on files.", flush=True)
    at_moments = asked.kills // 2
    makes: list[Make] = plan(at_moments, asked.others)
    makes += [lambda s, c: kill_at_operation(s, c, operations)] * (asked.kills - at_moments)
    chance.shuffle(makes)
    reader = start_reader(scene.layout.out, folder / "reader.json")
    try:
        trials = _make(scene, chance, makes, deadline)
    finally:
        found = reader.stop()
    return trials, found


def _on_a_small_disk(chance: random.Random, count: int, deadline: float) -> list[Trial]:
    try:
        with small_disk() as folder:
            scene = Scene(folder)
            scene.prepare()
            return _make(scene, chance, [full_disk] * count, deadline)
    except OSError as error:
        print(f"No trials of a full disk: {error}")
        return []


def _make(scene: Scene, chance: random.Random, makes: list[Make], deadline: float) -> list[Trial]:
    trials = []
    for number, make in enumerate(makes, 1):
        if time.monotonic() > deadline:
            print(f"Out of time after {number - 1} of {len(makes)} trials.")
            break
        trial = make(scene, chance)
        trials.append(trial)
        if trial.what.startswith("kill") and trial.moment == "had ended":
            makes.append(make)  # the run was quicker than the signal: this was no kill
        if trial.faults:
            print(f"\n{trial.what} ({trial.moment}): {trial.faults[0][:2000]}", flush=True)
        print(f"\r{number}/{len(makes)}", end="", flush=True)
    print()
    return trials


if __name__ == "__main__":
    sys.exit(main())
