"""A small wiki for tests: answers the questions that casus asks, from pages in memory."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs

import httpx

from tasks.mediawiki.client import Client
from tasks.mediawiki.page_names import Wiki
from tasks.settings import Fetch

API = "https://wiki.example.org/w/api.php"
DONE = {"batchcomplete": True, "query": {"pages": [{"pageid": 1, "title": "A"}]}}  # an answer with one page
WIKI = Wiki("smallwiki", API)
SITE = {
    "general": {
        "sitename": "Small Wiki",
        "lang": "en",
        "server": "//wiki.example.org",
        "articlepath": "/wiki/$1",
    },
    "rightsinfo": {"url": "//creativecommons.org/licenses/by-sa/4.0/", "text": "CC"},
}
Handler = Callable[[httpx.Request], httpx.Response]
SEPARATORS = "\x1f"


def fetch_settings(**more: Any) -> Fetch:
    """Return settings that allow the small wiki."""
    return Fetch(contact="tests@example.org", wikis=(f"smallwiki={API}",), **more)


def client(handler: Handler, **more: Any) -> Client:
    """Return a client whose requests a function answers."""
    return Client(WIKI, fetch_settings(**more), httpx.MockTransport(handler))


def asked(request: httpx.Request) -> dict[str, str]:
    """Return the fields of a request."""
    return {name: values[0] for name, values in parse_qs(request.content.decode()).items()}


def sha1(text: str) -> str:
    """Return a text's checksum as the API gives it."""
    return hashlib.sha1(text.encode()).hexdigest()


@dataclass
class SmallWiki:
    """The wiki.

    Attributes:
        texts: revision number -> (page, its time, text).
        titles: page number -> its title now; a page that is not here was deleted.
        redirects: title -> title.
        asked: the fields of all requests so far.
        cut: so many pages of an answer have their content; the others come with `continue`.
    """

    texts: dict[int, tuple[int, str, str]] = field(default_factory=dict)
    titles: dict[int, str] = field(default_factory=dict)
    redirects: dict[str, str] = field(default_factory=dict)
    asked: list[dict[str, str]] = field(default_factory=list)
    cut: int | None = None
    wrong_sha1: bool = False

    def save(self, title: str, text: str) -> int:
        """Save a revision and return its number; the page is made if it is new."""
        pages = {name: page for page, name in self.titles.items()}
        page = pages.get(title) or len(self.titles) + 100
        self.titles[page] = title
        number = len(self.texts) + 1
        self.texts[number] = (page, f"2031-05-04T{number // 60 % 24:02d}:{number % 60:02d}:00Z", text)
        return number

    def rename(self, title: str, to: str) -> None:
        """Rename a page without a redirect."""
        page = next(number for number, name in self.titles.items() if name == title)
        self.titles[page] = to

    def delete(self, title: str) -> None:
        """Delete a page."""
        self.titles = {number: name for number, name in self.titles.items() if name != title}

    def connect(self, wiki: Wiki) -> Client:
        """Return a client of this wiki."""
        return client(self.answer)

    def answer(self, request: httpx.Request) -> httpx.Response:
        """Answer a request as MediaWiki does, formatversion 2."""
        fields = asked(request)
        self.asked.append(fields)
        if fields.get("meta") == "siteinfo":
            return self._reply(SITE)
        if fields.get("list") == "categorymembers":
            return self._members(fields)
        if "revids" in fields:
            return self._contents(fields)
        if fields["prop"] == "revisions":
            return self._revisions(int(fields["pageids"].strip(SEPARATORS)))
        return self._states(fields)

    def _reply(self, query: dict[str, Any], **more: Any) -> httpx.Response:
        return httpx.Response(200, json={"batchcomplete": True, "query": query, **more})

    def _last(self, page: int) -> int:
        return max(number for number, (owner, _, _) in self.texts.items() if owner == page)

    def _states(self, fields: dict[str, str]) -> httpx.Response:
        pages: list[dict[str, Any]] = []
        followed = []
        if "pageids" in fields:
            for number in map(int, _values(fields["pageids"])):
                title = self.titles.get(number)
                pages.append(
                    {"pageid": number, "missing": True} if title is None else self._page(number, title)
                )
            return self._reply({"pages": pages})
        numbers = {title: number for number, title in self.titles.items()}
        titles = _values(fields["titles"])
        assert len(titles) <= 50
        for title in titles:
            if title in self.redirects:
                followed.append({"from": title, "to": self.redirects[title]})
                title = self.redirects[title]
            if "<" in title:
                pages.append({"title": title, "invalid": True, "invalidreason": "bad <"})
            elif title in numbers:
                pages.append(self._page(numbers[title], title))
            else:
                pages.append({"title": title, "missing": True, "ns": 0})
        return self._reply({"pages": pages, "redirects": followed})

    def _page(self, number: int, title: str) -> dict[str, Any]:
        return {"pageid": number, "title": title, "lastrevid": self._last(number), "contentmodel": "wikitext"}

    def _contents(self, fields: dict[str, str]) -> httpx.Response:
        numbers = [int(number) for number in _values(fields["revids"])]
        start = int(fields.get("rvcontinue", 0))
        stop = len(numbers) if self.cut is None else start + self.cut
        pages = [
            {"pageid": self.texts[n][0], "title": self.titles[self.texts[n][0]]}
            | ({"revisions": [self._revision(n, True)]} if start <= at < stop else {})
            for at, n in enumerate(numbers)
        ]
        if stop < len(numbers):
            more = {"continue": {"rvcontinue": str(stop), "continue": "||"}}
            return httpx.Response(200, json={"query": {"pages": pages}, **more})
        return self._reply({"pages": pages})

    def _revision(self, number: int, with_text: bool) -> dict[str, Any]:
        _, time, text = self.texts[number]
        found: dict[str, Any] = {"revid": number, "timestamp": time, "sha1": sha1(text)}
        if with_text:
            slot = {"contentmodel": "wikitext", "content": text + "!" if self.wrong_sha1 else text}
            found["slots"] = {"main": slot}
        return found

    def _revisions(self, page: int) -> httpx.Response:
        numbers = sorted((n for n, (owner, _, _) in self.texts.items() if owner == page), reverse=True)
        found = {"pageid": page, "title": self.titles[page]}
        return self._reply({"pages": [found | {"revisions": [self._revision(n, False) for n in numbers]}]})

    def _members(self, fields: dict[str, str]) -> httpx.Response:
        """Answer with one article at a time; every category holds all articles and one subcategory."""
        titles = sorted(self.titles.values())
        at = int(fields.get("cmcontinue", 0))
        members: list[dict[str, Any]] = [{"ns": 0, "title": titles[at], "type": "page"}]
        if at == 0:
            members.append({"ns": 14, "title": "Category:Below", "type": "subcat"})
            members.append({"ns": 10, "title": "Template:T", "type": "page"})
        if at + 1 < len(titles):
            more = {"continue": {"cmcontinue": str(at + 1), "continue": "-||"}}
            return self._reply({"categorymembers": members}, **more)
        return self._reply({"categorymembers": members})


def _values(text: str) -> list[str]:
    assert text.startswith(SEPARATORS)
    return text[1:].split(SEPARATORS)


def plain(reply: dict[str, Any], status: int = 200, **headers: str) -> httpx.Response:
    """Return a reply with JSON in it."""
    return httpx.Response(status, content=json.dumps(reply), headers=headers)
