"""The ship of a mutiny, which may bear the name of a town: "Mutiny on the Vienna" did not happen there."""

from __future__ import annotations

import re
from dataclasses import replace

from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import deed
from tasks.lexicons.late_pattern import late_pattern
from tasks.places import PlacePhrase
from tasks.places.folded_place_names import fold

_ABOARD = late_pattern(
    r"\b(?:mutiny|revolt) (?:on|aboard) (?:the )?(?P<ship>[A-ZÀ-Þ][^()]*\w)", re.IGNORECASE
)
_SHIP = late_pattern(
    rf"^(?:\d{{4}} )?(?:{'|'.join(sorted(words('ship_prefix')))})"
    r" (?P<ship>[A-ZÀ-Þ][\w'’-]*(?: [A-ZÀ-Þ][\w'’-]*){0,4})"
    rf" (?:{deed('attack', 'one')}|incident|disaster|affair)\b"
)


def ship_of_mutiny(title: str) -> str | None:
    """Return the name of the ship on which a title says that men rose, or to which something happened.

    "USS Osk incident": the words behind what says that it is a ship, up to a small letter.  None without one.
    """
    found = _ABOARD.search(title) or _SHIP.search(title)
    return found["ship"] if found is not None else None


def without_ship(phrase: PlacePhrase, ship: str) -> PlacePhrase | None:
    """Return a place phrase without a ship's name, None where no other name is left."""
    names = tuple(n for n in phrase.names if fold(n.text) != fold(ship))
    return replace(phrase, names=names) if names else None
