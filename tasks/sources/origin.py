"""The origin record of a raw file: `<file>.origin.json` beside it says where it is from."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from pathlib import Path
from typing import Any, get_args

from tasks.model.article import PageStatus, SourceFormat
from tasks.model.issue import Issue
from tasks.sources.errors import InputError

SUFFIX = ".origin.json"
COMING = ".next-"  # in front of a record whose file is being replaced
MAX_BYTES = 1 << 20
_OF_WIKIS = ("site", "source_format", "page_id", "page_status", "moved_to")
_REQUIRED = ("title", "url", "language", "license", "attribution", "sha256", "bytes", "how")

_ADDRESS = re.compile(r"https?://[^\s<>\"']+")
_PATTERNS = {
    "url": _ADDRESS,
    "license_url": _ADDRESS,
    "language": re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}"),
    "sha256": re.compile(r"[0-9a-f]{64}"),
    "site": re.compile(r"[a-z][a-z0-9_]{0,40}"),
    "source_format": re.compile("|".join(get_args(SourceFormat))),
    "page_status": re.compile("|".join(get_args(PageStatus))),
}
_WIKIPEDIA = re.compile(r"https?://([a-z-]+)\.(?:m\.)?wikipedia\.org/")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a raw file is from, and under which terms.

    Attributes:
        title: the page's title.
        url: the page's address, or None where it has none.
        language: BCP 47 tag of the text.
        license, license_url, attribution: the terms of the text (not of the code), and whom to name.
        sha256, bytes: of the raw file as it lies there.
        how: how it was taken, in words.
        retrieved_at: when it was taken (ISO 8601 in the file), or None where nobody wrote it down.
        revision_id, revision_timestamp: of the page, where known.
        site: the wiki's name where its address does not tell it ("enwiki").
        source_format: "mediawiki" where the file was taken from a wiki's API.
        page_id: the wiki's number of the page, which outlives a change of title.
        page_status, moved_to: what has become of the page since; `moved_to` is a title.
    """

    title: str
    url: str | None
    language: str
    license: str
    attribution: str
    sha256: str
    bytes: int
    how: str
    license_url: str | None = None
    retrieved_at: datetime | None = None
    revision_id: int | None = None
    revision_timestamp: datetime | None = None
    site: str | None = None
    source_format: SourceFormat | None = None
    page_id: int | None = None
    page_status: PageStatus | None = None
    moved_to: str | None = None

    @property
    def wiki(self) -> str:
        """The wiki's name, as article ids begin with it ("enwiki"): by the address, else by the language."""
        if self.site is not None:
            return self.site
        found = _WIKIPEDIA.match(self.url or "")
        return f"{(found.group(1) if found else self.language).replace('-', '_')}wiki"


# What stands for the terms of a text without a record.
UNKNOWN = Origin("", None, "en", "unknown", "unknown", "", 0, "")


def provenance(origin: Origin | None, title: str, source_path: str) -> tuple[dict[str, Any], list[Issue]]:
    """Return the fields of an article that its origin record gives, and an issue where there is no record."""
    terms = origin or UNKNOWN
    article_id = f"{terms.wiki}:{title.replace(' ', '_')}"
    message = "No origin record: language taken as en, url NULL, licence and attribution unknown."
    missing = Issue(article_id, "sources", "no_origin_record", "info", "file", source_path, message)
    columns = {
        "article_id": article_id,
        "title": title,
        "source_path": source_path,
        "language": terms.language,
        "url": terms.url,
        "license": terms.license,
        "attribution": terms.attribution,
        "revision_id": terms.revision_id,
        "revision_timestamp": terms.revision_timestamp,
        "retrieved_at": terms.retrieved_at,
    }
    return columns, [] if origin else [missing]


def path_of(raw: Path) -> Path:
    """Return where the origin record of a raw file lies."""
    return raw.with_name(raw.name + SUFFIX)


