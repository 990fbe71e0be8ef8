"""`datapackage.json`: the dataset described for programs, by the Frictionless data package profile.

https://specs.frictionlessdata.io (v1).  The same tables give the same bytes: no time, no random id.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

import pyarrow as pa

from tasks.tables.column import Column
from tasks.tables.geoparquet import BBOX, GEOMETRY
from tasks.tables.table import ForeignKey, Table
from tasks.tables.tables import TABLES
from tasks.tables.terms import Terms
from tasks.version import EXTRACTOR_VERSION, SCHEMA_VERSION

_TYPES = {
    "string": "string",
    "bool": "boolean",
    "double": "number",
    "float": "number",
    "date32[day]": "date",
    "timestamp[us, tz=UTC]": "datetime",
}


class Facts(Protocol):
    """What is known of a published file."""

    @property
    def bytes(self) -> int:
        """Its size."""

    @property
    def sha256(self) -> str:
        """Its checksum, in hexadecimal."""

    @property
    def rows(self) -> int | None:
        """Its rows, or None if it is no table."""


def datapackage(files: Mapping[str, Facts], terms: Terms) -> dict[str, Any]:
    """Return the description of a dataset.

    Args:
        files: facts by file name (`events.parquet`); names that are no table's file are left out.
        terms: of its texts; without any that is known the package declares no licence.
    """
    note = f" {terms.note}" if terms.note else ""
    return {
        "profile": "data-package",
        "name": "casus",
        "title": "Conflict events, actors and claims from articles",
        "description": "Tidy tables of what articles report about conflict events, who was involved, and "
        f"who said what about it; each row points at the words it came from.{note}",
        "version": SCHEMA_VERSION,
        "code_version": EXTRACTOR_VERSION,
        **({"licenses": [dict(one) for one in terms.licenses]} if terms.licenses else {}),
        "resources": [
            _resource(table, files[f"{name}.parquet"])
            for name, table in TABLES.items()
            if f"{name}.parquet" in files
        ],
    }


def _resource(table: Table, facts: Facts) -> dict[str, Any]:
    return {
        "name": table.name,
        "path": f"{table.name}.parquet",
        "title": table.name.replace("_", " ").capitalize(),
        "description": " ".join((table.description, *table.usage)),
        "profile": "data-resource",
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "bytes": facts.bytes,
        "hash": f"sha256:{facts.sha256}",
        "rows": facts.rows,
        "schema": table_schema(table),
    }


def table_schema(table: Table) -> dict[str, Any]:
    """Return a table's Frictionless table schema."""
    fields = [_field(column, column.name in table.nullable) for column in table.columns]
    if table.name == "events":
        fields += [
            {"name": BBOX, "type": "object", "description": "Bounding box of the geometry."},
            {"name": GEOMETRY, "type": "any", "description": "Point as WKB (GeoParquet 1.1)."},
        ]
    schema: dict[str, Any] = {"fields": fields, "primaryKey": list(table.key), "missingValues": [""]}
    if table.foreign_keys:
        schema["foreignKeys"] = [_foreign_key(table, link) for link in table.foreign_keys]
    return schema


def _foreign_key(table: Table, link: ForeignKey) -> dict[str, Any]:
    resource = "" if link.table == table.name else link.table
    return {"fields": [link.column], "reference": {"resource": resource, "fields": [link.target]}}


def _field(column: Column, nullable: bool) -> dict[str, Any]:
    if pa.types.is_integer(column.type):
        kind = "integer"
    elif pa.types.is_list(column.type):
        kind = "array"
    else:
        kind = _TYPES[str(column.type)]
    field: dict[str, Any] = {"name": column.name, "type": kind, "description": column.description}
    constraints = _constraints(column, nullable)
    if constraints:
        field["constraints"] = constraints
    if column.unit:
        field["unit"] = column.unit
    return field


def _constraints(column: Column, nullable: bool) -> dict[str, Any]:
    found: dict[str, Any] = {} if nullable or column.may_be_empty else {"required": True}
    if column.values:
        found["enum"] = list(column.values)
    if column.pattern:
        found["pattern"] = column.pattern
    for name, limit in (("minimum", column.minimum), ("maximum", column.maximum)):
        if limit is not None:
            found[name] = limit
    return found
