"""One page of an export: its XML to a `Page`, the newest revision where it has several."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from tasks.sources.errors import printable

if TYPE_CHECKING:
    from lxml import etree

_TITLE = re.compile(rb"<title>([^<]{1,2000})</title>")
# No wiki lets a page have them; what has is a damaged dump, and the rest of its title is other text.
_NO_TITLE = re.compile(r"[#<>\[\]|{}\n]")
_REDIRECT = re.compile(r"\s*#redirect\b", re.IGNORECASE)
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_SHA1_LENGTH = 31  # of 160 bits to the base 36


class PageError(ValueError):
    """A page's XML is not a page as MediaWiki writes them."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page with its newest revision.

    Attributes:
        title: with its namespace ("Talk:Crimean War"), as the export has it.
        namespace: its number, or None where the export does not say (schemas before 0.6).
        is_redirect: whether it only leads to another page.
        text: the markup; None where it was deleted, or is not part of the export (stubs).
        sha1: of the text to the base 36, as the wiki computed it, or None.
        model: what the text is ("wikitext", "css", ...).
    """

    title: str
    page_id: int | None
    namespace: int | None
    is_redirect: bool
    revision_id: int | None
    timestamp: datetime | None
    text: str | None
    sha1: str | None
    model: str


def title_in(start: bytes) -> str:
    """Return the title in a page's first bytes for a message, or ""."""
    found = _TITLE.search(start)
    return found.group(1).decode("utf-8", "replace") if found else ""


def parse_page(content: bytes) -> Page:
    """Return the page that the bytes from `<page>` to `</page>` hold.

    Raises:
        PageError: if they are not well-formed XML in UTF-8, or lack a title or a revision;
            if the title has a character that MediaWiki forbids in one (`Manual:$wgLegalTitleChars`).
    """
    from lxml import etree  # the search begins before it is there, and who reads wikitext needs none

    # Without a document type no entity can be declared; nothing is fetched, nothing is expanded.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, encoding="utf-8"
    )
    try:
        page = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise PageError(f"not well-formed XML: {printable(error.msg or '')}") from error
    if any(isinstance(node, etree._Entity) for node in page.iter()):
        raise PageError("an entity that XML does not declare")
    title = _text(page, "title")
    revision = max(page.iterfind("revision"), key=_age, default=None)
    if not title or revision is None:
        raise PageError("no title" if not title else "no revision")
    if (wrong := _NO_TITLE.search(title)) is not None:
        raise PageError(f"a title with {wrong.group()!r}, which no page can have")
    text, sha1 = _content(revision)
    return Page(
        title=title,
        page_id=_number(page, "id"),
        namespace=_number(page, "ns"),
        is_redirect=page.find("redirect") is not None or bool(_REDIRECT.match(text or "")),
        revision_id=_number(revision, "id"),
        timestamp=_time(_text(revision, "timestamp")),
        text=text,
        sha1=sha1,
        model=_text(revision, "model") or "wikitext",
    )


def sha1_of(text: str) -> str:
    """Return the SHA-1 of a text's UTF-8 to the base 36, as MediaWiki's exports have it."""
    number = int.from_bytes(hashlib.sha1(text.encode("utf-8"), usedforsecurity=False).digest(), "big")
    digits = ""
    while number:
        number, digit = divmod(number, len(_DIGITS))
        digits = _DIGITS[digit] + digits
    return digits.rjust(_SHA1_LENGTH, "0")


def _content(revision: etree._Element) -> tuple[str | None, str | None]:
    """Return a revision's text and the SHA-1 that the export gives for it."""
    element = revision.find("text")
    if element is None:
        return None, None
    # A revision of several slots has a SHA-1 of its own; that of the text stands at the text then.
    sha1 = element.get("sha1") or _text(revision, "sha1") or None
    if element.get("deleted") is not None or (element.get("location") is not None and not element.text):
        return None, sha1
    is_stub = not element.text and element.get("id") is not None
    return (None if is_stub else "".join(element.itertext())), sha1


def _age(revision: etree._Element) -> tuple[str, int]:
    # Ids do not follow the time where pages were imported.
    return _text(revision, "timestamp"), _number(revision, "id") or 0


def _text(element: etree._Element, name: str) -> str:
    found = element.find(name)
    return "" if found is None else (found.text or "").strip()


def _number(element: etree._Element, name: str) -> int | None:
    value = _text(element, name)
    return int(value) if value.isascii() and value.isdigit() and len(value) <= 18 else None


def _time(value: str) -> datetime | None:
    try:
        time = datetime.fromisoformat(value)
    except ValueError:
        return None
    return time if time.tzinfo is not None else None
