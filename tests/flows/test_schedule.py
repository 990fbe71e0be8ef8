"""A served deployment: its cron makes runs, one of them fires, and a run that dies is shown as crashed."""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest

from tests.pipeline.small_run import write_article
from tests.waiting import until

ROOT = Path(__file__).resolve().parent.parent.parent
DIE = """
import sys
from tasks import validate
from flows import with_prefect

def hang(tables, previous=None, **known):
    print("working", flush=True)
    sys.stdin.read()

with_prefect._load_stages = lambda: None  # Great Expectations is not asked here
validate.validate = hang
from flows.cli.main import main
main(["build", "--out", "elsewhere", "-q"])
"""
SERVE = "import sys; from flows.cli.main import main; main(['serve'])"
DEPLOYMENT = """
name: casus
deployments:
  - name: every-minute
    description: For a test.
    entrypoint: flows/build_dataset.py:build_dataset
    tags: [casus]
    parameters: {}
    schedules: [{slug: minutely, cron: "* * * * *", timezone: Etc/UTC, active: true}]
    concurrency_limit: {limit: 1, collision_strategy: ENQUEUE}
"""


@dataclass
class Served:
    """`casus serve` at work in a folder."""

    folder: Path
    port: int
    process: "subprocess.Popen[bytes]"

    def ask(self, path: str, body: dict[str, Any]) -> Any:
        """Return what the server's API answers to a POST."""
        request = Request(
            f"http://127.0.0.1:{self.port}/api/{path}",
            data=json.dumps(body).encode(),
            headers={"Content-Type": "application/json"},
        )
        with urlopen(request, timeout=30) as answer:
            return json.load(answer)

    def runs(self, *states: str) -> list[dict[str, Any]]:
        """Return the flow runs in some states."""
        return self.ask("flow_runs/filter", {"flow_runs": {"state": {"type": {"any_": list(states)}}}})

    def scheduled(self, *states: str) -> list[dict[str, Any]]:
        """Return the flow runs in some states that the scheduler made."""
        return [run for run in self.runs(*states) if run["auto_scheduled"]]

    def said(self) -> str:
        """Return what it said so far."""
        return (self.folder / "said").read_text()


def _wait_for(what: Callable[[], Any], served: Served) -> Any:
    """Return the first true answer, as long as `casus serve` is at work."""
    return until(what, lambda: served.process.poll() is None, served.said)


def _environment(**own: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PREFECT_", "CASUS_"))}
    return kept | {"PYTHONPATH": str(ROOT), "CASUS_PREFECT_STARTUP_SECONDS": "600"} | own


def _serve(folder: Path, port: int) -> Served:
    with (folder / "said").open("wb") as said:
        process = subprocess.Popen(
            [sys.executable, "-c", SERVE],
            cwd=folder,
            env=_environment(CASUS_SERVE_PORT=str(port)),
            stdout=said,
            stderr=said,
        )
    return Served(folder, port, process)


def _kill_a_run(served: Served) -> None:
    """Start a run by hand that the server records, and kill it while it validates."""
    dying = subprocess.Popen(
        [sys.executable, "-c", DIE],
        cwd=served.folder,
        env=_environment(CASUS_PREFECT_API_URL=f"http://127.0.0.1:{served.port}/api"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert dying.stdout is not None
    assert dying.stdout.readline() == b"working\n"
    dying.kill()
    dying.communicate()


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """`casus serve` with a deployment that runs every minute; another run has just been killed."""
    folder = tmp_path_factory.mktemp("served")
    write_article(folder / "data" / "raw", "Alpha")
    (folder / "prefect.yaml").write_text(DEPLOYMENT)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    served = _serve(folder, port)
    try:
        _wait_for(lambda: served.runs("SCHEDULED"), served)
        _kill_a_run(served)
        yield served
    finally:
        served.process.send_signal(signal.SIGINT)
        try:
            served.process.wait(60)
        except subprocess.TimeoutExpired:
            served.process.kill()
            raise


@pytest.mark.prefect
@pytest.mark.slow
def test_cron_makes_runs_and_one_fires_and_publishes(served: Served) -> None:
    """The scheduler makes runs for the minutes to come; the first one completes and the dataset is there."""
    assert len(served.runs("SCHEDULED")) > 1
    [done, *_] = _wait_for(lambda: served.scheduled("COMPLETED", "FAILED", "CRASHED"), served)
    assert done["state_type"] == "COMPLETED", done["state"]
    assert (served.folder / "data/processed/latest/events.parquet").exists()
    assert f"http://127.0.0.1:{served.port}" in served.said()


@pytest.mark.prefect
@pytest.mark.slow
def test_next_run_marks_a_killed_one_as_crashed(served: Served) -> None:
    """A run that was killed with -9 is running for Prefect, until the next one begins; the reason is said.

    Where the next one is slow to begin, the server has missed the killed one's signs of life before.
    """
    [dead, *_] = _wait_for(lambda: served.runs("CRASHED"), served)
    assert not dead["auto_scheduled"]
    reason = dead["state"]["message"]
    assert "without a word" in reason or "no sign of life" in reason
