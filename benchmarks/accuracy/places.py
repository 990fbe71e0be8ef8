"""Places: how many of those that events state are resolved, and how many of them wrongly.

Resolved are all events' places, counted on every article; wrong ones are counted on a list of places that
was checked by hand (`tests/gold/places.csv`), within 25 km: UCDP's second precision.
"""

from __future__ import annotations

import csv
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.accuracy.dataset import Row
from benchmarks.accuracy.matching import Count, share
from benchmarks.accuracy.tokens import name_key

COLUMNS = ["title", "words", "country_iso3", "latitude", "longitude"]
NEAR_KM = 25.0
_EARTH_KM = 6371.0


class PlaceListError(ValueError):
    """The list of checked places is not valid; the message names file, line and value."""


@dataclass(frozen=True, slots=True)
class CheckedPlace:
    """A place as a human checked it; without a point where it is a region."""

    words: str
    country_iso3: str
    point: tuple[float, float] | None


def read_places(path: Path) -> Mapping[str, Sequence[CheckedPlace]]:
    """Return the checked places of each article by the key of its title; none if there is no such file.

    Raises:
        PlaceListError: on other columns, a cell that is empty, a point that is none.
    """
    found: defaultdict[str, list[CheckedPlace]] = defaultdict(list)
    if not path.exists():
        return found
    lines = [
        (number, line)
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if line and not line.startswith("#")
    ]
    rows = list(csv.reader(line for _, line in lines))
    if not rows or rows[0] != COLUMNS:
        raise PlaceListError(f"{path.name}: columns are {rows[:1]}, not {COLUMNS}")
    for (number, _), row in zip(lines[1:], rows[1:], strict=True):
        title, place = _checked(row, f"{path.name}:{number}")
        found[name_key(title)].append(place)
    return found


def _checked(row: list[str], where: str) -> tuple[str, CheckedPlace]:
    if len(row) != len(COLUMNS) or not all(row[:3]) or bool(row[3]) != bool(row[4]):
        raise PlaceListError(f"{where}: {row}: title, words and country are needed, a point is two numbers")
    try:
        point = (float(row[3]), float(row[4])) if row[3] else None
    except ValueError as error:
        raise PlaceListError(f"{where}: {row[3:]} is no point") from error
    if point is not None and not (-90 <= point[0] <= 90 and -180 <= point[1] <= 180):
        raise PlaceListError(f"{where}: {point} is no point on Earth")
    return row[0], CheckedPlace(row[1], row[2], point)


def score_places(
    checked: Sequence[CheckedPlace], events: Sequence[Row]
) -> tuple[dict[str, Count], list[str]]:
    """Return how many stated places are resolved, how many checked ones wrongly, and what is wrong.

    `place_country`, `place_point`: of the events that state a place, those with a country and with a point.
    `place_wrong_country`, `place_wrong_point`: of the checked ones that have one, the wrong ones.
    """
    stated = [event for event in events if event.get("location_raw")]
    counts = {
        "place_country": share(sum(bool(e.get("country_iso3")) for e in stated), len(stated)),
        "place_point": share(sum(e.get("latitude") is not None for e in stated), len(stated)),
    }
    pairs = list(_pairs(checked, stated))
    with_country = [(place, event) for place, event in pairs if event.get("country_iso3")]
    with_point = [(place, event) for place, event in pairs if event.get("latitude") is not None]
    astray = [(p, e) for p, e in with_country if e["country_iso3"] != p.country_iso3]
    off = [(p, e) for p, e in with_point if not _is_near(p, e)]
    if checked:
        counts["place_wrong_country"] = share(len(astray), len(with_country))
        counts["place_wrong_point"] = share(len(off), len(with_point))
    wrong = [f"place {p.words}: country {e['country_iso3']}, not {p.country_iso3}" for p, e in astray]
    wrong += [f"place {p.words}: {e['latitude']}, {e['longitude']}, not {p.point}" for p, e in off]
    return counts, wrong


def _pairs(checked: Sequence[CheckedPlace], stated: Sequence[Row]) -> Iterator[tuple[CheckedPlace, Row]]:
    """Yield each checked place with the first event whose words for its place hold it."""
    for place in checked:
        event = next((e for e in stated if place.words.lower() in str(e["location_raw"]).lower()), None)
        if event is not None:
            yield place, event


def _is_near(place: CheckedPlace, event: Row) -> bool:
    """Say whether an event's point is that of the place, within `NEAR_KM` by the haversine formula."""
    if place.point is None:
        return False
    lat, lon = math.radians(place.point[0]), math.radians(place.point[1])
    lat2, lon2 = math.radians(event["latitude"]), math.radians(event["longitude"])
    half = math.sin((lat2 - lat) / 2) ** 2 + math.cos(lat) * math.cos(lat2) * math.sin((lon2 - lon) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(math.sqrt(half)) <= NEAR_KM
