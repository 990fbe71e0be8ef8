"""A headless Chromium (Debian's `chromium`), driven through a pipe with its DevTools protocol.

https://chromedevtools.github.io/devtools-protocol/: messages are JSON, each ended by a NUL byte; the
browser reads them from file 3 and answers on file 4.  It ends when the pipe is closed.
"""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

PROGRAM = shutil.which("chromium")
LONGEST_LIFE = 600  # seconds: `timeout` ends the browser then, whatever becomes of the tests


class Tab:
    """One page of the browser."""

    def __init__(self, said: IO[bytes], heard: IO[bytes]) -> None:
        self._said, self._heard = said, heard
        self._session: dict[str, str] = {}
        self._number = 0
        self._unread = b""
        self.events: list[dict[str, Any]] = []
        target = self.tell("Target.createTarget", url="about:blank")["targetId"]
        session = self.tell("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self._session = {"sessionId": session}
        for domain in ("Page", "Network", "Log", "Runtime"):
            self.tell(f"{domain}.enable")

    def tell(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Return the answer to a command; what happens until then is added to `events`."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters, **self._session}
        self._said.write(json.dumps(message).encode() + b"\0")
        self._said.flush()
        while (answer := self._read()).get("id") != self._number:
            self.events.append(answer)
        assert "error" not in answer, answer
        result: dict[str, Any] = answer["result"]
        return result

    def open(self, page: Path) -> None:
        """Load a file, to its end."""
        self.events.clear()
        self.tell("Page.navigate", url=page.as_uri())
        while not any(event["method"] == "Page.loadEventFired" for event in self.events):
            self.events.append(self._read())

    def look(self, width: int, scheme: str, height: int = 900) -> None:
        """Show the page in a window of a width, to people who like it "light" or "dark"."""
        self.tell(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )
        wish = {"name": "prefers-color-scheme", "value": scheme}
        self.tell("Emulation.setEmulatedMedia", features=[wish])

    def ask(self, script: str) -> Any:
        """Return the value of a JavaScript expression in the page."""
        answer = self.tell("Runtime.evaluate", expression=script, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def screenshot(self) -> bytes:
        """Return a picture of the whole page (PNG)."""
        answer = self.tell("Page.captureScreenshot", captureBeyondViewport=True)
        return base64.b64decode(answer["data"])

    def _read(self) -> dict[str, Any]:
        while b"\0" not in self._unread:
            more = os.read(self._heard.fileno(), 65_536)
            assert more, "the browser has ended"
            self._unread += more
        message, _, self._unread = self._unread.partition(b"\0")
        found: dict[str, Any] = json.loads(message)
        return found


@contextmanager
def browser(folder: Path) -> Iterator[Tab]:
    """Yield a tab of a browser of its own, which keeps what it must in a folder."""
    assert PROGRAM is not None
    options = [
        "--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking",
        "--remote-debugging-pipe", f"--user-data-dir={folder}", "about:blank",
    ]  # fmt: skip
    if os.geteuid() == 0:
        options.insert(0, "--no-sandbox")  # Chromium has none for root
    (its_in, our_out), (our_in, its_out) = os.pipe(), os.pipe()
    # The shell gives the pipe its numbers, in this order: the ends that we got may be 3 and 4 themselves.
    shell = f'exec 8<&{its_in} 9>&{its_out} 3<&8 4>&9 8<&- 9>&-; exec timeout {LONGEST_LIFE} "$@"'
    with (folder / "browser.log").open("wb") as log:
        process = subprocess.Popen(
            ["bash", "-c", shell, "browser", PROGRAM, *options],
            pass_fds=(its_in, its_out), stdout=log, stderr=log,
        )  # fmt: skip
    os.close(its_in)
    os.close(its_out)
    with os.fdopen(our_out, "wb") as said, os.fdopen(our_in, "rb", buffering=0) as heard:
        try:
            yield Tab(said, heard)
        finally:
            process.terminate()  # `timeout` hands it on
            process.wait(60)
