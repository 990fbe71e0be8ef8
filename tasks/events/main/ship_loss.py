"""When and where a ship was lost: the event of an article that a ship's name is the title of.

Launching, commissioning and voyages are told before it and are not it: "She was launched on 3 May 1926.
... On 10 June 1939, Heron was sunk by ...".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tasks.events.by_sentence import dates_in
from tasks.events.ship_fate import violent_fate
from tasks.events.triggers import type_of_words
from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.article import INFOBOX
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document, Sentence
from tasks.model.place import Place
from tasks.places import PlacePhrase, phrases

_PREFIXES = words("ship_prefix")
_SHIP = (
    r"(?:she|it|the (?:\w+ )?(?:ship|boat|submarine|vessel|destroyer|cruiser|trawler|ferry|liner|frigate))"
)
_LOST = (
    r"(?:was|were|had been|being) (?:\w+ly )?(?:sunk|torpedoed|mined|wrecked|rammed|blown up|bombed and sunk|"
    r"shelled and sunk|lost with)\b|(?:sank|foundered|capsized|blew up|exploded|struck a (?:naval )?mine)\b"
)
_SINKING = late_pattern(
    rf"(?:Sinking|Loss|Torpedoing) of (?:the )?(?:(?:{'|'.join(sorted(_PREFIXES))}) )?(?P<name>[A-Z][^()]*\w)"
)
_HAPPENINGS = (" incident", " affair", " collision", " engagement")
_AT_SEA = 7  # UCDP's precision of what happened at sea or in the air
_AT = ("off", "near", "in", "at")


def ship_loss(document: Document, dates: Sequence[DateExpression]) -> DateExpression | None:
    """Return the day on which the ship of the title was lost, None if it is no ship or no such day is told.

    A day that prose gives beside the words for the loss comes before the fate of an infobox.
    """
    pattern = _loss_of(document.article.title)
    if pattern is None:
        return None
    days = [d for d in dates if d.prec == 1 and d.start is not None]
    by_sentence = dates_in(document, days)
    for sentence in document.sentences:
        inside = by_sentence.get(sentence.index)
        if inside and document.heading_of(sentence) != INFOBOX and _tells(document, sentence, pattern):
            return inside[0]
    fate = violent_fate(document)
    return next((d for d in days if fate.contains(d.span)), None) if fate is not None else None


def loss_phrase(document: Document, day: DateExpression | None) -> PlacePhrase | None:
    """Return where the ship of the title was lost, as the sentences say that tell of that day."""
    if day is None:
        return None
    pattern, date = _loss_of(document.article.title), day.span.of(document.text)
    if pattern is None:
        return None
    told = [s for s in document.prose if s.span.contains(day.span)]
    if any(map(str.isdigit, date)):  # not "the same day"
        told += [s for s in document.prose if s not in told and date in s.span.of(document.text)]
    found = [p for s in told for p in phrases(s) if p.preposition in _AT]
    named = [p for p in found if any(n.part != "country" for n in p.names)]
    return next(iter(named or found), None) or _fate_phrase(document)


def is_lost_ship(document: Document, day: DateExpression | None) -> bool:
    """Say whether the article is about a ship that was lost on a day: no shipyard is where that was."""
    return day is not None and _loss_of(document.article.title) is not None


def at_sea(place: Place | None) -> Place | None:
    """Return the place of a ship's loss, in a country only where the gazetteer or the words put it there.

    The countries that the article speaks of are her navy's and her enemy's; without a point she lies at sea.
    """
    if place is None or place.geonameid is not None or place.place_basis == "text":
        return place
    is_open = place.latitude is None
    if is_open and place.raw is None:
        return None
    precision = _AT_SEA if is_open else place.where_prec
    basis = "text" if is_open else place.place_basis
    return replace(place, country=None, country_iso3=None, where_prec=precision, place_basis=basis)


def _fate_phrase(document: Document) -> PlacePhrase | None:
    """Return where the infobox says that the ship was lost: "off Karvel"."""
    fate = violent_fate(document)
    if fate is None:
        return None
    inside = (s for s in document.sentences if s.span.start < fate.end and fate.start < s.span.end)
    found = (p for s in inside for p in phrases(s) if fate.contains(p.span) and p.preposition in _AT)
    return next(found, None)


def _loss_of(title: str) -> re.Pattern[str] | None:
    """Return what says that the ship was lost, None where the title is not a ship's name or her sinking."""
    sinking = _SINKING.match(title)
    if sinking is not None:
        return re.compile(rf"\b(?:{re.escape(sinking['name'])}|{_SHIP}),? (?:{_LOST})", re.IGNORECASE)
    first, _, name = title.partition(" (")[0].partition(" ")
    if first not in _PREFIXES or not name or type_of_words(title) is not None or name.endswith(_HAPPENINGS):
        return None  # "HMS Heron incident": of what happened to her
    return re.compile(rf"\b(?:{re.escape(name)}|{_SHIP}),? (?:{_LOST})", re.IGNORECASE)


def _tells(document: Document, sentence: Sentence, pattern: re.Pattern[str]) -> bool:
    """Whether a sentence says that the ship was lost, and not that it sank another."""
    found = pattern.search(document.text, sentence.span.start, sentence.span.end)
    after = document.text[found.end() : found.end() + 5] if found is not None else ""
    is_deed = found is not None and found.group().casefold().endswith("sank")
    return found is not None and not (is_deed and re.match(r" (?:the|an?|two|\d|[A-Z])", after))
