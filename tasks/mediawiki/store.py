"""What was taken from a wiki, as it lies in the raw folder: `<raw>/<wiki>/<name>.wikitext` and its origin.

File names are made from titles, but can neither leave the folder nor meet on a file system that takes
"A" and "a" for one: plain letters, cut to a length, and ten digits of the title's own checksum.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from anyascii import anyascii

from tasks.disk.durable import flush, write_whole
from tasks.mediawiki.pages import Revision
from tasks.mediawiki.wiki_site import Site
from tasks.model.article import PageStatus
from tasks.sources.errors import InputError
from tasks.sources.origin import COMING, SUFFIX, Origin, coming_path_of, origin_record, parse_origin, path_of

EXTENSION = ".wikitext"
LONGEST_NAME = 80
DIGITS = 10
HOW = "The wikitext of the revision, taken through the Action API of {api}."


@dataclass(frozen=True, slots=True)
class Kept:
    """A page in the raw folder."""

    file: Path
    origin: Origin


def file_name(title: str) -> str:
    """Return the name of a page's raw file.

    >>> file_name("CON"), file_name("../a"), file_name("Łódź: a/b")
    ('CON-a48c0f3f42.wikitext', 'a-3f08a8acb5.wikitext', 'Lodz_a_b-1b4a2b7bbc.wikitext')
    """
    digest = hashlib.sha256(title.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]
    words = re.sub(r"[^0-9A-Za-z]+", "_", anyascii(title))[:LONGEST_NAME].strip("_")
    return f"{words or 'page'}-{digest}{EXTENSION}"


class Store:
    """The pages of one wiki in the raw folder; who opens it holds the folder's lock."""

    def __init__(self, raw: Path, wiki: str) -> None:
        """Open it, and bring to an end what a dead run had begun."""
        self.folder = raw / wiki
        self.wiki = wiki
        _settle(self.folder)
        self.pages: dict[str, Kept] = {one.origin.title: one for one in _kept(self.folder)}

    def is_whole(self, kept: Kept) -> bool:
        """Say whether a page's file is the one that its origin record is about."""
        try:
            content = kept.file.read_bytes()
        except OSError:
            return False
        return hashlib.sha256(content).hexdigest() == kept.origin.sha256

    def put(self, revision: Revision, site: Site, api: str, now: datetime) -> Kept:
        """Keep a page's revision, file and record together: see `coming_path_of`."""
        content = (revision.text or "").encode("utf-8")
        file = self.folder / file_name(revision.title)
        origin = Origin(
            title=revision.title,
            url=site.address(revision.title),
            language=site.language,
            license=site.license,
            attribution=site.attribution(revision.title, revision.revision_id),
            sha256=hashlib.sha256(content).hexdigest(),
            bytes=len(content),
            how=HOW.format(api=api),
            license_url=site.license_url,
            retrieved_at=now.astimezone(UTC).replace(microsecond=0),
            revision_id=revision.revision_id,
            revision_timestamp=revision.timestamp,
            site=self.wiki,
            source_format="mediawiki",
            page_id=revision.page_id,
            page_status="current",
        )
        file.parent.mkdir(parents=True, exist_ok=True)
        kept = Kept(file, origin)
        write_whole(coming_path_of(file), _record_of(kept))
        write_whole(file, content)
        _take_over(file)
        return self._note(kept)

    def mark(self, kept: Kept, status: PageStatus, moved_to: str | None = None) -> Kept:
        """Write down what has become of a page; its text stays as it was."""
        kept = replace(kept, origin=replace(kept.origin, page_status=status, moved_to=moved_to))
        write_whole(path_of(kept.file), _record_of(kept))
        return self._note(kept)

    def _note(self, kept: Kept) -> Kept:
        self.pages[kept.origin.title] = kept
        return kept


def _record_of(kept: Kept) -> bytes:
    return (json.dumps(origin_record(kept.origin), indent=2, ensure_ascii=False) + "\n").encode("utf-8")


def _take_over(file: Path) -> None:
    """Let the coming record be the file's own."""
    coming_path_of(file).replace(path_of(file))
    flush(file.parent)


def _settle(folder: Path) -> None:
    """Clear what a dead run left: a record takes its place if its file came, and goes if it did not."""
    for coming in folder.glob(f"{COMING}*{SUFFIX}"):
        file = coming.with_name(coming.name.removeprefix(COMING).removesuffix(SUFFIX))
        try:
            wanted = parse_origin(json.loads(coming.read_text("utf-8")), str(coming)).sha256
            has_come = hashlib.sha256(file.read_bytes()).hexdigest() == wanted
        except (InputError, ValueError, OSError):
            has_come = False
        if has_come:
            _take_over(file)
        else:
            coming.unlink()
    for torn in folder.rglob(".tmp-*"):
        torn.unlink()


def is_alive(kept: Kept) -> bool:
    """Say whether the wiki still had the page under its title when it was last asked."""
    return kept.origin.page_status == "current"


def wikis_in(raw: Path) -> list[str]:
    """Return the wikis of which pages lie in the raw folder, sorted."""
    if not raw.is_dir():
        return []
    return sorted(path.name for path in raw.iterdir() if path.is_dir() and any(_kept(path)))


def _kept(folder: Path) -> Iterator[Kept]:
    """Yield the pages in a wiki's folder; a record that cannot be read is left to the build to tell."""
    for path in sorted(folder.glob(f"[!.]*{EXTENSION}{SUFFIX}")):
        try:
            origin = parse_origin(json.loads(path.read_text("utf-8")), str(path))
        except (InputError, ValueError, OSError):
            continue
        if origin.source_format == "mediawiki" and origin.page_id is not None:
            yield Kept(path.with_name(path.name.removesuffix(SUFFIX)), origin)
