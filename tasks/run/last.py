"""What the last run that published, or found nothing new, worked on and found: for the run after it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tasks.disk.durable import write_whole
from tasks.run.checksummed import checksummed, unpacked


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
    write_whole(path, checksummed(content))


def read_last(path: Path) -> Last | None:
    """Return what is kept there, None where nothing is or it is torn."""
    try:
        content = unpacked(path.read_bytes())
        return None if content is None else Last(**json.loads(content))
    except (OSError, ValueError, KeyError, TypeError):
        return None
