"""Which code made a row, and which version of the tables it keeps: in every file that casus writes."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version


def _installed() -> str:
    try:
        return version("casus")
    except PackageNotFoundError:
        return "0+uninstalled"


# Of the tables' columns and meanings.  Raise the first number when a column is renamed, dropped or
# changes its meaning, the second when one is added.
SCHEMA_VERSION = "1.1"

# Of the code: the installed package's.
EXTRACTOR_VERSION = _installed()
