"""A version's manifest: what its files are, and which run made them.

The tables are the same bytes whoever makes them; the run and the hour stand here and nowhere else.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tasks.publish.errors import DamagedVersionError

FILE = "manifest.json"
FORMAT = 1  # of this file; the tables' own version is `schema_version`


@dataclass(frozen=True, slots=True)
class FileFacts:
    """One published file. `rows` is None for a file that is no table."""

    bytes: int
    sha256: str
    rows: int | None = None


@dataclass(frozen=True, slots=True)
class Manifest:
    """All that a version says about itself.

    Attributes:
        version: its name.
        content: checksum (hex) over names and checksums of `files`: the same data, the same value.
        schema_version: of the tables.
        run_id: the run that published it.
        published_at: when, by that machine's clock, UTC.
        previous: the version that was current before, or None.
        files: by name, sorted.
    """

    version: str
    content: str
    schema_version: str
    run_id: str
    published_at: datetime
    previous: str | None
    files: Mapping[str, FileFacts]

    @property
    def tables(self) -> Mapping[str, FileFacts]:
        """The tables' files, by table name."""
        return {
            name.removesuffix(".parquet"): facts
            for name, facts in self.files.items()
            if name.endswith(".parquet")
        }

    def to_json(self) -> bytes:
        """Return the manifest as the bytes of its file."""
        record: dict[str, Any] = {"manifest_format": FORMAT, **asdict(self)}
        record["published_at"] = self.published_at.astimezone(UTC).isoformat()
        return (json.dumps(record, indent=2, sort_keys=True) + "\n").encode()


def content_of(files: Mapping[str, FileFacts]) -> str:
    """Return the checksum (hex) that stands for all the given files together."""
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(json.dumps([name, files[name].sha256]).encode())
    return digest.hexdigest()


def read_manifest(folder: Path) -> Manifest:
    """Return the manifest in a version's folder.

    Raises:
        DamagedVersionError: if it is missing or cannot be understood.
    """
    path = folder / FILE
    try:
        record = json.loads(path.read_bytes())
        if record.pop("manifest_format") != FORMAT:
            raise DamagedVersionError(f"{path}: of a format that this casus does not know")
        files = {name: FileFacts(**facts) for name, facts in sorted(record.pop("files").items())}
        moment = datetime.fromisoformat(record.pop("published_at"))
        return Manifest(files=files, published_at=moment, **record)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise DamagedVersionError(f"{path}: cannot be read as a manifest: {error}") from error