def coming_path_of(raw: Path) -> Path:
    """Return where the origin record lies of what a raw file is going to be.

    Two files cannot be replaced in one step.  So the new record comes first, under this name, then the
    file, then the record gets its own name: whenever that stops, one of both records is the file's.
    """
    return raw.with_name(COMING + raw.name + SUFFIX)


def read_origin(raw: Path, content: bytes) -> Origin | None:
    """Return the origin record of a raw file, checked against the file's content, or None without one.

    Raises:
        InputError: on a record that cannot be read, or that is about other content.
    """
    digest = hashlib.sha256(content).hexdigest()
    # That one first: the other gets its content by a rename of this one.
    coming = _record_at(coming_path_of(raw))
    if coming is not None and coming.sha256 == digest:
        return coming
    path = path_of(raw)
    origin = _record_at(path)
    if origin is None:
        return None
    if origin.sha256 != digest:
        raise InputError(
            str(raw), "the file is not the one that its origin record is about", place="sha256", value=digest
        )
    if origin.bytes != len(content):
        raise InputError(str(path), "another number of bytes", place="bytes", value=str(origin.bytes))
    return origin


def _record_at(path: Path) -> Origin | None:
    """Return the record in a file; None where there is no such file.

    Raises:
        InputError: if it cannot be read.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        return None
    if len(content) > MAX_BYTES:
        raise InputError(str(path), f"the origin record is larger than {MAX_BYTES:,} bytes")
    try:
        record = json.loads(content.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise InputError(str(path), "the origin record is not JSON", value=str(error)) from error
    return parse_origin(record, str(path))


def is_from_wiki(raw: Path) -> bool:
    """Say whether a raw file's origin record says that it is the wikitext of a wiki's page."""
    for path in (coming_path_of(raw), path_of(raw)):
        try:
            record = json.loads(path.read_text("utf-8"))
        except (OSError, ValueError, RecursionError):
            continue
        if isinstance(record, dict) and record.get("source_format") == "mediawiki":
            return True
    return False


def parse_origin(record: Any, file: str) -> Origin:
    """Return the origin record that a JSON value holds.

    Raises:
        InputError: naming the field that is missing, unknown or of the wrong kind.
    """
    if not isinstance(record, dict):
        raise InputError(file, "the origin record is not a JSON object")
    names = {field.name for field in fields(Origin)}
    for name in _REQUIRED:
        if name not in record:
            raise InputError(file, "the origin record lacks a field", place=name)
    for name, value in record.items():
        if name not in names:
            raise InputError(file, "the origin record has an unknown field", place=str(name))
        if not _is_allowed(name, value):
            raise InputError(file, "not a value of this field", place=name, value=repr(value))
    times = {name: _time(record.get(name), name, file) for name in ("retrieved_at", "revision_timestamp")}
    return Origin(**{**record, **times})


def origin_record(origin: Origin) -> dict[str, str | int | None]:
    """Return an origin record as a JSON value; fields that only wikis have are left out where empty."""
    record = {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name, value in asdict(origin).items()
    }
    return {name: value for name, value in record.items() if value is not None or name not in _OF_WIKIS}


def _is_allowed(name: str, value: object) -> bool:
    if name in ("bytes", "revision_id", "page_id"):
        is_count = isinstance(value, int) and not isinstance(value, bool) and value >= 0
        return is_count or (value is None and name != "bytes")
    if value is None:
        return name == "url" or name not in _REQUIRED
    if not isinstance(value, str) or not value.strip() or not value.isprintable():
        return False
    return name not in _PATTERNS or _PATTERNS[name].fullmatch(value) is not None


def _time(value: str | None, name: str, file: str) -> datetime | None:
    if value is None:
        return None
    try:
        time = datetime.fromisoformat(value)
    except ValueError as error:
        raise InputError(file, "not an ISO 8601 time", place=name, value=value) from error
    if time.tzinfo is None:
        raise InputError(file, "a time without its time zone", place=name, value=value)
    return time
