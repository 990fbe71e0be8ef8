"""One table of a published version, read whole; a file that is missing or torn is said, not thrown."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from tasks.publish.errors import DamagedVersionError


def stored_table(folder: Path, name: str, columns: Sequence[str] | None = None) -> pa.Table:
    """Return a table of a version's folder, or the named columns of it.

    Raises:
        DamagedVersionError: if its file is missing or cannot be read as Parquet.
    """
    path = folder / f"{name}.parquet"
    try:
        return pq.read_table(path, columns=None if columns is None else list(columns))
    except FileNotFoundError as error:
        raise DamagedVersionError(f"{path}: is missing") from error
    except (OSError, pa.ArrowInvalid) as error:
        raise damaged(path, error) from error


def damaged(path: Path, error: Exception) -> Exception:
    """Return what is to be said of a file that cannot be read; what the operating system refused stays."""
    # Arrow raises OSError without a number for bytes that it cannot make sense of.
    if isinstance(error, OSError) and error.errno is not None:
        return error
    return DamagedVersionError(
        f"{path}: is damaged (`casus check` lists what is; the next run publishes anew)"
    )
