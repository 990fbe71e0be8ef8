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
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest

from tests.pipeline.small_run import write_article
from tests.waiting import until

ROOT = Path(__file__).resolve().parent.parent.parent
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


def _runs(api: str) -> list[dict[str, Any]]:
    request = Request(f"{api}/flow_runs/filter", b"{}", {"Content-Type": "application/json"})
    with urlopen(request, timeout=30) as answer:
        runs: list[dict[str, Any]] = json.load(answer)
    return runs


@pytest.mark.postgres
def test_runs_at_once_are_recorded_in_postgresql(api: str, database: str, tmp_path: Path) -> None:
    """Three runs at once on one folder wait for each other; all three are completed in the database."""
    write_article(tmp_path / "data" / "raw", "Alpha")
    runs = [_build(tmp_path, api, "--wait", "600") for _ in range(3)]
    said = [run.communicate(timeout=900)[1] for run in runs]
    assert [run.returncode for run in runs] == [0, 0, 0], said
    assert sum("Published version 0001-" in words for words in said) == 1
    assert {run["state_type"] for run in _runs(api)} == {"COMPLETED"}
    assert (tmp_path / "data/processed/latest/events.parquet").exists()
    programs = _programs()
    assert programs is not None
    count = subprocess.run(
        [programs / "psql", "-At", "-d", database.replace("+asyncpg", ""),
         "-c", "select count(*) from flow_run where state_type = 'COMPLETED'"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert int(count.stdout) == 3
