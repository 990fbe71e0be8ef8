"""Columns that say where an event happened."""

from __future__ import annotations

import pyarrow as pa

from tasks.tables.column import Column

COLUMNS = (
    Column("location_raw", pa.string(), "The words that name the place."),
    Column("location", pa.string(), "The place, resolved."),
    Column("adm_2", pa.string(), "The second-level administrative unit (district) that holds the place."),
    Column("adm_1", pa.string(), "The first-level administrative unit (province) that holds the place."),
    Column("country", pa.string(), "The country that holds the place."),
    Column(
        "country_iso3", pa.string(), "The country's ISO 3166-1 code of three letters.", pattern="[A-Z]{3}"
    ),
    Column(
        "latitude",
        pa.float64(),
        "Latitude, only with a gazetteer entry or coordinates in the source.",
        minimum=-90,
        maximum=90,
        unit="degrees, WGS 84",
    ),
    Column(
        "longitude",
        pa.float64(),
        "Longitude, only with a gazetteer entry or coordinates in the source.",
        minimum=-180,
        maximum=180,
        unit="degrees, WGS 84",
    ),
    Column(
        "where_prec",
        pa.int8(),
        "Precision of the place, by UCDP: 1 exact, 2 within 25 km, 3 district, 4 province, 5 vague, "
        "6 country, 7 sea or air.",
        minimum=1,
        maximum=7,
    ),
    Column("place_basis", pa.string(), "How the place was resolved.", pattern="[a-z][a-z0-9_+]*"),
    Column("geonameid", pa.int64(), "The place's number in GeoNames.", minimum=1),
)
