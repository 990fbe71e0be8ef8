"""Where something happened: the words, and the gazetteer entry that they lead to."""

from __future__ import annotations

from tasks.model.span import Span
from tasks.model.value import value


@value(frozen=True, slots=True)
class Place:
    """A place as the text names it, with what a gazetteer or the source's coordinates add.

    Attributes:
        raw: the words in the text.
        location, adm_2, adm_1, country: names, as the text gives them where it gives them.
        where_prec: UCDP: 1 exact, 2 within 25 km, 3 district, 4 province, 5 vague, 6 country, 7 sea or air.
        place_basis: how: "coordinates", "gazetteer", "gazetteer_country", "text", ...
    """

    raw: Span | None
    location: str | None = None
    adm_2: str | None = None
    adm_1: str | None = None
    country: str | None = None
    country_iso3: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    where_prec: int | None = None
    place_basis: str | None = None
    geonameid: int | None = None
