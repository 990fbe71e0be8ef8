"""What happens to runs: each trial starts a run, does something to it, and says what was wrong after it."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from benchmarks.crash.forked import (
    STAGES,
    Forked,
    become,
    count_operations,
    kill_before_operation,
    limit_file_size,
    set_clock,
)
from benchmarks.crash.scene import STATES, Scene
from tasks.publish import current

DONE, UNABLE, INTERRUPTED = 0, 3, 130
NOBODY = 65534
STAGE_SECONDS = {
    "fetch": 0.35,
    "extract": 0.6,
    "assemble": 0.1,
    "validate": 1.8,
    "publish": 0.03,
    "report": 0.02,
}
SMALL_DISK = 56_000_000  # bytes: a run may begin, and cannot end once the rest is taken


@dataclass(frozen=True, slots=True)
class Trial:
    """What one trial found.

    Attributes:
        what: the kind of trial.
        moment: the stage in which it struck, or what else tells trials of a kind apart.
        faults: what was wrong: nothing, if all is well.
    """

    what: str
    moment: str
    faults: list[str] = field(default_factory=list)


def other_state(scene: Scene, chance: random.Random) -> int:
    """Return a state that differs from the current one."""
    return chance.choice([state for state in range(STATES) if state != scene.state])


def kill_in_stage(scene: Scene, chance: random.Random) -> Trial:
    """A kill -9 from outside, at a random moment of a random stage."""
    state, before = other_state(scene, chance), current(scene.layout)
    run = scene.run(state, *(["--full"] if chance.random() < 0.6 else []))
    stage = chance.choice([*STAGES, "report"])
    run.reach(stage)
    time.sleep(chance.random() * STAGE_SECONDS[stage])
    run.signal(signal.SIGKILL)
    return _after("kill -9, any moment", scene, run, state, before)


def kill_while_fetching(scene: Scene, chance: random.Random) -> Trial:
    """A kill -9 from outside, at a random moment of a run's fetching."""
    state, before = other_state(scene, chance), current(scene.layout)
    run = scene.run(state)
    time.sleep(chance.random() * STAGE_SECONDS["fetch"])
    run.signal(signal.SIGKILL)
    return _after("kill -9 of a run that fetches, any moment", scene, run, state, before)


def kill_at_operation(scene: Scene, chance: random.Random, operations: int, what: str = "") -> Trial:
    """A kill -9 right before a random one of the run's first `operations` operations on files."""
    state, before = other_state(scene, chance), current(scene.layout)
    number = chance.randint(1, operations)
    run = scene.run(state, "--full", first=kill_before_operation(number))
    return _after(f"kill -9{what}, between file operations", scene, run, state, before)


def operations_of_a_run(scene: Scene, until: str = "") -> int:
    """Return how many operations on files a whole run does, which publishes and prunes; or until a stage."""
    target = scene.folder / "operations"
    state = (scene.state + 1) % STATES
    run = scene.run(state, "--full", first=count_operations(target))
    if until:
        run.reach(until)
    counted = int(target.read_text()) if until else 0
    run.wait()
    scene.state = state
    return counted or int(target.read_text())


def interrupt(scene: Scene, chance: random.Random, number: signal.Signals) -> Trial:
    """SIGTERM or Ctrl-C at a random moment: the run tidies up itself and says how it left."""
    state, before = other_state(scene, chance), current(scene.layout)
    run = scene.run(state, "--full")
    fetches = "fetch" in run.stages
    stage = "fetch" if fetches else chance.choice([*run.stages, "report"])
    run.reach(stage)
    time.sleep(chance.random() * STAGE_SECONDS[stage])
    run.signal(number)
    code = run.wait()
    faults = [] if code in (DONE, INTERRUPTED) else [f"exit code {code}: {run.said()}"]
    if code == INTERRUPTED and "Traceback" in run.said():
        faults.append(f"a traceback: {run.said()}")
    faults += [f"left over: {path}" for path in scene.leftovers()]
    what = f"{number.name} of a run that fetches" if fetches else number.name
    return _after(what, scene, run, state, before, faults)


def two_writers(scene: Scene, chance: random.Random, waits: bool) -> Trial:
    """Two runs at once over different inputs: the second waits, or leaves with a clear message."""
    first, second = chance.sample([state for state in range(STATES) if state != scene.state], 2)
    options = ["--wait", "120"] if waits else []
    runs = [scene.run(first, *options), scene.run(second, *options)]
    codes = [run.wait() for run in runs]
    said = [run.said() for run in runs]
    expected = [[DONE, DONE]] if waits else [[DONE, UNABLE], [UNABLE, DONE], [DONE, DONE]]
    faults = [] if codes in expected else [f"exit codes {codes}: {said}"]
    for code, words in zip(codes, said, strict=True):
        if code == UNABLE and "another run is working here (process " not in words:
            faults.append(f"unclear message: {words}")
    ended = [state for state, code in zip((first, second), codes, strict=True) if code == DONE]
    faults += scene.faults(ended) + [f"left over: {path}" for path in scene.leftovers()]
    faults += scene.next_run(chance.choice(ended))
    return Trial("two writers, " + ("the second waits" if waits else "the second leaves"), "", faults)


