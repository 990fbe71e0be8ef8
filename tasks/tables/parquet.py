"""Tables to Parquet files, byte for byte the same for the same table."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from tasks.tables.geoparquet import with_geometry

ROW_GROUP = 131_072


def write_parquet(table: pa.Table, path: Path, *, compression: str = "zstd") -> None:
    """Write a table that `tasks.tables.arrow` made; events get a geometry and become GeoParquet.

    Settings as measured: zstd 3 is half of snappy's size at the same reading speed, row groups of
    128k rows with a page index let readers skip, content-defined chunks keep snapshots of slowly
    changing tables similar.  The path must not be one that somebody reads: this writes in place.

    Args:
        table: with the schema of `arrow_schema`.
        path: of the file to be.
        compression: "snappy" for readers without zstd (some builds of R).
    """
    if (table.schema.metadata or {}).get(b"table") == b"events":
        table = with_geometry(table)
    pq.write_table(
        table.combine_chunks(),  # how a table is cut in memory must not show in its file
        path,
        compression=compression,
        compression_level=3 if compression == "zstd" else None,
        row_group_size=ROW_GROUP,
        write_page_index=True,
        use_content_defined_chunking=True,
    )
