"""Names that begin like those of places and are organisations, vehicles or abbreviations."""

from __future__ import annotations

from functools import cache, lru_cache

from tasks.lexicons.construction_words import words
from tasks.lexicons.load import load

_BELIEVERS = frozenset(("Islamic", "Islamist"))
_REALMS = frozenset(("State", "Emirate", "Caliphate"))
_CROSSES = frozenset(("Red", "Blue", "Green", "White", "International"))
_HOUSES = frozenset(("Palace", "Hall", "Castle", "Tower", "Temple"))
_EVENT_NAMES = words("event_name")
_WATERS = words("water")
_SHIPS = words("ship_prefix")
_FEASTS = ("Day", "Eve")  # "crowds celebrating Liberation Day"


@lru_cache(maxsize=20_000)
def is_organisation(text: str) -> bool:
    """Whether a name is one of an organisation, a vehicle or an abbreviation rather than a place."""
    parts = text.split()
    last = parts[-1].rstrip("s")
    if text.casefold() in _armed_groups():
        return True  # "links to al-Qaeda"
    if parts[0] in _SHIPS:
        return True
    if parts[-1].lower() in _WATERS and parts[0] != "Operation" and not text.isupper():
        return False  # "the English Channel", which is not on television
    if text.split(" of ")[0] in _HOUSES:
        return False  # "Palace of Justice"
    if parts[0] in _BELIEVERS and last in _REALMS:
        return True  # "the Islamic State", whatever it is of
    if parts[-1] == "Cross" and parts[0] not in _CROSSES:
        return False  # "New Cross" is no Red Cross
    if any(map(str.isdigit, text)) or (text.isupper() and len(text) < 6):
        return True
    if not _EVENT_NAMES.isdisjoint(parts) or (parts[-1] in _FEASTS and len(parts) > 1):
        return True
    return last in _organisation_heads() and last.lower() not in _sites()


@cache
def _organisation_heads() -> frozenset[str]:
    heads = {word for row in load("organisation_heads") for word in row["head"].split()[-1:]}
    return frozenset(h[:1].upper() + h[1:].rstrip("s") for h in heads) | {
        "Soldier",
        "Judge",
        "Police",
        "Troop",
    }


@cache
def _armed_groups() -> frozenset[str]:
    """Return the names of armed groups, without case."""
    rows = load("armed_groups")
    return frozenset(
        name.casefold() for row in rows for name in (row["name"], *row["alternatives"].split(";")) if name
    )


@cache
def _sites() -> frozenset[str]:
    return frozenset(row["noun"] for row in load("sites"))
