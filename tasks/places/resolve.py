"""From the words for a place to the place: names by level, country, gazetteer entry, precision.

Nothing is looked up outside the country that the text gives or that its words imply.  Several
entries of one name stay unresolved unless one of them is plainly meant (it alone lies in a
province named like the one the text gives, or it is by far the largest).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from tasks.lexicons.construction_words import words
from tasks.model.article import Coordinates
from tasks.model.place import Place
from tasks.places.countries_and_regions import (
    Country,
    country_named,
    country_of_capital,
    country_of_former_town,
    country_of_region,
    country_with_code,
)
from tasks.places.countries_in_view import CountryContext
from tasks.places.folded_place_names import fold
from tasks.places.gazetteer import Entry, lookup, lookup_exact, towns
from tasks.places.gazetteer_entries import entry_of, is_town_around, stem
from tasks.places.near import country_around, lies_elsewhere
from tasks.places.phrase import PlacePhrase
from tasks.places.place_name import PlaceName
from tasks.places.world_cities import of_world_city

_DOMINANCE = 10  # times the people of the next place of the same name
_SPELT = 4  # countries in which they are looked for before a country is guessed
_LIKELY = 2  # countries in which other spellings are looked for, which takes longer
_CANDIDATES = 6  # countries of an article that a place may lie in
_COMPASS = words("compass")
_OPEN_WATER = ("sea", "ocean", "gulf")
_OF_SEVERAL = words("land_of_several") | {"Middle East", "Near East", "Far East"}
_LARGE = 100_000  # people of a town that alone may stand for its country


def resolve_place(
    phrase: PlacePhrase | None,
    context: CountryContext,
    coordinates: Coordinates | None = None,
) -> Place | None:
    """Return the place that a phrase names; None if there are neither words nor coordinates nor country.

    `place_basis` is "coordinates" (the source gives them), "gazetteer" (the text names the country and
    the gazetteer the place), "gazetteer_country" (likewise, the country follows from the words),
    "text" (names only, the country is stated), "text_country" (names only, the country follows) or
    "country_only".
    """
    if phrase is None:
        return _country_only(context, coordinates)
    levels = _levels(phrase.names)
    country, is_stated = _country(phrase, levels, context)
    entry, is_smallest = entry_of(levels, country)
    if entry is not None and not is_smallest and is_town_around(phrase, levels, country):
        levels["adm_2"] = levels.pop("adm_1")
    base = Place(
        raw=phrase.span,
        location=levels.get("location"),
        adm_2=levels.get("adm_2"),
        adm_1=levels.get("adm_1"),
        country=country.name if country else None,
        country_iso3=country.iso3 if country else None,
    )
    if coordinates is not None:
        base = base if is_stated else _on_the_map(base, coordinates)
        return _placed(base, coordinates.latitude, coordinates.longitude, 1, "coordinates", entry)
    if entry is not None:
        basis = "gazetteer" if is_stated else "gazetteer_country"
        precision = 1 if is_smallest and not phrase.is_near else 2
        precision = 3 if set(levels) <= {"adm_2", "adm_1", "country"} else precision
        return _placed(base, entry.latitude, entry.longitude, precision, basis, entry)
    basis = ("text" if is_stated else "text_country") if country else "text"
    if set(levels) <= {"country"}:
        basis = "country_only"
    return _placed(base, None, None, _precision(levels, phrase), basis, None)


def _placed(
    base: Place, latitude: float | None, longitude: float | None, prec: int, basis: str, entry: Entry | None
) -> Place:
    return Place(
        raw=base.raw,
        location=base.location,
        adm_2=base.adm_2,
        adm_1=base.adm_1,
        country=base.country,
        country_iso3=base.country_iso3,
        latitude=latitude,
        longitude=longitude,
        where_prec=prec,
        place_basis=basis,
        geonameid=entry.geonameid if entry else None,
    )


def _country_only(context: CountryContext, coordinates: Coordinates | None) -> Place | None:
    country = context.setting
    if country is None and coordinates is None:
        return None
    base = Place(
        None, country=country.name if country else None, country_iso3=country.iso3 if country else None
    )
    if coordinates is not None:
        base = _on_the_map(base, coordinates)
        return _placed(base, coordinates.latitude, coordinates.longitude, 1, "coordinates", None)
    return _placed(base, None, None, 6, "country_only", None)


def _on_the_map(place: Place, point: Coordinates) -> Place:
    """Return a place in the country around its coordinates, where these lie in none that was guessed."""
    guessed = country_named(place.country) if place.country is not None else None
    if guessed is None or guessed.iso2 is None:
        return place
    if not lies_elsewhere(point.latitude, point.longitude, guessed.iso2):
        return place
    around = country_around(point.latitude, point.longitude)
    country = country_with_code(around) if around is not None else None
    return replace(
        place, country=country.name if country else None, country_iso3=country.iso3 if country else None
    )


def _levels(names: Sequence[PlaceName]) -> dict[str, str]:
    """Return the names by level.

    The first that no designator puts elsewhere is the location, unless it is a venue ("Ahmadiyya
    Mosque") with a town behind it; the next is adm_2, or adm_1 where it is the last and no other is.
    """
    levels: dict[str, str] = {n.part: n.text for n in reversed(names) if n.part is not None}
    if "adm_1" in levels and "country" not in levels and country_named(levels["adm_1"]) is not None:
        others = [n.text for n in names if n.part == "adm_1" and n.text != levels["adm_1"]]
        if others:
            levels["adm_1"] = others[0]
    free = [n for n in names if n.part is None]
    if len(free) > 1 and (free[0].is_venue or (free[0].is_of_site and not towns(free[0].text))):
        free = free[1:]
    for i, name in enumerate(free[:3]):
        if i == 0:
            levels["location"] = name.text
        elif name.is_beside:
            continue
        elif "adm_1" not in levels and i == len(free) - 1:
            levels["adm_1"] = name.text
        else:
            levels.setdefault("adm_2", name.text)
    return levels


def _country(
    phrase: PlacePhrase, levels: dict[str, str], context: CountryContext
) -> tuple[Country | None, bool]:
    """Return the place's country and whether the text states it in the phrase."""
    for name in reversed(phrase.names):
        stated = country_named(name.text) if name.part in ("country", "adm_1") else None
        if stated is not None and name.part == "country" and not name.is_beside:
            return stated, True  # and not "near the Norland border"
    for name in phrase.names:
        compass, _, land = name.text.partition(" ")  # "Northern Nigeria"
        whole = country_named(land) if compass.endswith("ern") and compass.lower() in _COMPASS else None
        if whole is not None and country_named(name.text) is None:
            return whole, False
        region = country_of_region(name.text) or country_of_region(stem(name.text))
        if region is not None:
            return region, False
    hinted = next((c for c in context.every if c.iso3 == phrase.hint), None) if phrase.hint else None
    names = _named_levels(levels) + [n.text for n in phrase.names if n.is_beside]
    if hinted is None:
        return _country_by_towns(names, context), False
    if _holding(names, (hinted,), lookup) is None:  # "the Armenian quarter of Osk", which lies elsewhere
        return _holding(names, context.every[:_CANDIDATES], lookup_exact) or hinted, False
    return hinted, False


def _named_levels(levels: dict[str, str]) -> list[str]:
    return [levels[k] for k in ("location", "adm_2", "adm_1") if k in levels]


def _country_by_towns(names: Sequence[str], context: CountryContext) -> Country | None:
    """Return the country of the article in which the named places lie, else the one it is set in."""
    if names and stem(names[0]) in _OF_SEVERAL:
        return None
    for name in names:
        capital = country_of_capital(name)
        if capital is not None:
            meant = _of_capital(name, capital, context)
            if meant is not None or capital.iso2 is not None:
                return meant
    found = _holding(names, context.every[:_CANDIDATES], lookup_exact)
    found = found or _holding(names, context.every[:_LIKELY], lookup)
    if found is not None:
        return of_world_city(names[0], found, context) or found
    former = next((c for c in map(country_of_former_town, names) if c is not None), None)
    if former is not None and context.titled in (None, former):
        return former
    large = [t for n in names for t in (towns(n) or towns(f"The {n}")) if t.population >= _LARGE]
    meant = _of_town(large) if large else None
    if meant is not None and context.titled is None and not (context.located or context.named):
        return meant  # only adjectives name countries: "an Italian anarchist"
    if any(_is_open_water(name.lower().split()) for name in names):
        return meant  # a sea is in no country, wherever the article is set
    less_likely = _holding(names, context.every[_LIKELY:_SPELT], lookup)
    if less_likely is not None:
        return less_likely
    return context.setting or meant


def _is_open_water(words: Sequence[str]) -> bool:
    return len(words) > 1 and (words[-1] in _OPEN_WATER or (words[0] in _OPEN_WATER and words[1] == "of"))


def _of_capital(name: str, capital: Country, context: CountryContext) -> Country | None:
    """Return the country that a capital's name stands for: its own, unless a namesake may be meant.

    A town of that name elsewhere ("Hamilton", "Tripoli") may be meant where the article speaks of its country
    and not of the capital's, or is set there by its title; where it speaks of neither, nobody can know. What
    was the capital of a state of the past ("Munich") is so only where the article speaks of that state.
    """
    is_today = capital.iso2 is not None
    if is_today and capital in context.every and context.titled in (None, capital):
        return capital  # most are, and no town is looked up
    known = towns(name)
    people = max((town.population for town in known if town.country == capital.iso2), default=0)
    others = {t.country for t in known if t.country != capital.iso2 and t.population * _DOMINANCE >= people}
    is_titled_otherwise = context.titled is not None and context.titled.iso2 in others
    if is_today and (not others or (capital in context.every and not is_titled_otherwise)):
        return capital
    fitting = (context.titled, *context.every)
    return next((c for c in fitting if c is not None and (c == capital or c.iso2 in others)), None)


def _holding(
    names: Sequence[str], countries: Sequence[Country], find: Callable[[str, str], tuple[Entry, ...]]
) -> Country | None:
    """Return the country that holds most of the names, the first of equals; None if none holds any."""
    stems = [stem(name) for name in names]
    best, most = None, 0
    for country in countries:
        code = country.iso2
        if code:
            count = 0
            for one in stems:
                count += bool(find(one, code))
            if count > most:
                best, most = country, count
    return best


def _of_town(large: Sequence[Entry]) -> Country | None:
    first = large[0]
    if (
        len(large) > 1
        and large[1].country != first.country
        and large[1].population * _DOMINANCE > first.population
    ):
        return None
    return country_with_code(first.country)


def same_region(one: str, other: str) -> bool:
    """Say whether two names mean one region: "Wasit Governorate" and "Wasit province"."""
    return fold(stem(one)) == fold(stem(other))


def lies_in(name: str, region: str, country: Country) -> bool:
    """Say whether the gazetteer has a place of a country where the seat of a region is ("Osk region")."""
    code = country.iso2
    if code is None:
        return False
    seats = {e.admin1 for e in lookup(stem(region), code)}
    return any(e.admin1 in seats for e in lookup(stem(name), code))


def _precision(levels: dict[str, str], phrase: PlacePhrase) -> int:
    """Return UCDP's where_prec of names that no coordinates belong to; a part of a country is vague."""
    first, _, rest = levels.get("location", "").partition(" ")
    if first.lower() in _COMPASS and (country_named(rest) or country_of_region(rest)):
        return 5
    if "location" in levels:
        return 2 if phrase.is_near else 1
    if "adm_2" in levels:
        return 3
    if "adm_1" in levels:
        return 4
    return 6
