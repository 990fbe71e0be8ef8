"""The flows against a Prefect server whose database is a real PostgreSQL (`make test-postgres`)."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest

from tests.pipeline.small_run import write_article
from tests.waiting import until

ROOT = Path(__file__).resolve().parent.parent.parent
SILENT_SECONDS = 90
DEPLOYMENT = """
name: casus
deployments:
  - name: by-hand
    description: For a test.
    entrypoint: flows/build_dataset.py:build_dataset
    tags: [casus]
    parameters: {}
    schedules: []
    concurrency_limit: {limit: 1, collision_strategy: ENQUEUE}
"""
RUN = "import sys; from flows.cli.main import main; main(sys.argv[1:])"
NAME = "casus"


def _programs() -> Path | None:
    """Return the folder of PostgreSQL's programs, the newest version's."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return found[-1].parent if found else None


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def _ended(process: "subprocess.Popen[bytes]", number: signal.Signals) -> Iterator[None]:
    """End a process that we started, by its id."""
    try:
        yield
    finally:
        process.send_signal(number)
        try:
            process.wait(60)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@pytest.fixture(scope="module")
def database() -> Iterator[str]:
    """A PostgreSQL of its own on loopback: the address of an empty database."""
    programs = _programs()
    if programs is None:
        pytest.fail("PostgreSQL is not installed (Debian: apt-get install postgresql)")
    # PostgreSQL refuses to run as root.
    user: dict[str, Any] = {"user": "postgres", "group": "postgres"} if os.geteuid() == 0 else {}
    folder = Path(tempfile.mkdtemp(prefix="casus-postgres-"))
    if user:
        shutil.chown(folder, "postgres", "postgres")
    port = _free_port()
    data = str(folder / "data")
    options: dict[str, Any] = {"cwd": folder, "stdout": subprocess.DEVNULL, **user}
    subprocess.run(
        [programs / "initdb", "-D", data, "-A", "trust", "-U", NAME, "-E", "UTF8", "--no-sync"],
        check=True,
        **options,
    )
    settings = {
        "port": port,
        "listen_addresses": "127.0.0.1",
        "unix_socket_directories": folder,
        "fsync": "off",
    }
    arguments = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    server = subprocess.Popen(
        [programs / "postgres", "-D", data, *arguments], stderr=subprocess.DEVNULL, **options
    )
    try:
        with _ended(server, signal.SIGINT):
            ready = [str(programs / "pg_isready"), "-h", "127.0.0.1", "-p", str(port), "-q"]
            until(lambda: subprocess.run(ready).returncode == 0, lambda: server.poll() is None)
            subprocess.run(
                [programs / "createdb", "-h", "127.0.0.1", "-p", str(port), "-U", NAME, "prefect"], check=True
            )
            yield f"postgresql+asyncpg://{NAME}@127.0.0.1:{port}/prefect"
    finally:
        shutil.rmtree(folder)


