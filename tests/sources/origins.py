"""Origin records as they lie beside raw files."""

import json
from pathlib import Path

from tasks.sources.origin import Origin, origin_record, path_of


def write_origin(raw: Path, origin: Origin) -> None:
    """Write the record of a raw file beside it."""
    path_of(raw).write_text(json.dumps(origin_record(origin)), "utf-8")
