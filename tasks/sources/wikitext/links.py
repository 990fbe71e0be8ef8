"""Targets of links: which page they lead to, and whether a reader sees them."""

from __future__ import annotations

import html
import re
from typing import Literal

LinkKind = Literal["page", "file", "category", "language", "elsewhere"]

_FILES = {"file", "image", "media"}
_NAMESPACES = {
    "category", "talk", "user", "user talk", "wikipedia", "wikipedia talk", "project", "wp", "template",
    "help", "portal", "special", "draft", "module", "mediawiki", "book",
}  # fmt: skip
_SISTERS = {
    "wikt", "wiktionary", "s", "wikisource", "q", "wikiquote", "b", "wikibooks", "n", "wikinews", "c",
    "commons", "d", "wikidata", "m", "meta", "species", "v", "wikiversity", "voy", "wikivoyage", "mw",
    "iarchive", "doi", "w",
}  # fmt: skip
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z]{2,8}){0,2}|simple")
_BLANKS = re.compile(r"[\s_\u00a0]+")


def kind_of(title: str) -> LinkKind:
    """Return what a link with this target is.

    "page": leads to an article. "file", "category" and "language" (the same article in another
    language) are not seen where they stand; with a colon before them they are links like any other
    and "elsewhere", as are links to other wikis and namespaces.
    """
    target = title.strip()
    is_shown = target.startswith(":")
    prefix, colon, _ = target.lstrip(":").partition(":")
    folded = _BLANKS.sub(" ", prefix).strip().casefold()
    if not colon:
        return "page"
    if folded in _FILES:
        return "elsewhere" if is_shown else "file"
    if folded == "category":
        return "elsewhere" if is_shown else "category"
    if folded in _SISTERS or folded in _NAMESPACES:
        return "elsewhere"
    if _LANGUAGE.fullmatch(prefix.strip()):
        return "elsewhere" if is_shown else "language"
    return "page"


def page_of(title: str) -> str:
    """Return the title of the page that a target leads to, as MediaWiki normalises it.

    Without the part after "#", underscores as blanks, the first letter in upper case; "" where the
    target is a section of the page itself.
    """
    target = html.unescape(title).split("#", 1)[0].lstrip(":")
    target = _BLANKS.sub(" ", target).strip()
    return target[:1].upper() + target[1:]


def shown_label(target: str) -> str:
    """Return what the pipe trick (`[[Mercury (planet)|]]`) shows of a target."""
    target = target.lstrip(":")
    target = target.partition(":")[2] or target
    return re.sub(r"\s*\([^()]*\)\s*$|,.*$", "", target).strip()
