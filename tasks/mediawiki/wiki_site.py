"""What a wiki says of itself: its language, its licence, and where its pages can be read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from tasks.mediawiki.client import Client
from tasks.mediawiki.errors import FetchError

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}")
_CREATIVE_COMMONS = re.compile(r"https?://creativecommons\.org/licenses/([a-z-]+)/([0-9.]+)/?")
_ADDRESS = re.compile(r"https?://[^\s<>\"']+")
UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Site:
    """A wiki's account of itself.

    Attributes:
        language: BCP 47 tag of its articles; "und" if it names none that can be read.
        license, license_url: of its texts ("CC BY-SA 4.0"); "unknown" if it says nothing.
    """

    name: str
    language: str
    license: str
    license_url: str | None
    server: str
    article_path: str

    def address(self, title: str) -> str:
        """Return where a page can be read."""
        return self.server + self.article_path.replace("$1", quote(title.replace(" ", "_"), safe="/:(),;@!*"))

    def attribution(self, title: str, revision_id: int) -> str:
        """Return whom to name: the authors of the page, with where their names stand."""
        where = f"revision {revision_id} of {self.address(title)}"
        return f"{self.name} contributors (named in the page's history), {where}"


def ask_site(client: Client) -> Site:
    """Return what the wiki says of itself: one request.

    Raises:
        FetchError: if it cannot be asked, or does not say where its pages can be read.
    """
    said = {}
    for batch in client.query(meta="siteinfo", siprop="general|rightsinfo"):
        said.update(batch.others)
    general, rights = said.get("general", {}), said.get("rightsinfo", {})
    server = urljoin(client.wiki.api, str(general.get("server", "")))  # may be "//host"
    path = str(general.get("articlepath", ""))
    if "$1" not in path or urlsplit(server).scheme not in ("http", "https"):
        raise FetchError(f"{client.wiki.name}: the wiki does not say where its pages can be read")
    language = str(general.get("lang", ""))
    url = _address(str(rights.get("url", "")), client.wiki.api)
    return Site(
        name=_plain(str(general.get("sitename", ""))) or client.wiki.name,
        language=language if _LANGUAGE.fullmatch(language) else "und",
        license=_license(url, _plain(str(rights.get("text", "")))),
        license_url=url,
        server=server.rstrip("/"),
        article_path=path,
    )


def _license(url: str | None, text: str) -> str:
    """Return a licence's usual name, from its address where that tells, else the wiki's words."""
    known = _CREATIVE_COMMONS.fullmatch(url or "")
    if known is not None:
        return f"CC {known[1].upper()} {known[2]}"
    return text or (UNKNOWN if url is None else url)


def _address(text: str, base: str) -> str | None:
    """Return an address that may lack its scheme or host, or None if it is none."""
    whole = urljoin(base, text) if text.strip() else ""
    return whole if _ADDRESS.fullmatch(whole) else None


def _plain(text: str) -> str:
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())
