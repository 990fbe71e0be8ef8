"""Checksums of the code: what it is that made something which is kept between runs."""

from __future__ import annotations

import hashlib
import json
import sys
from functools import cache
from importlib.metadata import version
from pathlib import Path

TASKS = Path(__file__).resolve().parent.parent
EXPECTATIONS = TASKS.parent / "expectations"
# What cannot change an article's rows: it comes after them, or around them.
WITHOUT_EFFECT = (
    "disk",
    "mediawiki",
    "processes",
    "publish",
    "report",
    "run",
    "validate",
    "steps.py",
    "pipeline",
    "settings",
    "visible.py",
)
# The libraries that decide what stands in a table's file, and what validation says of it.
LIBRARIES = ("great-expectations", "numpy", "pandas", "pyarrow")


@cache
def code_fingerprint() -> str:
    """Return a checksum (16 hex digits) of all code and lexicons that an article's rows depend on."""
    digest = hashlib.sha256()
    for name, checksum in _checksums():
        if name.partition("/")[0] not in WITHOUT_EFFECT:
            digest.update(json.dumps([name, checksum]).encode())
    return digest.hexdigest()[:16]


@cache
def whole_fingerprint() -> str:
    """Return a checksum of all code, lexicons and expectations, of Python and the libraries of tables."""
    rules = [[path.name, path.read_text("utf-8")] for path in sorted(EXPECTATIONS.glob("*.json"))]
    around = [sys.version, *(version(library) for library in LIBRARIES)]
    return hashlib.sha256(json.dumps([_checksums(), rules, around]).encode()).hexdigest()


@cache
def _checksums() -> tuple[tuple[str, str], ...]:
    """Return the checksum of every file of code and lexicons, by its name below `tasks/`."""
    paths = [path for path in sorted(TASKS.rglob("*")) if path.suffix in (".py", ".csv", ".json")]
    return tuple(
        (path.relative_to(TASKS).as_posix(), hashlib.sha256(path.read_bytes()).hexdigest()) for path in paths
    )
