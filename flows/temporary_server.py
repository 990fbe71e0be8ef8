"""A Prefect server for the length of one run, on loopback, beside the run's own process.

Prefect can start such a server by itself, but only when the first flow asks for it, and it leaves
it running when the run is killed.  This one starts while the run is still loading its own code,
says what goes wrong to a log file and not into the terminal, asks for a password that only this run
knows, and ends with its parent however that ends.

    python -m flows.temporary_server <listening socket>
"""

from __future__ import annotations

import atexit
import os
import secrets
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.request import urlopen

from tasks.publish.errors import PublishError

if TYPE_CHECKING:
    import uvicorn

STOP_SECONDS = 5.0
POLL_SECONDS = 0.05
LOG_FILE = "temporary-server.log"


class NoServerError(PublishError):
    """Prefect's server cannot be reached; nothing was done."""


class TemporaryServer:
    """A server under way; `ready` waits for it."""

    def __init__(self, home: Path) -> None:
        """Start it with its database in `home`. Sets PREFECT_API_URL and a password for this process.

        Raises:
            NoServerError: if that folder cannot be written.
        """
        self._log = home / LOG_FILE
        try:
            home.mkdir(parents=True, exist_ok=True)
            self._log.open("wb").close()
        except OSError as error:
            raise NoServerError(
                f"{home}: the folder of Prefect, which records runs, cannot be written: {error.strerror};"
                " nothing was done. Name another (CASUS_PREFECT_HOME), or do without Prefect (--no-prefect)"
            ) from error
        listener = socket.socket()
        listener.bind(("127.0.0.1", 0))
        listener.listen(128)
        self._port = listener.getsockname()[1]
        password = f"casus:{secrets.token_urlsafe(24)}"
        own = {"PREFECT_SERVER_API_AUTH_STRING": password, "PREFECT__SERVER_EPHEMERAL": "1"}
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "flows.temporary_server", str(listener.fileno())],
                stdin=subprocess.PIPE,  # closed by the kernel when we end: the server's sign to end too
                stdout=log,
                stderr=log,
                pass_fds=[listener.fileno()],
                env=os.environ | own,
                start_new_session=True,  # Ctrl-C is for the run, which still has to record how it ended
            )
        listener.close()
        os.environ["PREFECT_API_URL"] = f"http://127.0.0.1:{self._port}/api"
        os.environ["PREFECT_API_AUTH_STRING"] = password
        # Registered before Prefect is imported, hence called after Prefect has sent its last words.
        atexit.register(self.stop)

    def ready(self, seconds: float) -> None:
        """Return when the server answers.

        Raises:
            NoServerError: if it ends, or has not answered after so many seconds.
        """
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if self._process.poll() is not None:
                raise NoServerError(f"Prefect's server ended while it started; {self._advice()}")
            try:
                with urlopen(f"http://127.0.0.1:{self._port}/api/health", timeout=5):
                    return
            except (URLError, TimeoutError, ConnectionError):
                time.sleep(POLL_SECONDS)
        raise NoServerError(f"Prefect's server did not answer within {seconds:.0f} s; {self._advice()}")

    def stop(self) -> None:
        """End the server and wait for it; the second call does nothing."""
        if self._process.poll() is not None:
            return
        self._process.terminate()
        try:
            self._process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _advice(self) -> str:
        return f"{self._log} says why; `casus build --no-prefect` runs the same steps without it"


def serve(handle: int) -> None:
    """Serve Prefect's API on an open socket until told to stop, or until standard input is closed."""
    servers: list[uvicorn.Server] = []
    threading.Thread(target=_end_with_parent, args=(servers,), daemon=True).start()
    import uvicorn
    from prefect.server.api.server import create_app

    config = uvicorn.Config(
        create_app(ephemeral=True, final=True), fd=handle, log_level="error", lifespan="on"
    )
    servers.append(uvicorn.Server(config))
    servers[0].run()


def _end_with_parent(servers: list[uvicorn.Server]) -> None:
    sys.stdin.buffer.read()
    if servers and servers[0].started:
        servers[0].should_exit = True
        time.sleep(STOP_SECONDS)
    os._exit(1)


if __name__ == "__main__":
    serve(int(sys.argv[1]))
