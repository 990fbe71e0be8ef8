"""The client over connections of its own: cut, reset and endless ones are given up."""

import itertools
import json
import socket
import socketserver
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import SimpleNamespace
from typing import Any

import pytest

from tasks.mediawiki.client import Client
from tasks.mediawiki.errors import BusyError, NotAllowedError
from tasks.mediawiki.page_names import Wiki
from tasks.settings import Fetch
from tests.mediawiki.small_wiki import DONE


@contextmanager
def served(talk: Callable[[socket.socket], None]) -> Iterator[int]:
    """Yield the port of a server on loopback that answers connections, one after the other, with `talk`.

    A request is read to its end first: what is left unread at the close of a connection would make the
    system reset it, or not, as the packets fall.
    """

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            head = iter(self.rfile.readline, b"\r\n")
            fields = dict(line.lower().split(b":", 1) for line in head if b":" in line)
            self.rfile.read(int(fields[b"content-length"]))
            with suppress(OSError):  # whoever asked may be gone
                talk(self.connection)

    with socketserver.TCPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield server.server_address[1]
        finally:
            server.shutdown()
            thread.join()


def _local(port: int, **more: Any) -> Client:
    api = f"http://127.0.0.1:{port}/api.php"
    settings = Fetch(contact="x@example.org", wikis=(f"w={api}",), **more)
    return Client(Wiki("w", api), settings)


def test_over_a_real_connection() -> None:
    """The guarded transport speaks to a server that the settings name, and to no private one else."""
    body = json.dumps(DONE).encode()
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
    with served(lambda connection: connection.sendall(head + b"%d\r\n\r\n" % len(body) + body)) as port:
        with _local(port, private_hosts=("127.0.0.1",)) as asking:
            (batch,) = asking.query(prop="info")
        assert batch.pages[1]["title"] == "A"
        with _local(port) as asking, pytest.raises(NotAllowedError, match="private"):
            list(asking.query(prop="info"))


def _cut(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{")


def _reset(connection: socket.socket) -> None:
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()  # without lingering: the other side gets a reset in place of an end


def _drip(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    for _ in range(1_000_000):
        connection.sendall(b"1\r\n \r\n")


@pytest.mark.parametrize(
    ("talk", "words"),
    [
        (_cut, "RemoteProtocolError: peer closed connection"),
        (_reset, "ReadError: .*reset by peer"),
        (_drip, "does not come to an end in time"),
    ],
)
def test_cut_and_endless_answers(
    talk: Callable[[socket.socket], None], words: str, waits: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A connection that is cut or reset, and an answer that only drips, are tried again and given up."""
    clock = SimpleNamespace(time=time.time, monotonic=itertools.count(0, 20).__next__)
    monkeypatch.setattr("tasks.mediawiki.client.time", clock)  # 20 s pass between two looks at it
    with served(talk) as port:
        asking = _local(port, private_hosts=("127.0.0.1",), attempts=2, timeout_seconds=60)
        with asking, pytest.raises(BusyError, match=words):
            list(asking.query(prop="info"))
    assert (len(waits), asking.requests) == (1, 2)
