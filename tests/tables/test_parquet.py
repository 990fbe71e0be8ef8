"""Files are the same bytes each time, and open with one line in pandas, Polars and DuckDB."""

import json
import struct
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tasks.tables import TABLES, arrow_schema, to_table, write_parquet
from tests.miniature import Rows


@pytest.fixture
def folder(tmp_path: Path, miniature_tables: dict[str, pa.Table]) -> Path:
    """A folder with the miniature dataset's files."""
    for name, table in miniature_tables.items():
        write_parquet(table, tmp_path / f"{name}.parquet")
    return tmp_path


def test_same_rows_same_bytes(folder: Path, miniature_rows: Rows, tmp_path: Path) -> None:
    """Writing again, from rows in another order, gives the same file."""
    for name, rows in miniature_rows.items():
        write_parquet(to_table(name, reversed(rows)), tmp_path / "again.parquet")
        assert (tmp_path / "again.parquet").read_bytes() == (folder / f"{name}.parquet").read_bytes()


@pytest.mark.parametrize("name", TABLES)
def test_each_reader_sees_all_rows_and_columns(name: str, folder: Path, miniature_rows: Rows) -> None:
    """One line of pandas, Polars or DuckDB loads a table; pandas keeps whole numbers."""
    path = str(folder / f"{name}.parquet")
    extra = ["bbox", "geometry"] if name == "events" else []
    columns, rows = [*TABLES[name].names, *extra], len(miniature_rows[name])
    frame = pd.read_parquet(path)
    assert (list(frame), len(frame)) == (columns, rows)
    assert pl.read_parquet(path).shape == (rows, len(columns))
    assert duckdb.sql(f"select * from '{path}'").columns == columns
    assert duckdb.sql(f"select count(*) from '{path}'").fetchall() == [(rows,)]
    for field in arrow_schema(name):
        if pa.types.is_integer(field.type) and field.nullable:
            assert str(frame[field.name].dtype) == str(field.type).capitalize()


@pytest.mark.parametrize("name", TABLES)
def test_files_say_what_they_are(name: str, folder: Path) -> None:
    """Descriptions, key, versions and licence travel in the file; so do row groups' page indexes."""
    schema = pq.read_schema(folder / f"{name}.parquet")
    for key in (b"description", b"primary_key", b"schema_version", b"code_version", b"license"):
        assert schema.metadata[key]
    assert all(field.metadata[b"description"] for field in schema)
    read = pq.read_table(folder / f"{name}.parquet").select(TABLES[name].names)
    assert read.schema.types == arrow_schema(name).types
    metadata = pq.ParquetFile(folder / f"{name}.parquet").metadata
    assert all(
        metadata.row_group(0).column(n).compression == "ZSTD"
        for n in range(metadata.num_columns if metadata.num_row_groups else 0)
    )


def test_events_are_geoparquet(folder: Path) -> None:
    """Points are WKB, longitude first, last column; without coordinates there is none."""
    table = pq.read_table(folder / "events.parquet")
    geo = json.loads(table.schema.metadata[b"geo"])
    assert (geo["version"], geo["primary_column"]) == ("1.1.0", "geometry")
    assert geo["columns"]["geometry"]["bbox"] == [10.5, 59.25, 10.5, 59.25]
    assert table.column_names[-1] == "geometry"
    points = dict(zip(table["event_id"].to_pylist(), table["geometry"].to_pylist(), strict=True))
    assert struct.unpack("<BIdd", points["event-1"]) == (1, 1, 10.5, 59.25)
    assert points["event-2"] is None
    path = folder / "events.parquet"
    kind, longitude = duckdb.sql(
        f"select typeof(geometry), bbox.xmin from '{path}' where geometry is not null"
    ).fetchall()[0]
    assert kind.startswith("GEOMETRY")
    assert longitude == 10.5


def test_events_without_any_coordinates(tmp_path: Path, miniature_rows: Rows) -> None:
    """A dataset in which no event has coordinates still is GeoParquet that all readers open."""
    rows = [row | {"latitude": None, "longitude": None} for row in miniature_rows["events"]]
    path = tmp_path / "events.parquet"
    for some in (rows, []):
        write_parquet(to_table("events", some), path)
        assert "bbox" not in json.loads(pq.read_schema(path).metadata[b"geo"])["columns"]["geometry"]
        assert pd.read_parquet(path)["geometry"].isna().all()
        assert pl.read_parquet(path)["geometry"].null_count() == len(some)
        assert duckdb.sql(f"select count(geometry) from '{path}'").fetchall() == [(0,)]


def test_snappy_for_readers_without_zstd(tmp_path: Path, miniature_tables: dict[str, pa.Table]) -> None:
    """Another compression can be asked for."""
    write_parquet(miniature_tables["claims"], tmp_path / "claims.parquet", compression="snappy")
    assert pq.ParquetFile(tmp_path / "claims.parquet").metadata.row_group(0).column(0).compression == "SNAPPY"