@pytest.fixture(scope="module")
def api(database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Prefect server on that database."""
    folder, port = tmp_path_factory.mktemp("server"), _free_port()
    own = {
        "PREFECT_HOME": str(folder), "PREFECT_SERVER_DATABASE_CONNECTION_URL": database,
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false", "DO_NOT_TRACK": "1",
    }  # fmt: skip
    prefect = Path(sys.executable).parent / "prefect"
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(
            [prefect, "server", "start", "--host", "127.0.0.1", "--port", str(port)],
            env=_environment(own), stdout=log, stderr=log,
        )  # fmt: skip
    with _ended(server, signal.SIGINT):
        address = f"http://127.0.0.1:{port}/api"
        until(
            lambda: urlopen(f"{address}/health", timeout=30).close() is None,
            lambda: server.poll() is None,
            (folder / "log").read_text,
        )
        yield address


def _environment(own: dict[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PREFECT_", "CASUS_"))}
    return kept | {"PYTHONPATH": str(ROOT)} | own


def _build(folder: Path, api: str, *options: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", RUN, "build", *options],
        cwd=folder, env=_environment({"CASUS_PREFECT_API_URL": api}), text=True, stderr=subprocess.PIPE,
    )  # fmt: skip


def _ask(address: str, body: dict[str, Any]) -> Any:
    """Return what the server's API answers to a POST."""
    request = Request(address, json.dumps(body).encode(), {"Content-Type": "application/json"})
    with urlopen(request, timeout=30) as answer:
        return json.load(answer)


def _runs(api: str, *numbers: str) -> list[dict[str, Any]]:
    """Return flow runs, all or those with an id."""
    chosen = {"flow_runs": {"id": {"any_": list(numbers)}}} if numbers else {}
    runs: list[dict[str, Any]] = _ask(f"{api}/flow_runs/filter", chosen)
    return runs


@pytest.mark.postgres
def test_runs_at_once_are_recorded_in_postgresql(api: str, database: str, tmp_path: Path) -> None:
    """Three runs at once on one folder wait for each other; all three are completed in the database."""
    write_article(tmp_path / "data" / "raw", "Alpha")
    before = {run["id"] for run in _runs(api)}
    runs = [_build(tmp_path, api, "--wait", "600") for _ in range(3)]
    said = [run.communicate(timeout=900)[1] for run in runs]
    assert [run.returncode for run in runs] == [0, 0, 0], said
    assert sum("Published version 0001-" in words for words in said) == 1
    own = {run["id"]: run["state_type"] for run in _runs(api) if run["id"] not in before}
    assert list(own.values()) == ["COMPLETED"] * 3
    assert (tmp_path / "data/processed/latest/events.parquet").exists()
    programs = _programs()
    assert programs is not None
    kept = subprocess.run(
        [programs / "psql", "-At", "-d", database.replace("+asyncpg", ""),
         "-c", "select id from flow_run where state_type = 'COMPLETED'"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert own.keys() <= set(kept.stdout.split())


@pytest.fixture
def serving(api: str, tmp_path: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """`casus serve` with that server. It and its runs are one process group; a failed run does not end."""
    write_article(tmp_path / "data" / "raw", "Alpha")
    (tmp_path / "prefect.yaml").write_text(DEPLOYMENT)
    hook = {"CASUS_HOOK_ON": '["failed"]', "CASUS_HOOK_COMMAND": '["tail", "-f", "/dev/null"]',
            "CASUS_HOOK_TIMEOUT_SECONDS": "300"}  # fmt: skip
    with (tmp_path / "said").open("wb") as said:
        process = subprocess.Popen(
            [sys.executable, "-c", RUN, "serve"], cwd=tmp_path, stdout=said, stderr=said,
            env=_environment({"CASUS_PREFECT_API_URL": api, **hook}), start_new_session=True,
        )  # fmt: skip
    try:
        said_so_far = (tmp_path / "said").read_text
        until(lambda: "Serving" in said_so_far(), lambda: process.poll() is None, said_so_far)
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@pytest.mark.postgres
def test_served_runs_queue_and_those_of_a_machine_that_went_down_are_crashed(
    api: str, serving: "subprocess.Popen[bytes]", tmp_path: Path
) -> None:
    """Of two runs the second waits for the first; one that fell silent with all around it has crashed."""
    address = f"{api}/deployments/name/build-dataset/by-hand"
    deployment = json.load(until(lambda: urlopen(address, timeout=30)))["id"]
    create = f"{api}/deployments/{deployment}/create_flow_run"
    both = [_ask(create, {"state": {"type": "SCHEDULED"}})["id"] for _ in range(2)]

    def ended() -> list[dict[str, Any]]:
        runs = _runs(api, *both)
        return runs if all(run["end_time"] for run in runs) else []

    first, second = sorted(until(ended), key=lambda run: str(run["start_time"]))
    assert [first["state_type"], second["state_type"]] == ["COMPLETED", "COMPLETED"]
    assert first["end_time"] <= second["start_time"]

    bad = {"state": {"type": "SCHEDULED"}, "parameters": {"inputs": ["nowhere.txt"]}}
    dying = _ask(create, bad)["id"]
    until(lambda: len(list((tmp_path / "data/processed/runs").iterdir())) == 3)  # its report: now the hook
    os.killpg(serving.pid, signal.SIGKILL)
    moment = datetime.now(UTC)
    [dead] = until(lambda: [run for run in _runs(api, dying) if run["state_type"] == "CRASHED"])
    assert f"no sign of life for {SILENT_SECONDS} seconds" in dead["state"]["message"]
    assert datetime.fromisoformat(dead["end_time"]) > moment
