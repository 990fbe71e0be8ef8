"""A small wiki on loopback whose pages stand as a trial wants them; a process, ended by its number."""

from __future__ import annotations

import os
import re
import signal
import time
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import httpx

from benchmarks.made_up import made_up
from tests.mediawiki.small_wiki import SmallWiki

NAME = "madewiki"
LONGEST_LIFE = 3 * 3600  # seconds: it ends by itself, whatever becomes of the trials
ANSWER_SECONDS = 0.01  # a wiki elsewhere is slower; this spreads the moments that a signal can meet
FIRST_TIME = "2031-05-04T00:00:00Z"


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of a wiki in all of its states: in state s > 0 every second page has its edition s.

    Attributes:
        states: the wiki of each state.
        titles: of its pages.
    """

    states: tuple[SmallWiki, ...]
    titles: tuple[str, ...]

    def texts(self, title: str) -> set[str]:
        """Return all texts that a page has in any state."""
        page = self.titles.index(title)
        return {text for wiki in self.states for owner, _, text in wiki.texts.values() if owner == page + 1}


def make_pages(articles: int, states: int) -> Pages:
    """Return made-up pages."""
    titles = tuple(made_up(number).title for number in range(articles))
    wikis = []
    for state in range(states):
        wiki = SmallWiki(titles={number + 1: title for number, title in enumerate(titles)})
        for number in range(articles):
            for edition in {0, state if number % 2 == 0 else 0}:
                revision = (number + 1) * 100 + edition
                wiki.texts[revision] = (number + 1, FIRST_TIME, markup(made_up(number, edition).text))
        wikis.append(wiki)
    return Pages(tuple(wikis), titles)


def markup(text: str) -> str:
    """Return an article in the rendered form as the wikitext of a page."""
    head, _, body = text.partition("\n\n")[2].partition("\n\n")
    fields = re.findall(r"- ([^:\n]+): ([^\n]+)", head)
    box = "\n".join(f"| {name.lower()} = {value}" for name, value in fields)
    return "{{Infobox civilian attack\n" + box + "\n}}\n" + body


@dataclass(slots=True)
class Wiki:
    """The server under way."""

    pid: int
    port: int
    state: Path

    @property
    def settings(self) -> dict[str, str]:
        """Environment variables that let runs ask it."""
        return {
            "CASUS_FETCH_WIKIS": f'["{NAME}=http://127.0.0.1:{self.port}/api.php"]',
            "CASUS_FETCH_WIKI": NAME,
            "CASUS_FETCH_PRIVATE_HOSTS": '["127.0.0.1"]',
            "CASUS_FETCH_CONTACT": "crash@example.org",
        }

    def show(self, state: int) -> None:
        """Let the pages stand as they do in a state."""
        neighbour = self.state.with_suffix(".new")
        neighbour.write_text(str(state))
        neighbour.replace(self.state)

    def stop(self) -> None:
        """End it."""
        os.kill(self.pid, signal.SIGTERM)
        os.waitpid(self.pid, 0)


def start_wiki(pages: Pages, folder: Path) -> Wiki:
    """Fork a wiki that listens on loopback; `folder` takes its note of the present state."""
    state = folder / "wiki-state"
    state.write_text("0")
    server = HTTPServer(("127.0.0.1", 0), _handler(pages, state))
    pid = os.fork()
    if pid:
        server.socket.close()
        return Wiki(pid, server.server_port, state)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.alarm(LONGEST_LIFE)
    try:
        server.serve_forever()
    finally:
        os._exit(1)


def _handler(pages: Pages, state: Path) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        """Answers as the wiki of the present state does."""

        def do_POST(self) -> None:
            """Answer one request."""
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            time.sleep(ANSWER_SECONDS)
            wiki = pages.states[int(state.read_text())]
            answer = wiki.answer(httpx.Request("POST", "http://127.0.0.1/api.php", content=body))
            self.send_response(answer.status_code)
            self.send_header("Content-Length", str(len(answer.content)))
            self.end_headers()
            self.wfile.write(answer.content)

        def log_message(self, format: str, *arguments: object) -> None:
            """Say nothing."""

        def handle(self) -> None:
            """Answer, unless the asking run has been killed meanwhile."""
            try:
                super().handle()
            except ConnectionError:
                self.close_connection = True

    return Handler
