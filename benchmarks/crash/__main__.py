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
from benchmarks.crash.aside import aside
from benchmarks.crash.forked import warm_up
from benchmarks.crash.reader import BY_PATH, Readings, start_reader
from benchmarks.crash.scene import ARTICLES, STATES, Scene
from benchmarks.crash.trials import (
    Trial,
    full_disk,
    interrupt,
    kill_at_operation,
    kill_while_fetching,
    operations_of_a_run,
    plan,
    small_disk,
)
from benchmarks.crash.wiki import make_pages, start_wiki
from benchmarks.crash.wiki_scene import WikiScene
from benchmarks.made_up import write_articles

FETCHING_SHARE = 0.3  # of the kills
Make = Callable[[Scene, random.Random], Trial]


def main() -> int:
    """Make all trials."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--kills", type=int, default=200, help="runs killed at random moments")
    parser.add_argument("--others", type=int, default=10, help="trials of each other kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=60, help="begin no trial after so many")
    parser.add_argument("--write", action="store_true", help="write docs/reliability.md")
    asked = parser.parse_args()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # ends with its reader and its folders
    begin = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="casus-crash-") as name:
        folder = Path(name)
        _load_all(folder)
        trials, read = _all_trials(folder, asked, begin + asked.minutes * 60)
    minutes = (time.monotonic() - begin) / 60
    counts = tally(trials, read)
    print(counts)
    for trial in trials:
        for fault in trial.faults:
            print(f"{trial.what} ({trial.moment}): {fault}")
    for found in read.values():
        print(*found.mixed[:5], *found.failed[:5], sep="\n")
    if asked.write:
        print(f"written: {write_page(counts, asked.seed, minutes)}")
    whole = not any(trial.faults for trial in trials) and not any(
        found.mixed or (found.failed and not way.startswith(BY_PATH)) for way, found in read.items()
    )
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


def _all_trials(
    folder: Path, asked: argparse.Namespace, deadline: float
) -> tuple[list[Trial], dict[str, Readings]]:
    """Return all trials, and what the readers found; three scenes at once keep the processors busy."""
    fetching = round(asked.kills * FETCHING_SHARE)
    at_moments = (asked.kills - fetching) // 2
    at_operations = asked.kills - fetching - at_moments

    def chance(part: str) -> random.Random:
        return random.Random(f"{asked.seed}/{part}")

    def between_operations() -> list[Trial]:
        trials = _between_operations(folder / "operations", chance("operations"), at_operations, deadline)
        return trials + _on_a_small_disk(chance("disk"), asked.others, deadline)

    def while_fetching() -> list[Trial]:
        return _while_fetching(folder / "fetching", chance("fetching"), fetching, asked.others, deadline)

    with (
        aside(between_operations, folder / "aside-1") as one,
        aside(while_fetching, folder / "aside-2") as two,
    ):
        trials, read = _with_readers(folder / "read", chance("moments"), at_moments, asked.others, deadline)
        return [*trials, *one(), *two()], read


def _while_fetching(
    folder: Path, chance: random.Random, kills: int, others: int, deadline: float
) -> list[Trial]:
    """Return the trials of runs that ask a wiki on loopback before they build."""
    folder.mkdir()
    pages = make_pages(ARTICLES, STATES)
    wiki = start_wiki(pages, folder)
    try:
        scene = WikiScene(folder, wiki=wiki, pages=pages)
        scene.prepare()
        operations = operations_of_a_run(scene, until="extract")
        what = " of a run that fetches"
        makes: list[Make] = [kill_while_fetching] * (kills // 2)
        makes += [lambda s, c: kill_at_operation(s, c, operations, what)] * (kills - kills // 2)
        makes += [lambda s, c: interrupt(s, c, signal.SIGTERM)] * (others // 2)
        makes += [lambda s, c: interrupt(s, c, signal.SIGINT)] * (others // 2)
        chance.shuffle(makes)
        return _make("fetching", scene, chance, makes, deadline)
    finally:
        wiki.stop()


def _between_operations(folder: Path, chance: random.Random, kills: int, deadline: float) -> list[Trial]:
    """Return the trials of runs that are killed between two of their operations on files."""
    scene = _ordinary(folder)
    operations = operations_of_a_run(scene)
    makes: list[Make] = [lambda s, c: kill_at_operation(s, c, operations)] * kills
    return _make(f"{operations} operations", scene, chance, makes, deadline)


def _with_readers(
    folder: Path, chance: random.Random, kills: int, others: int, deadline: float
) -> tuple[list[Trial], dict[str, Readings]]:
    """Return the trials at any moment and of the other kinds, and what readers found meanwhile."""
    scene = _ordinary(folder)
    makes = plan(kills, others)
    chance.shuffle(makes)
    reader = start_reader(scene.layout.out, folder / "reader.json")
    try:
        trials = _make("any moment", scene, chance, makes, deadline)
    finally:
        found = reader.stop()
    return trials, found


def _ordinary(folder: Path) -> Scene:
    folder.mkdir()
    scene = Scene(folder)
    scene.prepare()
    return scene


def _on_a_small_disk(chance: random.Random, count: int, deadline: float) -> list[Trial]:
    try:
        with small_disk() as folder:
            scene = Scene(folder)
            scene.prepare()
            return _make("disk full", scene, chance, [full_disk] * count, deadline)
    except OSError as error:
        print(f"No trials of a full disk: {error}")
        return []


def _make(part: str, scene: Scene, chance: random.Random, makes: list[Make], deadline: float) -> list[Trial]:
    trials = []
    for number, make in enumerate(makes, 1):
        if time.monotonic() > deadline:
            print(f"{part}: out of time after {number - 1} of {len(makes)} trials.", flush=True)
            break
        trial = make(scene, chance)
        trials.append(trial)
        if trial.what.startswith("kill") and trial.moment == "had ended":
            makes.append(make)  # the run was quicker than the signal: this was no kill
        if trial.faults:
            print(f"{trial.what} ({trial.moment}): {trial.faults[0][:2000]}", flush=True)
        if number % 10 == 0 or number == len(makes):
            print(f"{part}: {number} of {len(makes)}", flush=True)
    return trials


if __name__ == "__main__":
    sys.exit(main())
