"""Cities of millions with small namesakes elsewhere: Sydney is in Florida as well."""

from __future__ import annotations

from tasks.places.countries_and_regions import Country, country_with_code
from tasks.places.countries_in_view import CountryContext
from tasks.places.gazetteer import towns

_WORLD_CITY = 1_000_000  # people
_VILLAGE = 50  # times that the city is larger than its namesake


def of_world_city(name: str, found: Country, context: CountryContext) -> Country | None:
    """Return the country of a city of which the country found has only a small namesake: Sydney, Florida.

    None where the article sets something in that country.
    """
    if found in context.located or context.titled is not None:
        return None
    known = sorted(towns(name), key=lambda t: -t.population)
    if not known or known[0].population < _WORLD_CITY or known[0].country == found.iso2:
        return None
    own = max((t.population for t in known if t.country == found.iso2), default=0)
    return country_with_code(known[0].country) if own * _VILLAGE <= known[0].population else None
