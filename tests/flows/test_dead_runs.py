"""How a run whose process is gone is told from one that is alive (`test_schedule` kills a real one)."""

import os
import subprocess
import sys

from flows.dead_runs import HOST, PROCESS, is_gone, this_process


def test_own_process_is_alive_and_an_ended_one_is_gone() -> None:
    """A number that another process has now does not make a dead run look alive."""
    mine = this_process()
    assert not is_gone({**mine})
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    assert is_gone({**mine, PROCESS: f"{ended.pid}/1"})
    assert is_gone({**mine, PROCESS: f"{os.getpid()}/1"})


def test_nothing_is_known_of_another_machine_or_an_unlabelled_run() -> None:
    """Where nothing can be known, nothing is claimed."""
    assert not is_gone({HOST: "elsewhere", PROCESS: "1/1"})
    assert not is_gone({})
