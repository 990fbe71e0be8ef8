"""The head of an export: which wiki it is of, and what its namespaces are called."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from tasks.sources.errors import printable
from tasks.sources.origin import Origin

if TYPE_CHECKING:
    from lxml import etree

MAX_HEAD_BYTES = 1 << 20
_ROOT = re.compile(rb"<mediawiki[\s>]")
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_WIKIMEDIA = re.compile(
    r"https?://[a-z-]+\.(?:m\.)?(?:wikipedia|wikinews|wikisource|wikiquote|wikivoyage)\.org/"
)
_NAME = re.compile(r"[a-z][a-z0-9_]{0,62}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}")
_LICENSE = "CC BY-SA 4.0"  # of text in Wikimedia's wikis (their terms of use since June 2023)
_LICENSE_URL = "https://creativecommons.org/licenses/by-sa/4.0/"


class HeadError(ValueError):
    """The bytes before the first page are not the head of a MediaWiki export."""


@dataclass(frozen=True, slots=True)
class Site:
    """The wiki of an export.

    Attributes:
        name: as people say it ("Wikipedia"), or "".
        wiki: its database's name ("enwiki"), as article ids begin with it.
        language: BCP 47 tag.
        base: address of its main page, or "".
        namespaces: number by name.
    """

    name: str
    wiki: str
    language: str
    base: str
    namespaces: Mapping[str, int]

    def address(self, title: str) -> str | None:
        """Return the address of a page, where the main page's address shows how they are made."""
        found = re.match(r"https?://[^/\s]+/(?:[^?#\s]*/)?(?=[^/?#\s]*$)", self.base)
        return found.group() + quote(title.replace(" ", "_"), safe="/:(),'!*;@$") if found else None

    def namespace(self, title: str) -> int:
        """Return the namespace that a title begins with; 0 for articles."""
        prefix, colon, _ = title.partition(":")
        return self.namespaces.get(prefix.strip(), 0) if colon else 0

    def terms(self) -> tuple[str, str | None, str]:
        """Return licence, its address and whom to name; "unknown" where nothing says it."""
        if _WIKIMEDIA.match(self.base):
            return _LICENSE, _LICENSE_URL, f"{self.name or 'Wikipedia'} contributors"
        return "unknown", None, "unknown"


def read_site(head: bytes) -> Site:
    """Return the wiki that the bytes before the first page tell of.

    Raises:
        HeadError: if they declare a document type, are too long, or not those of an export.
    """
    if _DECLARATION.search(head):
        raise HeadError("a document type is declared; exports have none")
    if len(head) > MAX_HEAD_BYTES:
        raise HeadError(f"more than {MAX_HEAD_BYTES:,} bytes before the first page")
    if not _ROOT.search(head):
        raise HeadError("no MediaWiki export: there is no <mediawiki>")
    from lxml import etree  # the search begins before it is there

    closing = b"" if b"</mediawiki>" in head else b"</mediawiki>"
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(head + closing, parser)
    except etree.XMLSyntaxError as error:
        raise HeadError(f"not well-formed XML: {printable(error.msg or '')}") from error
    return _site(root)


def _site(root: etree._Element) -> Site:
    def value(name: str) -> str:
        """Return what the head of the dump says of the wiki under a name, "" if nothing."""
        return (root.findtext(f"{{*}}siteinfo/{{*}}{name}") or "").strip()

    language = root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    language = language if _LANGUAGE.fullmatch(language) else "en"
    base = value("base") if re.fullmatch(r"https?://[^\s<>\"']+", value("base")) else ""
    # Schemas before 0.8 have no name of the database.
    wiki = value("dbname") or Origin("", base or None, language, "", "", "", 0, "").wiki
    namespaces = {
        (one.text or "").strip(): int(key)
        for one in root.iterfind("{*}siteinfo/{*}namespaces/{*}namespace")
        if (key := one.get("key") or "").lstrip("-").isdigit() and len(key) < 9
    }
    return Site(
        name=value("sitename"),
        wiki=wiki if _NAME.fullmatch(wiki) else f"{language.partition('-')[0]}wiki",
        language=language,
        base=base,
        namespaces=namespaces,
    )
