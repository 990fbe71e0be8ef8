"""GeoParquet 1.1: a point geometry for rows with latitude and longitude.

WKB in a BINARY column, not Parquet's own GEOMETRY type, which older readers cannot open at all.
The coordinate system is left out, which by the specification means OGC:CRS84 (longitude first).
"""

from __future__ import annotations

import json
import struct
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

GEOMETRY = "geometry"
BBOX = "bbox"
_BBOX_TYPE = pa.struct([pa.field(name, pa.float64()) for name in ("xmin", "ymin", "xmax", "ymax")])
_POINT = struct.Struct("<BIdd")  # little endian, type 1, x, y


def with_geometry(table: pa.Table) -> pa.Table:
    """Return the table with `bbox` and, last, `geometry`; both NULL where a coordinate is missing."""
    pairs = list(zip(table["longitude"].to_pylist(), table["latitude"].to_pylist(), strict=True))
    known = [None if None in pair else pair for pair in pairs]
    points = pa.array([None if pair is None else _POINT.pack(1, 1, *pair) for pair in known], pa.binary())
    boxes = pa.array(
        [None if pair is None else dict(zip(_BBOX_TYPE.names, pair * 2, strict=True)) for pair in known],
        _BBOX_TYPE,
    )
    described = (
        (BBOX, boxes, "Bounding box of the geometry, for filters (GeoParquet's covering)."),
        (GEOMETRY, points, "The point as WKB: longitude and latitude in WGS 84."),
    )
    metadata = dict(table.schema.metadata or {})
    for name, array, description in described:
        table = table.append_column(pa.field(name, array.type, metadata={"description": description}), array)
    metadata[b"geo"] = json.dumps(_geo(table), sort_keys=True).encode()
    return table.replace_schema_metadata(metadata)


def _geo(table: pa.Table) -> dict[str, Any]:
    column: dict[str, Any] = {
        "encoding": "WKB",
        "geometry_types": ["Point"],
        "covering": {BBOX: {name: [BBOX, name] for name in _BBOX_TYPE.names}},
    }
    placed = table.filter(pc.is_valid(table[GEOMETRY]))
    if placed.num_rows:
        x, y = pc.min_max(placed["longitude"]).as_py(), pc.min_max(placed["latitude"]).as_py()
        column["bbox"] = [x["min"], y["min"], x["max"], y["max"]]
    return {"version": "1.1.0", "primary_column": GEOMETRY, "columns": {GEOMETRY: column}}
