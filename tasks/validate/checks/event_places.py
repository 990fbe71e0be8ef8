"""Places: coordinates are whole, are no placeholder, lie in their country, and say how they were come by."""

from __future__ import annotations

from tasks.places.countries_and_regions import code_of_two
from tasks.places.near import lies_elsewhere
from tasks.validate.checks.check import Check, Found
from tasks.validate.staged import Staged


def _coordinates_are_whole(staged: Staged) -> Found:
    columns = staged.rows("events", "latitude", "longitude", "where_prec", "place_basis")
    for row, (latitude, longitude, precision, basis) in enumerate(columns):
        if (latitude is None) != (longitude is None) or (latitude is not None and None in (precision, basis)):
            yield row, f"{latitude}, {longitude}, where_prec {precision}, place_basis {basis}"


def _not_null_island(staged: Staged) -> Found:
    for row, (latitude, longitude) in enumerate(staged.rows("events", "latitude", "longitude")):
        if latitude == longitude == 0:
            yield row, "0, 0"


def _country_has_its_basis(staged: Staged) -> Found:
    columns = staged.rows("events", "country", "country_iso3", "geonameid", "place_basis")
    for row, (country, code, geonameid, basis) in enumerate(columns):
        if basis is None and (country, code, geonameid) != (None, None, None):
            yield row, country or code or geonameid


def _country_around_coordinates(staged: Staged) -> Found:
    """Yield events whose coordinates lie among towns of other countries, far from any of their own."""
    columns = staged.rows("events", "country_iso3", "latitude", "longitude")
    for row, (iso3, latitude, longitude) in enumerate(columns):
        code = None if None in (iso3, latitude, longitude) else code_of_two(iso3)
        if code is not None and lies_elsewhere(latitude, longitude, code):
            yield row, f"{latitude}, {longitude} in {iso3}"


CHECKS = (
    Check(
        "coordinates_are_whole",
        "events",
        ("latitude", "longitude", "where_prec", "place_basis"),
        "Latitude and longitude come together, with precision and basis.",
        _coordinates_are_whole,
    ),
    Check(
        "no_null_island",
        "events",
        ("latitude", "longitude", "0"),
        "0, 0 is what unknown coordinates look like, not a place of an event.",
        _not_null_island,
    ),
    Check(
        "place_has_its_basis",
        "events",
        ("country", "country_iso3", "geonameid", "place_basis"),
        "A resolved place says how it was resolved.",
        _country_has_its_basis,
    ),
    Check(
        "country_is_around_coordinates",
        "events",
        ("country_iso3", "latitude", "longitude"),
        "Coordinates lie in the country of their row, or where no other country's towns are close.",
        _country_around_coordinates,
        scope="table",
    ),
)
