"""One name of a place, with what it is."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

from tasks.lexicons.construction_words import words
from tasks.lexicons.site_nouns import place_nouns
from tasks.model.span import Span
from tasks.model.value import value

Part = Literal["location", "adm_2", "adm_1", "country"]

_SETTLEMENTS = words("settlement")


@value(frozen=True, slots=True)
class PlaceName:
    """One name of a chain, with what it is if a designator or the lexicons say so.

    `is_beside`: the place is near the one before it and does not hold it.
    `is_of_site`: a building is called by it ("the Sorrel mosque"), in no town of that name.
    """

    span: Span
    text: str
    part: Part | None
    is_beside: bool = False
    is_of_site: bool = False

    @property
    def is_venue(self) -> bool:
        """Whether it names a building, a road or the like ("Oikumene Church"), not a place people live in."""
        word = self.text.split()[-1].lower()
        return self.part is None and " " in self.text and word in sites() and word not in _SETTLEMENTS


@cache
def sites() -> Mapping[str, Part | Literal[""]]:
    """Return the nouns for kinds of places with the part of a country that each is, "" for a mere site."""
    parts: dict[str, Part | Literal[""]] = {"adm_1": "adm_1", "adm_2": "adm_2", "": ""}
    return {noun: parts[part] for noun, part in place_nouns().items()}
