"""What the last run that published, or found nothing new, worked on and found: for the run after it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tasks.disk.durable import write_whole


@dataclass(frozen=True, slots=True)
class Last:
    """A run that ended well.

    Attributes:
        mark: of all code, lexicons and rules.
        version: that readers got at its end.
        inputs: checksum of the articles' results and of what else they depend on.
        broken: ids of articles and of actors with rows that broke a rule, and the rules, each under its name;
            None where that is not known.
        verdict: what was noted of its validation.
        content: what was noted of its tables.
        quarantine: rows that were set aside, as lines of a file by its name.
    """

    mark: str
    version: str
    inputs: str
    broken: Mapping[str, Sequence[str]] | None
    verdict: Mapping[str, Any]
    content: Mapping[str, Any]
    quarantine: Mapping[str, str]


def write_last(path: Path, last: Last) -> None:
    """Keep it.

    Raises:
        OSError: if it cannot be written; the one before stays.
    """
    content = json.dumps(asdict(last), ensure_ascii=False).encode()
    write_whole(path, _checksum(content) + b"\n" + content)


def read_last(path: Path) -> Last | None:
    """Return what is kept there, None where nothing is or it is torn."""
    try:
        checksum, _, content = path.read_bytes().partition(b"\n")
        if checksum != _checksum(content):
            return None
        return Last(**json.loads(content))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _checksum(content: bytes) -> bytes:
    return hashlib.sha256(content).hexdigest().encode()
