"""Coordinates: every form of `{{coord}}`, and the fields of infoboxes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tasks.model.article import Coordinates

_NUMBER = re.compile(r"[-+−]?[0-9]{1,3}(?:\.[0-9]{1,12})?")
_LATITUDE, _LONGITUDE = "NS", "EW"


def coordinates_of(words: Sequence[str], raw: str, is_title: bool) -> Coordinates | None:
    """Return what the arguments of a coord template say, or None if they say no place on the globe.

    Known forms: decimal degrees with or without N/S and E/W, degrees and minutes, degrees, minutes
    and seconds. Further arguments ("type:city", "display=title") are not looked at.

    Args:
        words: the arguments without a name, in order.
        raw: the markup, which is kept.
        is_title: whether they are those of the page's subject.
    """
    parsed = _angles(words)
    if parsed is None:
        return None
    latitude, longitude = parsed
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        return None
    return Coordinates(round(latitude, 6), round(longitude, 6), raw, is_title)


def shown_coordinates(words: Sequence[str]) -> str:
    """Return coordinates as a reader sees them: "37°16′14.66″N 76°41′59.98″W"."""
    groups = _groups(words)
    if groups is None:
        numbers = [_float(word) for word in words[:2]]
        north, east = numbers[0] or 0.0, numbers[1] or 0.0
        return f"{abs(north):g}°{'N' if north >= 0 else 'S'} {abs(east):g}°{'E' if east >= 0 else 'W'}"
    signs = "°′″"
    return " ".join(
        "".join(number + sign for number, sign in zip(numbers, signs, strict=False)) + side
        for numbers, side in groups
    )


def coordinates_of_fields(fields: Mapping[str, str]) -> Coordinates | None:
    """Return what an infobox's fields for degrees, minutes, seconds and directions say, if anything.

    Args:
        fields: values by canonical name ("latitude", "latitude_minutes", "latitude_direction", ...).
    """
    if not fields.get("latitude") or not fields.get("longitude"):
        return None
    values: list[str] = []
    for name, default in (("latitude", "N"), ("longitude", "E")):
        parts = [fields.get(name + part, "") for part in ("", "_minutes", "_seconds")]
        while len(parts) > 1 and not parts[-1]:
            parts.pop()
        direction = fields.get(name + "_direction", "")[:1].upper()
        if parts[0].lstrip().startswith(("-", "−")) and len(parts) == 1:
            direction = {"N": "S", "E": "W"}[default]
            parts[0] = parts[0].lstrip().lstrip("-−")
        values += [*(part or "0" for part in parts), direction or default]
    return coordinates_of(values, "; ".join(f"{k}={v}" for k, v in fields.items() if v), True)


def _angles(words: Sequence[str]) -> tuple[float, float] | None:
    groups = _groups(words)
    if groups is None:
        if len(words) < 2:
            return None
        first, second = _float(words[0]), _float(words[1])
        return None if first is None or second is None else (first, second)
    (north, side), (east, other) = groups
    latitude, longitude = _degrees(north), _degrees(east)
    if latitude is None or longitude is None:
        return None
    return (-latitude if side == "S" else latitude), (-longitude if other == "W" else longitude)


def _groups(words: Sequence[str]) -> list[tuple[list[str], str]] | None:
    """Return the numbers before "N" or "S" and before "E" or "W"; None without such letters."""
    found: list[tuple[list[str], str]] = []
    numbers: list[str] = []
    for word in (word.strip() for word in words):
        if word.upper() in ("N", "S", "E", "W"):
            found.append((numbers, word.upper()))
            numbers = []
            if len(found) == 2:
                break
        elif word:
            numbers.append(word)
    if len(found) < 2 or found[0][1] not in _LATITUDE or found[1][1] not in _LONGITUDE:
        return None
    return found


def _degrees(numbers: Sequence[str]) -> float | None:
    """Return degrees from degrees, minutes and seconds; None if one is no number or too large."""
    values = [_float(number) for number in numbers]
    if not 1 <= len(values) <= 3:
        return None
    total = 0.0
    for value, unit in zip(values, (1, 60, 3600), strict=False):
        if value is None or value < 0 or (unit > 1 and value >= 60):
            return None
        total += value / unit
    return total


def _float(word: str) -> float | None:
    word = word.strip().rstrip("°′″'\"")
    return float(word.replace("−", "-")) if _NUMBER.fullmatch(word) else None
