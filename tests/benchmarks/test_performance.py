"""All measurements one after the other: who stops them leaves none behind."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys

import pytest

from tests.waiting import LONGEST

# A benchmark with a process of its own; both would stay until the test lets go of their input.
BENCHMARK = """
import subprocess, sys
inner = "import sys; print('measuring', flush=True); sys.stdin.read()"
subprocess.run([sys.executable, "-c", inner])
"""
RUNS = """
import sys
from benchmarks.performance import run, stop_when_told
stop_when_told()
run([sys.executable, "-c", sys.argv[1]])
"""


def _comes_to_its_end(pipe: int) -> bool:
    """Whether all who could write to a pipe are gone."""
    while select.select([pipe], [], [], LONGEST)[0]:
        if not os.read(pipe, 1 << 16):
            return True
    return False


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_who_stops_the_measurements_stops_the_benchmark(sign: signal.Signals) -> None:
    """Standard error, which all of them share, comes to its end when the last of them has."""
    with subprocess.Popen(
        [sys.executable, "-c", RUNS, BENCHMARK],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        assert process.stdout is not None and process.stderr is not None
        assert process.stdout.readline() == "measuring\n"
        process.send_signal(sign)
        assert process.wait(LONGEST) == 130
        assert _comes_to_its_end(process.stderr.fileno())
