"""`casus serve`: what a single machine needs to run the schedules."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import click

from flows.cli.console import say
from flows.cli.exit_codes import ExitCode
from flows.cli.options import out_option, settings_of
from flows.prefect_environment import FLOW, set_environment
from flows.temporary_server import NoServerError
from tasks.settings import Settings


@click.command("serve")
@out_option
@click.option("--port", type=click.IntRange(1, 65535), help="Port of the server and its web page [4200].")
def serve_command(out: Path | None, config: Path | None, port: int | None) -> ExitCode:
    """Start a Prefect server on this machine, serve the deployments of prefect.yaml, and wait.

    Ctrl-C ends both. With CASUS_PREFECT_API_URL (or PREFECT_API_URL) that server is used instead.
    """
    settings = settings_of(config, out, serve__port=port)
    if out is not None:
        os.environ["CASUS_OUT"] = str(out.absolute())
    set_environment(settings, quiet=False)
    server = None
    if not os.environ.get("PREFECT_API_URL"):
        server = _start_server(settings)
    try:
        _serve(settings)
    finally:
        if server is not None:
            server.terminate()
            server.wait(30)
    return ExitCode.DONE


def _start_server(settings: Settings) -> subprocess.Popen[bytes]:
    """Return a server under way on loopback that answers; sets PREFECT_API_URL.

    Raises:
        NoServerError: if it ends or does not answer in time.
    """
    home = Path(os.environ["PREFECT_HOME"])
    home.mkdir(parents=True, exist_ok=True)
    address = f"http://127.0.0.1:{settings.serve.port}"
    prefect = str(Path(sys.executable).parent / "prefect")
    _check_port(settings.serve.port)
    command = [prefect, "server", "start", "--host", "127.0.0.1", "--port", str(settings.serve.port)]
    say("Starting a Prefect server (the first start makes its database, half a minute) ...")
    with (home / "server.log").open("ab") as log:
        server = subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True)
    deadline = time.monotonic() + settings.prefect.startup_seconds
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urlopen(f"{address}/api/health", timeout=5):
                break
        except (URLError, TimeoutError, ConnectionError):
            time.sleep(0.2)
    else:
        server.terminate()
        raise NoServerError(f"Prefect's server did not start; {home / 'server.log'} says why")
    os.environ["PREFECT_API_URL"] = f"{address}/api"
    say(f"Runs, logs and schedules: {address}")
    return server


def _check_port(port: int) -> None:
    """Refuse a port on which somebody listens: a server that answered there would not be ours to end.

    Raises:
        NoServerError: if the port is taken.
    """
    with socket.socket() as probe:
        if probe.connect_ex(("127.0.0.1", port)) == 0:
            raise NoServerError(
                f"port {port} is taken, perhaps by a server that an earlier `casus serve` left when it was"
                " killed; end it, choose another port (--port), or use it (CASUS_PREFECT_API_URL)"
            )


def _serve(settings: Settings) -> None:
    from prefect import serve

    from flows.dead_runs import mark_dead_runs, watch_for_silence
    from flows.deployments import read_deployments

    deployments = read_deployments(settings.serve.deployments)
    if dead := mark_dead_runs(FLOW):
        say(f"{dead} runs had died without a word; they are marked as crashed")
    watch_for_silence()
    for deployment in deployments:
        say(f"Serving {deployment.flow_name}/{deployment.name}")
    # One run at a time, whichever deployment it is of: they work on the same folder.
    serve(*deployments, limit=1, print_starting_message=False)
    say("Ended. The schedules are paused until the next `casus serve`.")
