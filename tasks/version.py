"""Which code made a row: the version of the installed package, in every file that casus writes."""

from __future__ import annotations

from functools import cache
from importlib.metadata import PackageNotFoundError, version

UNINSTALLED = "0+uninstalled"


@cache
def extractor_version() -> str:
    """Return the version of the installed casus package, or `UNINSTALLED` in a bare source tree."""
    try:
        return version("casus")
    except PackageNotFoundError:
        return UNINSTALLED
