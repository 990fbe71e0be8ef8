"""How a page is named: `https://host/wiki/Title`, `enwiki:Title`, or a bare title of the default wiki."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from tasks.mediawiki.errors import NotAllowedError
from tasks.settings import Fetch

_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_PREFIXED = re.compile(r"([a-z][a-z0-9_]{0,40}):(?!//)(.*)", re.DOTALL)
_WIKIPEDIA = re.compile(r"([a-z][a-z0-9-]{1,30})(?:\.m)?\.wikipedia\.org", re.IGNORECASE)
_NAMED = re.compile(r"([a-z][a-z0-9_]{0,40})=(https?://\S+)")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]+")
MOST_BYTES_OF_A_LIST = 10 << 20


@dataclass(frozen=True, slots=True, order=True)
class Wiki:
    """A wiki: its name, as article ids begin with it, and the address of its API."""

    name: str
    api: str


@dataclass(frozen=True, slots=True, order=True)
class PageName:
    """A page as somebody asked for it; the wiki may know it by another title."""

    wiki: Wiki
    title: str

    def __str__(self) -> str:
        return f"{self.wiki.name}:{self.title}"


def is_page_name(text: str, settings: Fetch) -> bool:
    """Say whether an input names a page of a wiki, and no file."""
    if _ADDRESS.match(text):
        return True
    prefixed = _PREFIXED.fullmatch(text)
    return prefixed is not None and (prefixed[1].endswith("wiki") or prefixed[1] in _named(settings))


def page_name(text: str, settings: Fetch, default: str | None = None) -> PageName:
    """Return the page that an address, a prefixed or a bare title names.

    Args:
        text: as the user gave it.
        settings: the wikis that are known by name.
        default: the wiki of bare titles; that of the settings if None.

    Raises:
        NotAllowedError: if it names no page, or no wiki that is known.
    """
    if _ADDRESS.match(text):
        return _of_address(text, settings)
    prefixed = _PREFIXED.fullmatch(text)
    if prefixed is not None and is_page_name(text, settings):
        return PageName(wiki_named(prefixed[1], settings), _title(prefixed[2], text))
    return PageName(wiki_named(default or settings.wiki, settings), _title(text, text))


def wiki_named(name: str, settings: Fetch) -> Wiki:
    """Return the wiki of a name: one of the settings, or a Wikipedia ("enwiki", "zh_min_nanwiki").

    Raises:
        NotAllowedError: if there is none.
    """
    named = _named(settings)
    if name in named:
        return Wiki(name, named[name])
    language = re.fullmatch(r"([a-z][a-z0-9_]{1,30})wiki", name)
    if language is None:
        known = ", ".join(sorted(named)) or "none yet"
        raise NotAllowedError(
            f'{name}: no such wiki; fetch.wikis names further ones, "name=https://host/w/api.php" ({known})'
        )
    return Wiki(name, f"https://{language[1].replace('_', '-')}.wikipedia.org/w/api.php")


def titles_of(path: Path) -> list[str]:
    """Return the titles of a list, one a line; empty lines and those that begin with # are none.

    Raises:
        NotAllowedError: if the file cannot be read, is larger than 10 MiB, or is not UTF-8.
    """
    try:
        if path.stat().st_size > MOST_BYTES_OF_A_LIST:
            raise NotAllowedError(f"{path}: a list of titles of more than {MOST_BYTES_OF_A_LIST:,} bytes")
        lines = path.read_text("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise NotAllowedError(f"{path}: not UTF-8 at byte {error.start:,}") from error
    except OSError as error:
        raise NotAllowedError(f"{path}: {error.strerror}") from error
    return list(_once(line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#")))


def _once(lines: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys(lines)


def _named(settings: Fetch) -> dict[str, str]:
    """Return the addresses of the settings' wikis by name.

    Raises:
        NotAllowedError: if an entry is not "name=address".
    """
    found = {}
    for entry in settings.wikis:
        named = _NAMED.fullmatch(entry)
        if named is None:
            raise NotAllowedError(f'fetch.wikis: {entry!r} is not like "name=https://host/w/api.php"')
        found[named[1]] = named[2]
    return found


def _of_address(text: str, settings: Fetch) -> PageName:
    try:
        parts = urlsplit(text)
        host, port = (parts.hostname or "").lower(), parts.port
    except ValueError as error:
        raise NotAllowedError(f"{text}: not an address of a page: {error}") from error
    title = parse_qs(parts.query).get("title", [""])[0]
    if not title and "/wiki/" in parts.path:
        title = unquote(parts.path.split("/wiki/", 1)[1])
    elif not title and "/index.php/" in parts.path:
        title = unquote(parts.path.split("/index.php/", 1)[1])
    for name, api in _named(settings).items():
        known = urlsplit(api)
        if (known.hostname, known.port) == (host, port):
            return PageName(Wiki(name, api), _title(title, text))
    wikipedia = _WIKIPEDIA.fullmatch(host)
    if wikipedia is None or port is not None:
        raise NotAllowedError(
            f'{text}: no wiki that is known; name it in fetch.wikis, "name=https://{host}/w/api.php"'
        )
    language = wikipedia[1].lower()
    api = f"https://{language}.wikipedia.org/w/api.php"
    return PageName(Wiki(f"{language.replace('-', '_')}wiki", api), _title(title, text))


def _title(text: str, said: str) -> str:
    """Return a title with blanks for underscores; without the section behind a #.

    Raises:
        NotAllowedError: if nothing is left of it.
    """
    title = " ".join(_CONTROLS.sub(" ", text).replace("_", " ").split("#")[0].split())
    if not title:
        raise NotAllowedError(f"{said}: names no page")
    return title
