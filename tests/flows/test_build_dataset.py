"""The main flow against a real Prefect server of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.pipeline.small_run import write_article

ROOT = Path(__file__).resolve().parent.parent.parent

RUN_FLOWS = """
import json
from pathlib import Path

from flows import with_prefect
from flows.with_prefect import build_with_prefect
from tasks.run import RunError
from tasks.settings import load_settings
from tasks import validate
from tasks.validate import Result, Verdict

with_prefect._load_stages = lambda: None  # Great Expectations is not asked here
refusal = Result("check", "claims", "cue_in_text", (), "table", "critical", "why", False, "3 of 4")
answers = iter([(), (refusal,)])
validate.validate = lambda tables, previous=None, **known: Verdict(tables, (), next(answers))

settings = load_settings()
ends = [build_with_prefect(settings, ()).end]

from prefect.client.orchestration import get_client
from flows.build_dataset import build_dataset
raw = Path("data/raw")  # one more article, or the second run would find nothing new to ask about
(raw / "Beta.txt").write_text((raw / "Alpha.txt").read_text().replace("Alpha", "Beta"))
try:
    build_dataset([], {"out": "data/processed"})
except RunError as error:
    ends.append(error.outcome.end)

from tests.waiting import until

def recorded():
    with get_client(sync_client=True) as client:
        runs = sorted(client.read_flow_runs(), key=lambda run: run.start_time)
        tasks = until(lambda: all_of(client.read_task_runs()))  # they are written a little later
        artifacts = client.read_artifacts()
        return {
            "flows": [[run.state.type.value, run.state.message, run.parameters] for run in runs],
            "artifacts": sorted([a.key, a.description, str(a.data)[:3000]] for a in artifacts if a.key),
            "tasks": sorted([task.name.rpartition("-")[0], task.state.type.value] for task in tasks),
        }

def all_of(tasks):
    return tasks if len(tasks) == 7 and all(task.state.is_final() for task in tasks) else []

print(json.dumps({"ends": ends, **recorded()}))
"""


# Python runs a module of this name first, in the run's process and in the server's.
RECORD_ADDRESSES = """
import os, sys

def note(event, arguments):
    if event in ("socket.getaddrinfo", "socket.gethostbyname"):
        said = arguments[0]
    elif event in ("socket.connect", "socket.sendto"):
        said = arguments[1][0] if isinstance(arguments[1], tuple) else arguments[1]
    else:
        return
    handle = os.open(os.environ["ADDRESSES"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.write(handle, f"{said}\\n".encode())
    os.close(handle)

sys.addaudithook(note)
"""


def _environment(folder: Path) -> dict[str, str]:
    """Return an environment in which Prefect has seen nothing yet."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PREFECT_", "CASUS_"))}
    return kept | {"PYTHONPATH": str(ROOT), "CASUS_PREFECT_STARTUP_SECONDS": "600"}


@pytest.mark.prefect
@pytest.mark.slow
def test_flow_runs_are_recorded_with_their_stages_and_reasons(tmp_path: Path) -> None:
    """A good run is completed, a refused one failed with the reason; secrets are no parameters.

    Both run quietly on a server that begins with an empty folder and is gone afterwards.  Nothing but this
    machine is asked for anything, or looked up: telemetry is off, and nobody asked for a page of a wiki.
    """
    write_article(tmp_path / "data" / "raw", "Alpha")
    (tmp_path / "first").mkdir()
    (tmp_path / "first" / "sitecustomize.py").write_text(RECORD_ADDRESSES)
    watched = {"ADDRESSES": str(tmp_path / "addresses"), "PYTHONPATH": f"{tmp_path / 'first'}:{ROOT}"}
    secret = {"CASUS_HOOK_URL": "http://127.0.0.1:9/planted-token"}
    done = subprocess.run(
        [sys.executable, "-c", RUN_FLOWS],
        cwd=tmp_path,
        env=_environment(tmp_path) | secret | watched,
        capture_output=True,
        text=True,
        timeout=900,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    found = json.loads(done.stdout)
    assert found["ends"] == ["published", "refused"]
    (good, _, parameters), (bad, reason, _) = found["flows"]
    assert (good, bad) == ("COMPLETED", "FAILED")
    assert "cue_in_text" in reason
    assert "planted-token" not in json.dumps(parameters)
    reports = {description: text for key, description, text in found["artifacts"] if key == "run-report"}
    assert "# Published" in reports["published"]
    assert "cue" in reports["refused"]
    assert [key for key, *_ in found["artifacts"]].count("rows-per-table") == 2
    stages = ["assemble", "extract", "publish", "validate"]
    assert [name for name, state in found["tasks"] if state == "COMPLETED"] == sorted(
        [*stages, "assemble", "extract"]
    )
    assert ["validate", "FAILED"] in found["tasks"]
    database = b"".join(path.read_bytes() for path in (tmp_path / ".prefect").rglob("*") if path.is_file())
    assert b"planted-token" not in database
    assert (tmp_path / "data/processed/latest/events.parquet").exists()
    assert set((tmp_path / "addresses").read_text().split()) == {"127.0.0.1"}


START_SERVER = """
import sys
from pathlib import Path
from flows.temporary_server import NoServerError, TemporaryServer
try:
    TemporaryServer(Path(".prefect")).ready(600)
except NoServerError as error:
    print(error)
"""


@pytest.mark.prefect
def test_server_that_cannot_start_is_said_plainly(tmp_path: Path) -> None:
    """With a database that Prefect cannot use, the message names the log and the way without it."""
    (tmp_path / ".prefect").mkdir()
    (tmp_path / ".prefect" / "prefect.db").write_bytes(b"no database" * 1000)
    done = subprocess.run(
        [sys.executable, "-c", START_SERVER],
        cwd=tmp_path,
        env=_environment(tmp_path) | {"PREFECT_HOME": str(tmp_path / ".prefect")},
        capture_output=True,
        text=True,
        timeout=900,
    )
    assert done.returncode == 0
    assert "Prefect's server ended while it started" in done.stdout
    assert "temporary-server.log" in done.stdout
    assert "--no-prefect" in done.stdout
    assert done.stderr == ""