def no_room(scene: Scene, chance: random.Random) -> Trial:
    """A limit on file sizes, which a run's files meet one after the other (EFBIG), stands for a quota."""
    state, before = other_state(scene, chance), current(scene.layout)
    size = chance.choice([0, 100, 3_000, 8_000, 20_000, 40_000, 80_000])
    run = scene.run(state, "--full", first=limit_file_size(size))
    code = run.wait()
    faults = [] if code in (DONE, UNABLE) else [f"exit code {code}: {run.said()}"]
    if code == UNABLE and "Traceback" in run.said():
        faults.append(f"a traceback: {run.said()}")
    return _after("quota", scene, run, state, before, faults, f"{size:,} bytes a file")


def read_only(scene: Scene, chance: random.Random) -> Trial:
    """A run of a user who may read the folder and not write it."""
    state, before = other_state(scene, chance), current(scene.layout)
    for folder in (scene.folder, scene.raw(state)):
        folder.chmod(0o755)
    run = scene.run(state, first=become(NOBODY))
    code = run.wait()
    faults = [] if code == UNABLE and "Traceback" not in run.said() else [f"exit code {code}: {run.said()}"]
    return _after("read-only folder", scene, run, state, before, faults)


def clock_set_back(scene: Scene, chance: random.Random) -> Trial:
    """A run whose clock is days or years behind (or ahead): the next one publishes and prunes as ever."""
    state, before = other_state(scene, chance), current(scene.layout)
    days = chance.choice([-20_000, -400, -1, -0.04, 400])
    run = scene.run(state, first=set_clock(timedelta(days=days)))
    code = run.wait()
    faults = [] if code == DONE else [f"exit code {code}: {run.said()}"]
    if code == DONE:
        faults += scene.faults([state], before)
    return _after("clock set", scene, run, state, before, faults, f"{days:+,} days")


@contextmanager
def small_disk(size: int = SMALL_DISK) -> Iterator[Path]:
    """Yield a folder on a disk of its own (tmpfs) of so many bytes.

    Raises:
        OSError: if it cannot be mounted (that takes root).
    """
    with tempfile.TemporaryDirectory(prefix="casus-disk-") as name:
        mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", name]
        if subprocess.run(mount, capture_output=True).returncode:
            raise OSError("a small disk could not be mounted")
        try:
            yield Path(name)
        finally:
            subprocess.run(["umount", name], check=True)


def full_disk(scene: Scene, chance: random.Random) -> Trial:
    """A disk that somebody else fills up at a random moment of the run."""
    state, before = other_state(scene, chance), current(scene.layout)
    run = scene.run(state, "--full")
    stage = chance.choice(STAGES)
    run.reach(stage)
    time.sleep(chance.random() * STAGE_SECONDS[stage])
    filler = scene.folder / "filler"
    _fill(filler)
    code = run.wait()
    faults = [] if code in (DONE, UNABLE) else [f"exit code {code}: {run.said()}"]
    if code == UNABLE and "Traceback" in run.said():
        faults.append(f"a traceback: {run.said()}")
    faults += scene.faults([scene.state, state], before)
    filler.unlink()
    return _after("disk full", scene, run, state, before, faults)


def _fill(filler: Path) -> None:
    with filler.open("wb", buffering=0) as file:
        size = 1 << 20
        while size:
            try:
                file.write(b"\0" * size)
            except OSError:
                size //= 2


def _after(
    what: str,
    scene: Scene,
    run: Forked,
    state: int,
    before: str | None,
    faults: list[str] | None = None,
    moment: str = "",
) -> Trial:
    """Look at the dataset as it is, let the next run work, and look again."""
    code = run.wait()
    done = run.stages_done()
    stage = [*run.stages, "report"][done]
    if stage == "publish" and current(scene.layout) != before:
        stage = "prune"
    published = "Published version" in run.said()
    found = list(faults or ())
    found += scene.faults([state] if code == DONE and published else [scene.state, state], before)
    if published and current(scene.layout) == before:
        found.append("lost: a published version is not current")
    if code == -signal.SIGKILL or code == INTERRUPTED:
        moment = moment or stage
    elif code == DONE:
        moment = moment or "had ended"
    found += scene.next_run(state)
    return Trial(what, moment, found)


def plan(kills: int, others: int) -> list[Callable[[Scene, random.Random], Trial]]:
    """Return the trials on one scene, in the order that they are made."""
    chosen: list[Callable[[Scene, random.Random], Trial]] = [kill_in_stage] * kills
    for _ in range(others):
        chosen += [
            lambda scene, chance: interrupt(scene, chance, signal.SIGTERM),
            lambda scene, chance: interrupt(scene, chance, signal.SIGINT),
            lambda scene, chance: two_writers(scene, chance, waits=True),
            lambda scene, chance: two_writers(scene, chance, waits=False),
            no_room,
            clock_set_back,
        ]
        if os.geteuid() == 0:
            chosen.append(read_only)
    return chosen
