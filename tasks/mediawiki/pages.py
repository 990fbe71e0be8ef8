"""What the wiki says of pages: how they stand now, and what a revision of theirs says."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from tasks.mediawiki.client import Client

BATCH = 50  # titles, page ids or revision ids that the API takes at once
SEPARATOR = "\x1f"  # instead of "|", which then may stand in a value (API:Data formats, multivalue)
WIKITEXT = "wikitext"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PageState:
    """How a page stands on the wiki.

    Attributes:
        title: the wiki's own title, after normalising and redirects.
        page_id, revision_id: None where there is no such page.
        problem: why it cannot be taken, if it cannot.
        is_redirect: the page says only where to go.
    """

    title: str
    page_id: int | None = None
    revision_id: int | None = None
    problem: str | None = None
    is_redirect: bool = False


@dataclass(frozen=True, slots=True)
class Revision:
    """A revision of a page, with its text if that could be had.

    Attributes:
        sha1: of the text, by the wiki; hexadecimal.
        problem: why there is no text, if there is none.
    """

    page_id: int
    title: str
    revision_id: int
    timestamp: datetime
    sha1: str | None = None
    text: str | None = None
    problem: str | None = None


def states_of_titles(client: Client, titles: Sequence[str]) -> Iterator[tuple[str, PageState]]:
    """Yield, for each title as asked, the page that it leads to: one request for fifty."""
    for some in _chunks(titles):
        for batch in client.query(prop="info", redirects=1, titles=_joined(some)):
            by_title = {page.get("title", ""): page for page in batch.pages.values()}
            by_title |= {page["title"]: page for page in batch.others.get("interwiki", ())}
            steps = [batch.pairs("normalized"), batch.pairs("redirects")]
            for asked in some:
                yield asked, _state(by_title, _followed(asked, steps))


def states_of_pages(client: Client, page_ids: Sequence[int]) -> Iterator[tuple[int, PageState]]:
    """Yield how pages of known number stand now: one request for fifty."""
    for some in _chunks(page_ids):
        for batch in client.query(prop="info", pageids=_joined(some)):
            for page_id in some:
                yield page_id, _state(batch.pages, page_id)


def members(client: Client, category: str, depth: int, most: int) -> list[str]:
    """Return the titles of a category's articles, those of its subcategories down to a depth.

    Args:
        client: the wiki's.
        category: the category's title, with or without "Category:".
        depth: 0 for the category alone.
        most: so many titles at most.
    """
    found: dict[str, None] = {}
    question = {"list": "categorymembers", "cmlimit": "max", "cmtype": "page|subcat", "cmprop": "title|type"}
    seen, level = set(), [category if ":" in category else f"Category:{category}"]
    for _ in range(depth + 1):
        below: list[str] = []
        for name in level:
            if name in seen:
                continue
            seen.add(name)
            for batch in client.query(cmtitle=name, **question):
                for member in batch.others.get("categorymembers", ()):
                    if member.get("type") == "subcat":
                        below.append(member["title"])
                    elif member.get("ns") == 0 and len(found) < most:
                        found[member["title"]] = None
                if len(found) >= most:
                    return sorted(found)
        level = below
    return sorted(found)


def contents(client: Client, revision_ids: Sequence[int], at_once: int) -> Iterator[Revision]:
    """Yield revisions with their texts, checked against the wiki's sha1: fifty a request.

    Args:
        client: the wiki's.
        revision_ids: of any pages.
        at_once: so many requests at once.
    """

    def ask(some: Sequence[int]) -> list[Revision]:
        """Return the revisions of these numbers, in the order in which the wiki gives them."""
        question = {"prop": "revisions", "rvprop": "ids|timestamp|sha1|content", "rvslots": "main"}
        return [
            _revision(page, one)
            for batch in client.query(revids=_joined(some), **question)
            for page in batch.pages.values()
            for one in page.get("revisions", ())
        ]

    with ThreadPoolExecutor(at_once) as pool:
        for found in pool.map(ask, _chunks(revision_ids)):
            yield from found


def revisions_of(client: Client, page_id: int, most: int) -> tuple[list[Revision], bool]:
    """Return a page's youngest revisions without their texts, the oldest first, and whether that is all."""
    found: list[Revision] = []
    question = {"prop": "revisions", "rvprop": "ids|timestamp|sha1", "rvlimit": "max", "rvdir": "older"}
    for batch in client.query(pageids=str(page_id), **question):
        for page in batch.pages.values():
            found += [_revision(page, one, wants_text=False) for one in page.get("revisions", ())]
    found.sort(key=lambda one: (one.timestamp, one.revision_id))
    return found[-most:], len(found) <= most


def _state(pages: Mapping[Any, Mapping[str, Any]], key: object) -> PageState:
    page = pages.get(key)
    if page is None:
        return PageState(str(key), problem="the wiki says nothing about it")
    title = str(page.get("title", key))
    if "iw" in page:
        return PageState(title, problem=f"a page of another wiki ({page['iw']})")
    if page.get("invalid"):
        return PageState(title, problem=f"not a title: {page.get('invalidreason', 'the wiki refuses it')}")
    if page.get("special"):
        return PageState(title, problem="a special page, which has no text")
    if page.get("missing") or not page.get("lastrevid"):
        return PageState(title)
    if page.get("contentmodel", WIKITEXT) != WIKITEXT:
        return PageState(title, problem=f"its content is {page['contentmodel']}, no wikitext")
    return PageState(title, page["pageid"], page["lastrevid"], is_redirect=bool(page.get("redirect", False)))


def _followed(title: str, steps: Iterable[Mapping[str, str]]) -> str:
    """Return where a title leads: normalised, then along redirects, never in a circle."""
    for step in steps:
        passed = set()
        while title in step and title not in passed:
            passed.add(title)
            title = step[title]
    return title


def _revision(page: Mapping[str, Any], one: Mapping[str, Any], wants_text: bool = True) -> Revision:
    slot = one.get("slots", {}).get("main", {})
    text, sha1 = slot.get("content"), one.get("sha1")
    problem = None
    if wants_text:
        if slot.get("texthidden") or one.get("texthidden") or text is None:
            text, problem = None, "its text is hidden"
        elif slot.get("contentmodel", WIKITEXT) != WIKITEXT:
            text, problem = None, f"its content is {slot['contentmodel']}, no wikitext"
        elif any("\ud800" <= char <= "\udfff" for char in text):
            text, problem = None, "its text is no Unicode"
        elif hashlib.sha1(text.encode("utf-8")).hexdigest() != sha1:
            text, problem = None, f"its text is not the one that its sha1 {sha1} is about"
    time = datetime.fromisoformat(str(one["timestamp"]))
    return Revision(page["pageid"], page["title"], one["revid"], time, sha1, text, problem)


def _chunks(items: Sequence[T]) -> Iterator[Sequence[T]]:
    for start in range(0, len(items), BATCH):
        yield items[start : start + BATCH]


def _joined(values: Iterable[object]) -> str:
    return SEPARATOR + SEPARATOR.join(map(str, values))
