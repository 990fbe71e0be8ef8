"""Countries by name, adjective, people and capital, from `tasks/lexicons/data/countries.csv`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from tasks.lexicons.load import load


@dataclass(frozen=True, slots=True)
class Country:
    """A country or state of history. `iso3` is None where ISO 3166 has no code for it."""

    name: str
    iso3: str | None


@dataclass(frozen=True, slots=True)
class Countries:
    """Countries by the words for them, each word as it is written."""

    names: dict[str, Country]
    adjectives: dict[str, Country]
    plurals: dict[str, Country]
    capitals: dict[str, Country]
    longest: int


@cache
def countries() -> Countries:
    """Return the table of countries; a word that two rows give belongs to the first (those with a code)."""
    names: dict[str, Country] = {}
    adjectives: dict[str, Country] = {}
    plurals: dict[str, Country] = {}
    capitals: dict[str, Country] = {}
    for row in load("countries"):
        country = Country(row["name"], row["iso3"] or None)
        for column, table in (
            ("alternatives", names),
            ("adjectives", adjectives),
            ("plurals", plurals),
            ("capitals", capitals),
        ):
            for word in filter(None, row[column].split(";")):
                table.setdefault(word.removeprefix("The ").removeprefix("the "), country)
        names[row["name"]] = country
    return Countries(names, adjectives, plurals, capitals, max(len(n.split()) for n in names))


@cache
def _by_code() -> dict[str, Country]:
    return {country.iso3: country for country in countries().names.values() if country.iso3}


def country_by_code(iso3: str) -> Country:
    """Return the country of an ISO code; the word lists hold no other codes than those of countries."""
    return _by_code()[iso3]


def is_country(words: str) -> bool:
    """Say whether words are a country's name or its adjective."""
    return words in countries().names or words in countries().adjectives
