"""Wars that were fought in several countries: no point and no first of them says where they were."""

from __future__ import annotations

import re
from dataclasses import replace

from tasks.actors.known.countries import countries
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.document import Document
from tasks.model.place import Place

_WAR = late_pattern(r"\bWars?\b(?! (?:crimes?|museum|memorial))")
_PARTS = re.compile(r"[,;/\n·•]| and ")


def is_of_several_lands(document: Document, place: Place) -> bool:
    """Return whether an article on a war gives it several countries, or its point alone says which."""
    title = document.article.title.partition(" (")[0]
    if _WAR.search(title) is None or place.country is None:
        return False
    if place.place_basis == "coordinates" and place.location is None and place.adm_1 is None:
        return True
    names = countries().names
    for field in document.article.infobox:
        if field.name != "location":
            continue
        told = {names[part].name for one in _PARTS.split(field.value) if (part := one.strip()) in names}
        if len(told) > 1:
            return True
    return False


def without_land(place: Place | None) -> Place | None:
    """Return a place without its country, None where nothing but that is told of it."""
    if place is None or place.location is None:
        return None
    return replace(place, country=None, country_iso3=None)
