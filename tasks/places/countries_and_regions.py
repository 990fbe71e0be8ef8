"""Countries and large regions by their names, adjectives and capitals, from the lexicons."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from tasks.lexicons.load import load

_MOST_TOKENS = 5  # of a name; longer ones are not looked for
_TOKEN = re.compile(r"[\w.'’-]+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Country:
    """A country of the lexicon; states of the past have no codes."""

    name: str
    iso3: str | None
    iso2: str | None

    def __hash__(self) -> int:
        """Their names tell them apart: countries are counted again and again."""
        return hash(self.name)


def country_named(name: str) -> Country | None:
    """Return the country with this name or alternative name ("UK"); a part of a state gives the state."""
    return _named().get(_plain(name))


def country_of_adjective(word: str) -> Country | None:
    """Return the present state whose adjective or word for its people this is ("Somali", "Turks")."""
    return adjectives().get(word)


def country_of_region(name: str) -> Country | None:
    """Return the country of a well-known region or part of a state ("Balochistan"), None if not known."""
    return _regions().get(_plain(name))


def country_of_former_town(name: str) -> Country | None:
    """Return the country of a large town by its former name ("Smyrna"), None if not known."""
    return _former_towns().get(name)


@cache
def _former_towns() -> Mapping[str, Country]:
    return {row["name"]: _states()[row["country_iso3"]] for row in load("former_towns")}


def country_of_capital(name: str) -> Country | None:
    """Return the country whose capital has this name."""
    return _by("capitals").get(name)


def country_with_code(iso2: str) -> Country | None:
    """Return the state with an ISO 3166-1 alpha-2 code."""
    return next((c for c in _states().values() if c.iso2 == iso2), None)


def code_of_two(iso3: str) -> str | None:
    """Return a state's ISO 3166-1 alpha-2 code by that of three letters, None if there is no such state."""
    state = _states().get(iso3)
    return None if state is None else state.iso2


def _plain(name: str) -> str:
    words = name.replace("’", "'").strip()
    return words[4:] if words.startswith(("the ", "The ")) else words


@cache
def adjectives() -> Mapping[str, Country]:
    """Return the adjectives and words for the people of present states, with their country."""
    return {w: c for w, c in _by("adjectives", "demonyms", "plurals").items() if c.iso3}


@cache
def past_adjectives() -> Mapping[str, Country]:
    """Return the adjectives of states of the past, with their state."""
    return {w: c for w, c in _by("adjectives").items() if c.iso3 is None}


@cache
def _named() -> Mapping[str, Country]:
    return _by("name", "alternatives")


@cache
def names() -> Mapping[str, Country]:
    """Return all names of countries and parts of countries, with the country."""
    return {**_regions(), **_by("name", "alternatives")}


@cache
def name_beginnings() -> Mapping[str, int]:
    """Return how many tokens the names have at most that begin so: names of countries and of parts of them.

    A quick look, for all beginnings of all names, and of "the", which any name may follow.
    """
    tokens = {"The": _MOST_TOKENS, "the": _MOST_TOKENS}
    tokens.update((name, min(_MOST_TOKENS, len(_TOKEN.findall(name)))) for name in names())
    found: dict[str, int] = {}
    for name, number in tokens.items():
        for end in range(1, len(name) + 1):
            found[name[:end]] = max(number, found.get(name[:end], 0))
    return found


@cache
def _states() -> Mapping[str, Country]:
    return {
        row["iso3"]: Country(row["name"], row["iso3"], row["iso2"] or None)
        for row in load("countries")
        if row["iso3"]
    }


def _rows() -> Iterator[tuple[Country, Mapping[str, str]]]:
    """Yield each row with its country; present states first, then their parts, then those of the past."""
    rows = sorted(load("countries"), key=lambda r: (not r["iso3"], not r["within"]))
    for row in rows:
        code = row["iso3"] or row["within"]
        yield _states().get(code, Country(row["name"], None, None)), row


@cache
def _by(*columns: str) -> Mapping[str, Country]:
    found: dict[str, Country] = {}
    for column in columns:
        for country, row in _rows():
            for word in filter(None, row[column].split(";")):
                found.setdefault(word, country)
    return found


@cache
def _regions() -> Mapping[str, Country]:
    found = {
        name: _states()[row["within"]]
        for row in load("countries")
        if row["within"]
        for name in (row["name"], *filter(None, row["alternatives"].split(";")))
    }
    found.update((r["name"], _states()[r["country_iso3"]]) for r in load("regions"))
    return found
