"""The ship of a mutiny, which may bear the name of a town: "Mutiny on the Vienna" did not happen there."""

from __future__ import annotations

import re
from dataclasses import replace

from tasks.lexicons.late_pattern import late_pattern
from tasks.places import PlacePhrase
from tasks.places.folding import fold

_ABOARD = late_pattern(
    r"\b(?:mutiny|revolt) (?:on|aboard) (?:the )?(?P<ship>[A-ZÀ-Þ][^()]*\w)", re.IGNORECASE
)


def ship_of_mutiny(title: str) -> str | None:
    """Return the name of the ship on which a title says that men rose, None if it says so of none."""
    found = _ABOARD.search(title)
    return found["ship"] if found is not None else None


def without_ship(phrase: PlacePhrase, ship: str) -> PlacePhrase | None:
    """Return a place phrase without a ship's name, None where no other name is left."""
    names = tuple(n for n in phrase.names if fold(n.text) != fold(ship))
    return replace(phrase, names=names) if names else None
