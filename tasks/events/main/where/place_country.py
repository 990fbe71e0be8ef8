"""The country of a place for which neither its words nor the countries of the article give one."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from tasks.model.document import Document
from tasks.model.place import Place
from tasks.places import CountryContext, phrases, resolve_place
from tasks.places.countries_and_regions import Country, country_named, country_of_capital

_ELSEWHERE = frozenset(("from", "to", "as", "by", "with", "for"))  # "from as far as Osk"


def with_country(document: Document, place: Place, context: CountryContext) -> Place:
    """Return the place in the country of what the lead names beside it; itself if that is in none.

    The first place of the lead that lies in a country tells it, else the first capital that the lead names.
    """
    if place.country is not None:
        return place
    country = _of_lead(document, context)
    if country is None:
        return place
    return replace(place, country=country.name, country_iso3=country.iso3, place_basis="text_country")


def _of_lead(document: Document, context: CountryContext) -> Country | None:
    for sentence in document.lead:
        for phrase in phrases(sentence):
            around = resolve_place(phrase, context)
            if around is not None and around.country is not None and not phrase.is_weak:
                return country_named(around.country)
    capitals = (
        country_of_capital(token.text)
        for sentence in document.lead
        for before, token in pairwise(sentence.tokens)
        if token.text[:1].isupper() and before.lower not in _ELSEWHERE and not before.text[:1].isupper()
    )
    return next((c for c in capitals if c is not None), None)
