"""The earlier revisions of a page, kept beside its raw file, and read as the page itself is.

`<folder>/.history/<name of the raw file>/revisions.json` lists them, the oldest first;
`<sha1>.gz` beside it is the wikitext of all revisions with that text, so a revert costs nothing.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import zlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path

from tasks.model.article import Article
from tasks.sources.decode import MAX_BYTES, canonical, decode
from tasks.sources.errors import InputError
from tasks.sources.origin import Origin
from tasks.sources.wikitext.read import read_wikitext

FOLDER = ".history"
LIST = "revisions.json"


@dataclass(frozen=True, slots=True)
class PastRevision:
    """A revision of a page.

    Attributes:
        sha1: of its text, hexadecimal; None where the wiki does not give the text.
    """

    revision_id: int
    timestamp: datetime
    sha1: str | None


@dataclass(frozen=True, slots=True)
class PastRevisions:
    """The revisions of a page that are kept, the oldest first.

    Attributes:
        is_complete: whether the first of them is the page's first.
    """

    revisions: tuple[PastRevision, ...]
    is_complete: bool


def history_folder(raw: Path) -> Path:
    """Return where the earlier revisions of a raw file lie."""
    return raw.parent / FOLDER / raw.name


def text_path(raw: Path, sha1: str) -> Path:
    """Return where the text with that checksum lies."""
    return history_folder(raw) / f"{sha1}.gz"


def past_revisions(raw: Path) -> PastRevisions | None:
    """Return the revisions that are kept of a raw file, or None if none are.

    Raises:
        InputError: if the list of them cannot be read.
    """
    path = history_folder(raw) / LIST
    if not path.is_file():
        return None
    try:
        record = json.loads(path.read_text("utf-8"))
        found = tuple(
            PastRevision(int(one["revision_id"]), datetime.fromisoformat(one["timestamp"]), one["sha1"])
            for one in record["revisions"]
        )
        return PastRevisions(found, bool(record["is_complete"]))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputError(str(path), "not a list of revisions", value=str(error)) from error


def list_content(revisions: Sequence[PastRevision], is_complete: bool) -> bytes:
    """Return what the list of revisions says, for `past_revisions` to read."""
    rows = [asdict(one) | {"timestamp": one.timestamp.isoformat()} for one in revisions]
    return (json.dumps({"is_complete": is_complete, "revisions": rows}, indent=1) + "\n").encode("utf-8")


def packed(text: str) -> bytes:
    """Return a text as it is kept; the same text gives the same bytes."""
    return gzip.compress(text.encode("utf-8"), mtime=0)


def read_revision(raw: Path, origin: Origin, revision: PastRevision) -> Article:
    """Return the article that a revision holds, with the title that the page has now.

    Raises:
        InputError: if its text is not kept, is not the one that its checksum is about, or is no article.
    """
    if revision.sha1 is None:
        raise InputError(str(raw), "a revision without its text", place=f"revision {revision.revision_id}")
    path = text_path(raw, revision.sha1)
    content = _unpacked(path)
    if hashlib.sha1(content).hexdigest() != revision.sha1:
        raise InputError(str(path), "not the text that its name is the checksum of", place="sha1")
    markup, _ = canonical(decode(content, str(path)), str(path))
    own = replace(origin, revision_id=revision.revision_id, revision_timestamp=revision.timestamp)
    return read_wikitext(
        markup,
        title=origin.title,
        source_path=path.name,
        content_sha256=hashlib.sha256(content).hexdigest(),
        origin=own,
    )


def _unpacked(path: Path) -> bytes:
    try:
        unpacking = zlib.decompressobj(wbits=31)
        content = unpacking.decompress(path.read_bytes(), MAX_BYTES)
    except (OSError, zlib.error) as error:
        raise InputError(str(path), "cannot be read", value=str(error)) from error
    if not unpacking.eof:
        raise InputError(str(path), f"cut off, or larger than {MAX_BYTES:,} bytes")
    return content
