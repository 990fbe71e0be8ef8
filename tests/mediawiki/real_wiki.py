"""A real MediaWiki on loopback, from Debian's packages: set up in a folder, served by PHP, stopped by pid.

Needs `apt-get install --no-install-recommends mediawiki php-cli php-sqlite3 php-intl php-mbstring php-xml`.
"""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from tests.waiting import until

MAINTENANCE = Path("/usr/share/mediawiki/maintenance")
DOCUMENTS = Path("/var/lib/mediawiki")
PACKAGES = "mediawiki php-cli php-sqlite3 php-intl php-mbstring php-xml"
LONGEST_LIFE = 600  # seconds: the server ends by itself, whatever becomes of the tests
EXTENSIONS = "ParserFunctions,Cite"
SETTINGS = """
$wgJobRunRate = 0;
$wgLocalisationCacheConf['store'] = 'array';
$wgJobQueueIncludeInMaxLagFactor = 0.1;
$wgAPIMaxResultSize = 12000;
$wgRightsText = "Creative Commons Attribution-Share Alike 4.0";
$wgRightsUrl = "https://creativecommons.org/licenses/by-sa/4.0/";
"""


def why_not() -> str | None:
    """Return why no wiki can be set up here, or None."""
    if shutil.which("php") is None or not (MAINTENANCE / "install.php").is_file():
        return f"no MediaWiki here: apt-get install --no-install-recommends {PACKAGES}"
    return None


class RealWiki:
    """The wiki: its address, and what its people do to it."""

    def __init__(self, folder: Path, port: int) -> None:
        self.api = f"http://127.0.0.1:{port}/api.php"
        self._folder = folder
        self._port = port
        self._environment = os.environ | {"MW_CONFIG_FILE": str(folder / "LocalSettings.php")}

    def install(self) -> None:
        """Set up an empty wiki."""
        for name in ("data", "cache"):
            (self._folder / name).mkdir()
        self._php(
            "install.php", "--dbtype=sqlite", "--dbname=t", f"--dbpath={self._folder / 'data'}",
            f"--server=http://127.0.0.1:{self._port}", "--scriptpath=", "--lang=en", "--skins=Vector",
            f"--extensions={EXTENSIONS}", f"--confpath={self._folder}", f"--pass={secrets.token_hex(12)}",
            "Test Wiki", "Admin", configured=False,
        )  # fmt: skip
        with (self._folder / "LocalSettings.php").open("a", encoding="utf-8") as file:
            file.write(SETTINGS + f'$wgCacheDirectory = "{self._folder / "cache"}";\n')

    def put(self, pages: Mapping[str, str]) -> None:
        """Write pages, new or not, in one go: one revision each."""
        folder = self._folder / "pages"
        folder.mkdir()
        for title, text in pages.items():
            (folder / f"{title}.txt").write_text(text, "utf-8")
        self._php("importTextFiles.php", "-s", "put", "--overwrite", *map(str, sorted(folder.glob("*.txt"))))
        shutil.rmtree(folder)

    def edit(self, title: str, text: str) -> None:
        """Save one revision of a page."""
        self._php("edit.php", "-u", "Admin", "-s", "edit", title, said=text)

    def delete(self, title: str) -> None:
        """Delete a page."""
        self._php("deleteBatch.php", "-u", "Admin", said=f"{title}\n")

    def move(self, title: str, to: str, redirect: bool = True) -> None:
        """Rename a page."""
        options = [] if redirect else ["--noredirects"]
        self._php("moveBatch.php", "-u", "Admin", *options, said=f"{title}|{to}\n")

    def work_off(self) -> None:
        """Run all jobs that wait."""
        self._php("runJobs.php", "--quiet")

    @contextmanager
    def served(self) -> Iterator[RealWiki]:
        """Serve the wiki while the context lasts."""
        command = [
            "timeout", str(LONGEST_LIFE), "php", "-d", "opcache.revalidate_freq=0",
            "-S", f"127.0.0.1:{self._port}", "-t", str(DOCUMENTS),
        ]  # fmt: skip
        with (self._folder / "server.log").open("wb") as log:
            server = subprocess.Popen(
                command,
                env=self._environment | {"PHP_CLI_SERVER_WORKERS": "2"},
                stdout=log,
                stderr=log,
            )
        try:
            self._wait(server)
            yield self
        finally:
            server.terminate()  # `timeout` hands it on to PHP
            server.wait(60)

    def _wait(self, server: subprocess.Popen[bytes]) -> None:
        until(
            lambda: urlopen(f"{self.api}?action=query&format=json", timeout=60).close() is None,
            lambda: server.poll() is None,
            (self._folder / "server.log").read_text,
        )

    def _php(self, script: str, *arguments: str, said: str = "", configured: bool = True) -> None:
        done = subprocess.run(
            ["php", str(MAINTENANCE / script), *arguments],
            input=said,
            text=True,
            capture_output=True,
            timeout=600,
            env=self._environment if configured else None,
        )
        if done.returncode:
            raise RuntimeError(f"{script}: {done.stdout}{done.stderr}")


def free_port() -> int:
    """Return a port of loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
