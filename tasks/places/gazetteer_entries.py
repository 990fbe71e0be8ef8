"""The gazetteer's entry for a chain of names, and what the names are by it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from tasks.lexicons.construction_words import words
from tasks.places.countries_and_regions import Country, country_of_region
from tasks.places.folded_place_names import fold
from tasks.places.gazetteer import Entry, lookup
from tasks.places.phrase import PlacePhrase

_DOMINANCE = 10  # times the people of the next place of the same name
_LARGE = 100_000  # people of a town that alone may be meant
_COMMA = 2  # characters between the names of a chain
_REALMS = words("realm")
_DESIGNATORS = ("Province", "Governorate", "District", "County", "State", "Region", "City", "Oblast")


def entry_of(levels: Mapping[str, str], country: Country | None) -> tuple[Entry | None, bool]:
    """Return the gazetteer's entry for the smallest named place that has one, and whether it is the smallest.

    Ambiguous names give none; what lies around an unknown place is not taken for it beyond its district.
    """
    if country is None or country.iso2 is None:
        return None, False
    for level in ("location", "adm_2", "adm_1"):
        name = levels.get(level)
        if name is None or (level == "adm_1" and (name != stem(name) or country_of_region(name))):
            continue
        found = lookup(stem(name), country.iso2)
        if found:
            is_smallest = level == next(k for k in ("location", "adm_2", "adm_1") if k in levels)
            return _meant(found, levels, country.iso2), is_smallest
    return None, False


def is_town_around(phrase: PlacePhrase, levels: Mapping[str, str], country: Country | None) -> bool:
    """Whether the widest name is a town that holds an unknown place ("a suburb of Osk"), and no province.

    Behind a comma a province may be named, whose seat bears its name: only a large town is one there.
    """
    name = levels.get("adm_1")
    if name is None or country is None or country.iso2 is None or not {"location", "adm_1"} <= set(levels):
        return False
    at = next((i for i, n in enumerate(phrase.names) if n.text == name and n.part is None), 0)
    if not at or "adm_2" in levels or name != stem(name):
        return False
    found = lookup(name, country.iso2)
    is_chain = phrase.names[at].span.start - phrase.names[at - 1].span.end == _COMMA
    return bool(found) and (not is_chain or found[0].population >= _LARGE)


def _meant(found: Sequence[Entry], levels: Mapping[str, str], country: str) -> Entry | None:
    if len(found) <= 1:
        return found[0] if found else None
    for level in ("adm_1", "adm_2", "location"):
        name = levels.get(level)
        if name is None or (level == "location" and fold(name) == fold(found[0].name)):
            continue
        seats = {e.admin1 for e in lookup(stem(name), country)}
        inside = [e for e in found if e.admin1 in seats]
        if len(inside) == 1:
            return inside[0]
    if found[0].population >= _LARGE and found[0].population >= _DOMINANCE * max(1, found[1].population):
        return found[0]
    return None


@lru_cache(maxsize=8192)
def stem(name: str) -> str:
    """Return a name without its designator: "Wasit" of "Wasit Governorate", "Aceh" of "Sultanate of Aceh"."""
    parts = name.split()
    if len(parts) > 2 and parts[1] == "of" and parts[0].lower() in _REALMS:
        return " ".join(parts[2:])
    if len(parts) > 1 and parts[-1].capitalize() in _DESIGNATORS:
        return " ".join(parts[:-1])
    if len(parts) > 1 and parts[0] == "County":
        return " ".join(parts[1:])
    return name
