"""The places of a sentence that may be where the article's own event happened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tasks.events.main.where.place_chains import joined_chains
from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.document import Document, Sentence
from tasks.model.place import Place
from tasks.model.span import Span
from tasks.places import CountryContext, PlacePhrase, phrases, resolve_place
from tasks.places.place_names import country_length, is_name, read_names

_TAKES = words("takes_town")
_ARTICLES = frozenset(("the",))
_WATER = late_pattern(r"\b(?:rivers?|streams?|canal|lake|sea) (?:the )?$")
_CHURCH_OF = ("Church of ", "Church of the ", "Churches of ")
TAKEN = "taken"  # stands for the preposition of what a verb has as its object


def candidates(document: Document, sentence: Sentence, context: CountryContext) -> Iterator[PlacePhrase]:
    """Yield the place phrases of a sentence, joined and ashore, and the towns that it says were taken."""
    told = [without_creed(document, phrase) for phrase in joined_chains(document, phrases(sentence))]
    for phrase in told:
        if phrase.names:
            yield _ashore(document, phrase)
    others = (*_taken(sentence), *(_bare(sentence) if sentence in document.lead[:1] else ()))
    for phrase in others:
        if not any(phrase.span.overlaps(other.span) for other in told) and is_found_town(phrase, context):
            yield phrase


def without_creed(document: Document, phrase: PlacePhrase) -> PlacePhrase:
    """Return a phrase without the land that a church is called after: "St Ada, Church of Xenda in Osk"."""
    names = [n for n in phrase.names if not document.text.endswith(_CHURCH_OF, 0, n.span.start)]
    if len(names) == len(phrase.names):
        return phrase
    return replace(phrase, names=tuple([n for n in names if n.text != "Church"]))


def _taken(sentence: Sentence) -> Iterator[PlacePhrase]:
    """Yield what may be a town as the object of a verb: "troops captured Osk, the capital of Hale"."""
    tokens = sentence.tokens
    for i in sentence.places(_TAKES):
        at = i + 1 + (i + 1 < len(tokens) and tokens[i + 1].lower in _ARTICLES)
        if at >= len(tokens) or not is_name(tokens[at]):
            continue
        names, _, hint, has_site = read_names(tokens, at)
        if names and names[0].part is None:
            names = names[:1] if names[-1].part is None else names
            span = Span(tokens[at].start, names[-1].span.end)
            yield PlacePhrase(span, tuple(names), hint, TAKEN, has_site)


def _bare(sentence: Sentence) -> Iterator[PlacePhrase]:
    """Yield a town with its country that stands without preposition: "which earned Osk, Norland, fame"."""
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        if token.text != "," or i < 1 or not is_name(tokens[i - 1]) or not country_length(tokens, i + 1):
            continue
        start = i - 1
        while start > 0 and is_name(tokens[start - 1]):
            start -= 1
        names, _, hint, has_site = read_names(tokens, start)
        if len(names) > 1 and names[0].part is None and names[1].part is not None:
            yield PlacePhrase(Span(tokens[start].start, names[-1].span.end), tuple(names), hint, "", has_site)


def is_found_town(phrase: PlacePhrase, context: CountryContext) -> bool:
    """Whether the gazetteer has the place: what else is captured may be a person."""
    place = resolve_place(phrase, context)
    return place is not None and place.geonameid is not None


def is_of_past(phrase: PlacePhrase, place: Place) -> bool:
    """Whether words name a town with a state of history, which is in no gazetteer: "Osk, West Norland"."""
    is_town = bool(place.location) and place.country is not None and place.country_iso3 is None
    return is_town and any(n.part == "country" for n in phrase.names)


def _ashore(document: Document, phrase: PlacePhrase) -> PlacePhrase:
    """Return a phrase without the water that its first name is of: "the river Osk in Hale"."""
    first, *others = phrase.names
    before = document.text[max(0, first.span.start - 12) : first.span.start]
    return replace(phrase, names=tuple(others)) if others and _WATER.search(before) else phrase
