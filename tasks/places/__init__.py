"""Places: words for places, the countries they lie in, the gazetteer's entries for them.

Cases in tests/cases: places.txt, place_words.txt (which words), places_countries.txt.
"""

from tasks.places.countries_in_view import CountryContext
from tasks.places.country_counts import country_context
from tasks.places.phrase import PlacePhrase, chain, phrases
from tasks.places.place_name import PlaceName
from tasks.places.resolve import lies_in, resolve_place, same_region

__all__ = [
    "CountryContext",
    "PlaceName",
    "PlacePhrase",
    "chain",
    "country_context",
    "lies_in",
    "phrases",
    "resolve_place",
    "same_region",
]
