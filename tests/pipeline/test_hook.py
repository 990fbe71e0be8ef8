"""Who is told how a run ended."""

import json
import logging
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from tasks import pipeline
from tasks.run import BadInputError
from tasks.run.hook import tell
from tasks.run.outcome import Outcome
from tasks.settings import Hook
from tests.pipeline.small_run import let_validation_say, settings_in, write_article

OUTCOME = Outcome("refused", "20260101T000000Z-abcdef", "out", None, "too few rows; $(touch ran)")
COPY = "import sys; open(sys.argv[1], 'wb').write(sys.stdin.buffer.read())"


class _Listener(BaseHTTPRequestHandler):
    """Keeps what it is sent; answers /moved with a redirect."""

    heard: list[tuple[str, bytes]] = []  # noqa: RUF012

    def do_POST(self) -> None:
        """Keep the body."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.heard.append((self.path, body))
        self.send_response(302 if self.path == "/moved" else 204)
        self.send_header("Location", "/elsewhere")
        self.end_headers()

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def address() -> Iterator[str]:
    """A server on loopback that keeps what it is sent."""
    _Listener.heard.clear()
    server = HTTPServer(("127.0.0.1", 0), _Listener)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_command_gets_the_summary(tmp_path: Path) -> None:
    """The summary is JSON on standard input; nothing in it is run."""
    hook = Hook(command=(sys.executable, "-c", COPY, str(tmp_path / "told")))
    tell(hook, OUTCOME)
    assert json.loads((tmp_path / "told").read_bytes())["reason"] == OUTCOME.reason
    assert not Path("ran").exists()


def test_address_gets_the_summary(address: str) -> None:
    """The summary is the body of a POST."""
    tell(Hook.model_validate({"url": f"{address}/token-1"}), OUTCOME)
    [(path, body)] = _Listener.heard
    assert path == "/token-1"
    assert json.loads(body)["end"] == "refused"


def test_redirect_is_not_followed(address: str, caplog: pytest.LogCaptureFixture) -> None:
    """The summary goes to the named address alone; the log does not show the address's token."""
    with caplog.at_level(logging.WARNING):
        tell(Hook.model_validate({"url": f"{address}/moved"}), OUTCOME)
        tell(Hook.model_validate({"url": "file:///etc/secret-token"}), OUTCOME)
        tell(Hook.model_validate({"url": "http://127.0.0.1:1/secret-token"}), OUTCOME)
    assert [path for path, _ in _Listener.heard] == ["/moved"]
    assert len(caplog.records) == 3
    assert "secret-token" not in caplog.text


@pytest.mark.parametrize("command", [("/no/such/program",), (sys.executable, "-c", "exit(3)")])
def test_hook_that_fails_is_a_line_in_the_log(
    command: tuple[str, ...], caplog: pytest.LogCaptureFixture
) -> None:
    """A broken hook changes nothing about the run."""
    tell(Hook(command=command), OUTCOME)
    assert "hook" in caplog.text


def test_hook_hears_of_the_ends_that_it_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By default of failures alone; nobody is told where nothing is set."""
    let_validation_say(monkeypatch)
    told = tmp_path / "told"
    settings = settings_in(tmp_path, hook__command=(sys.executable, "-c", COPY, str(told)))
    file = write_article(tmp_path / "raw", "Alpha")
    pipeline.build(settings)
    assert not told.exists()
    file.write_text("")
    with pytest.raises(BadInputError):
        pipeline.build(settings)
    assert json.loads(told.read_bytes())["end"] == "failed"
