"""The site that a title names: "Osk Plains offensive", "Hale Arms shooting", "Siege of Fort Osk"."""

from __future__ import annotations

import re
from functools import cache

from tasks.events.triggers import type_of_words
from tasks.lexicons.construction_words import words as construction_words
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.site_nouns import place_nouns
from tasks.model.article import LEAD
from tasks.model.document import Document
from tasks.model.span import Span
from tasks.places import PlaceName, PlacePhrase
from tasks.places.countries_and_regions import country_named, country_of_adjective

_LANDFORMS = construction_words("landform")
_SHIP_PREFIXES = construction_words("ship_prefix")
_DATE_WORDS = construction_words("date_word")
_OF = late_pattern(  # what is fought for and held: a bombing may be of one house in a town
    r"(?:\w+ )*"
    r"(?:[Ss]iege|[Bb]attle|[Cc]apture|[Ff]all|[Ss]ack|[Ss]torming|[Ss]urrender|[Bb]lockade|[Dd]efen[cs]e)"
    r" (?:of|for|at) ((?:al-)?[A-Z][\w'’-]*(?: (?:al-)?[A-Z][\w'’-]*)*)(?: \([^)]*\))?"
)
_HAPPENINGS = frozenset(("incident", "disaster", "crisis", "affair", "standoff"))
_WORD = late_pattern(r"[\w'’.-]+")


def titled_site(document: Document) -> PlacePhrase | None:
    """Return the site in a title, None if there is none.

    It is the capitalised words before the event, two or more, of which the last is a kind of place or of
    land, or behind which the lead says what kind of place it is ("into the Hale Arms public house").
    """
    start = document.text.find(document.article.title)
    besieged = _OF.fullmatch(document.article.title) if start >= 0 else None
    if besieged is not None:
        return _besieged(document, besieged[1], start + besieged.start(1))
    span = _named(document, start)
    if span is None or " " not in span.of(document.text):
        return None
    name = span.of(document.text)
    last = name.split()[-1]
    if (
        last.lower() not in _LANDFORMS
        and last.lower() not in _sites()
        and not _is_said_to_be_site(document, name)
    ):
        return None
    return PlacePhrase(span, (PlaceName(span, name, None),), None, "", True)


def titled_name(document: Document) -> PlacePhrase | None:
    """Return the name before a title's event ("Osk massacre"), for a text that names no place."""
    start = document.text.find(document.article.title)
    span = _named(document, start)
    if span is None or country_named(span.of(document.text)) is not None:
        return None
    if span.of(document.text).lower() in _sites():  # "Stadium blast kills mayor"
        return None
    return PlacePhrase(span, (PlaceName(span, span.of(document.text), None),), None, "")


def _named(document: Document, start: int) -> Span | None:
    """Return the capitalised words of a title, behind its date, that a word for an event follows."""
    words = [(m.start() + start, m.group()) for m in _WORD.finditer(document.article.title)]
    while words and (words[0][1][:1].isdigit() or words[0][1].lower() in _DATE_WORDS):
        words = words[1:]
    end = next((i for i, (_, w) in enumerate(words) if not w[:1].isupper()), len(words))
    if 0 < end < len(words) and words[end][1] in (_sites() if end > 1 else _LANDFORMS):
        end += 1  # "Osk Hale shrine bombing", "Osk gorge ambush"
    if start < 0 or end < 1 or end == len(words) or not _is_event(words[end][1]):
        return None
    if words[0][1] in _SHIP_PREFIXES:  # "HMS Heron incident": no place
        return None
    if country_of_adjective(words[0][1]) is not None or any(type_of_words(w) for _, w in words[:end]):
        return None
    last_at, last = words[end - 1]
    return Span(words[0][0], last_at + len(last))


def _is_event(word: str) -> bool:
    return word in _HAPPENINGS or type_of_words(word) is not None


def _besieged(document: Document, name: str, start: int) -> PlacePhrase | None:
    """Return what a title says was besieged or fought for, if the prose names it elsewhere."""
    own = len(re.findall(rf"\b(?:of|for|at) {re.escape(name)}\b", document.text))
    every = len(re.findall(rf"(?<!\w){re.escape(name)}\b", document.text))
    if every <= own:
        return None
    span = Span(start, start + len(name))
    return PlacePhrase(span, (PlaceName(span, name, None),), None, "", True)


@cache
def _sites() -> frozenset[str]:
    return frozenset(place_nouns())


def _is_said_to_be_site(document: Document, name: str) -> bool:
    """Whether the lead has the name with a noun for a kind of place behind it."""
    lead = next((s.span for s in document.article.sections if s.heading == LEAD), None)
    if lead is None:
        return False
    behind = re.finditer(rf"\b{re.escape(name)} ((?:[a-z]+ ){{0,1}}[a-z]+)\b", lead.of(document.text))
    return any(found[1].split()[-1] in _sites() or found[1].split()[0] in _sites() for found in behind)
