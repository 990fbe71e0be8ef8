"""Whether this is a compiled build, and of which sources.

A compiled build (`make install-compiled`) is a copy of the sources with machine code beside the hottest
modules.  It keeps the digest of what it was made from, so that nobody takes it for sources that were edited
since.  Nothing of the project is imported here: what builds it reads this file before anything is installed.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

PACKAGES = ("flows", "tasks", "expectations")
KEPT_IN = Path("tasks", "compiled_from.txt")  # below where the packages lie; only a compiled build has it
_SOURCES = (".py", ".csv", ".json", ".jinja")
HERE = Path(__file__).resolve().parent.parent


def digest_of_sources(root: Path) -> str:
    """Return 16 hex digits that change with any code, lexicon or expectation of the packages in a folder."""
    digest = hashlib.sha256()
    for package in PACKAGES:
        for path in sorted((root / package).rglob("*")):
            if path.suffix in _SOURCES and path.is_file():
                content = hashlib.sha256(path.read_bytes()).hexdigest()
                digest.update(f"{path.relative_to(root).as_posix()} {content}\n".encode())
    return digest.hexdigest()[:16]


def compiled_from(root: Path = HERE) -> str | None:
    """Return the digest of the sources that a folder's packages were compiled from; None: they were not."""
    kept = root / KEPT_IN
    return kept.read_text("utf-8").split()[0] if kept.exists() else None


def is_stale(checkout: Path, root: Path = HERE) -> bool:
    """Say whether a compiled build was made from other sources than now lie in a checkout."""
    made_from = compiled_from(root)
    return made_from is not None and made_from != digest_of_sources(checkout)
