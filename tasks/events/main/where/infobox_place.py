"""The place that the infobox of an article gives."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from tasks.model.article import InfoboxField
from tasks.model.document import Document
from tasks.model.order import SPAN_START
from tasks.model.residue import is_residue
from tasks.places import PlacePhrase, chain

_FIELDS = ("location", "place")
_OF_TOWN = frozenset(
    ("central", "station", "airport", "square", "university", "cathedral", "market", "hospital")
)


def _is_of_part(document: Document) -> bool:
    """Whether the infobox is about what one section tells: its title is the heading of that section."""
    headings = {s.heading.casefold() for s in document.article.sections}
    names = [f.value.strip().casefold() for f in document.article.infobox if f.name == "title"]
    return any(n in headings and n != document.article.title.casefold() for n in names[:1])


def infobox_place(document: Document) -> PlacePhrase | None:
    """Return the place of an infobox that is about the whole article, None if it gives none.

    Of a venue and a location it is the one that says more: the location names town and region.
    """
    if _is_of_part(document):
        return None
    for name in _FIELDS:
        fields = [f for f in document.article.infobox if f.name == name]
        given = [phrase for field in fields if (phrase := _phrase(document, field)) is not None]
        if given:
            return max(given, key=lambda phrase: len(phrase.names))
    return None


def _phrase(document: Document, field: InfoboxField) -> PlacePhrase | None:
    if not field.value.strip() or is_residue(field.value):
        return None
    first = bisect_right(document.sentences, field.span.start, key=lambda s: s.span.end)
    last = bisect_left(document.sentences, field.span.end, key=SPAN_START)
    inside = [t for s in document.sentences[first:last] for t in s.tokens]
    return chain([t for t in inside if field.span.start <= t.start and t.end <= field.span.end])


def of_town(infobox: PlacePhrase, ranked: Sequence[PlacePhrase]) -> PlacePhrase:
    """Return the place of a box with the town of the prose whose name opens that of its site.

    "In front of Osk Central railway station" lies in Osk, which the first sentences name.
    """
    first = infobox.names[0].text
    town = next(
        (
            p.names[0]
            for p in ranked
            if p.names and len(p.names[0].text) < len(first) - 1 and _opens(p, first)
        ),
        None,
    )
    return infobox if town is None else replace(infobox, names=(town, *infobox.names[1:]), has_site=True)


def _opens(phrase: PlacePhrase, name: str) -> bool:
    rest = name.removeprefix(f"{phrase.names[0].text} ")
    return rest != name and rest.split()[-1].lower() in _OF_TOWN
