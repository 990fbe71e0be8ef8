"""What a place lies in, where the text says it outside the phrase that names the place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import any_of
from tasks.model.article import LEAD
from tasks.model.document import Document, Sentence
from tasks.model.span import Span
from tasks.places import CountryContext, PlaceName, PlacePhrase, lies_in, phrases, resolve_place
from tasks.places.countries_and_regions import country_named

_PART_OF = late_pattern(r", (?:(?:which|that) (?:is|was) |then )?(?:a )?part of (?:the )?(?:[a-z]+ )?")
_KINDS = any_of(words("kind_of_place"))
_KIND_OF = late_pattern(rf"(?:an?|the) (?:[\w-]+ ){{0,3}}(?:{_KINDS}) ")
_IN_REGION = late_pattern(  # "Osk was a settlement in", "Osk, where the governor of"
    r"(?:,? (?:which |that )?(?:is|was|lies) [^.,;]{0,60}\b(?:in|of)"
    r"|,? where (?:the )?(?:governor|head|chief|administration)s? of)"
    r" (?:the )?(?:[a-z]+ern )?",
    re.IGNORECASE,
)
_OF_REGION = late_pattern(r",? (?:where (?:the )?(?:\w+ of )?|in which |including [^.;]{0,80})")
_SENTENCES = 12  # of the prose from its beginning, in which a region is looked for


def with_region(document: Document, phrase: PlacePhrase, context: CountryContext) -> PlacePhrase:
    """Return the phrase with the wider places that the text gives the place; itself if it gives none.

    An apposition says it ("Osk, a suburb of Hale in Northland", "Osk, part of the northern Hale
    Governorate").  A region that the first sentences name elsewhere is the place's if the gazetteer has
    the place and the region's seat in one region.
    """
    if any(n.part in ("adm_1", "adm_2") for n in phrase.names) or all(n.part for n in phrase.names):
        return phrase
    if _says_it_itself(phrase.names):
        return phrase
    told = _told_region(document, phrase)
    if told is not None:
        return replace(phrase, names=_joined(phrase.names, told))
    first = _of_first_sentence(document, phrase, context)
    if first is not None:
        return replace(phrase, names=_joined(phrase.names, first))
    prose = document.prose[:_SENTENCES]
    own = next((s for s in prose if s.span.contains(phrase.span)), None)
    apposed = _apposed(document, phrase, own) if own is not None else None
    if apposed is not None:
        return apposed
    for sentence in prose:
        if document.heading_of(sentence) == LEAD or sentence is own:
            for region in _regions(sentence):
                wider = replace(phrase, names=_joined(phrase.names, region))
                if _is_one_region(wider, phrase, context):
                    return wider
    return phrase


def _says_it_itself(names: Sequence[PlaceName]) -> bool:
    """Whether a chain has what a place lies in between it and its country: "Osk, Hale, Northland"."""
    around = [n for n in names if n.part is None and not (n.is_beside or n.is_venue or n.is_of_site)]
    return len(around) > 1 and names[-1].part == "country"


def _of_first_sentence(document: Document, phrase: PlacePhrase, context: CountryContext) -> PlaceName | None:
    """Return the one region in which the first sentence has the event, where it names the place as well.

    "The Osk clashes were fights in the south of Hale State, Northland, above all in the town of Osk."
    """
    sentence = next(iter(document.lead), None)
    name = phrase.names[0].text
    if sentence is None or name not in sentence.span.of(document.text).replace(document.article.title, ""):
        return None
    around = [
        p
        for p in phrases(sentence)
        if p.preposition in ("in", "of", "across") and any(n.part == "adm_1" for n in p.names)
    ]
    regions = [n for p in around for n in p.names if n.part == "adm_1" and not n.is_beside]
    if len(around) != 1 or len(regions) != 1 or around[0].names[0] != regions[0]:
        return None
    place, wider = resolve_place(phrase, context), resolve_place(around[0], context)
    is_one = place is not None and wider is not None and place.country == wider.country is not None
    return regions[0] if is_one else None


def _told_region(document: Document, phrase: PlacePhrase) -> PlaceName | None:
    """Return the region of which a sentence anywhere says that the place lies in it.

    "Osk was a settlement in Hale Oblast", "Hale Oblast, where Osk is located", "Hale Oblast, including Osk".
    """
    name, text = phrase.names[0].text, document.text
    word = name.split()[0].lower()
    for sentence in document.prose:
        if word not in sentence.words:
            continue
        at = text.find(name, sentence.span.start, sentence.span.end)
        for region in _regions(sentence) if at >= 0 else ():
            gap = text[at + len(name) : region.span.start]
            back = text[region.span.end : at]
            if (gap and _IN_REGION.fullmatch(gap)) or (back and _OF_REGION.fullmatch(back)):
                return region
    return None


def _apposed(document: Document, phrase: PlacePhrase, sentence: Sentence) -> PlacePhrase | None:
    """Return the phrase with an apposition behind it that says what it is a part of."""
    if any(n.part == "country" for n in phrase.names):
        return None
    for other in phrases(sentence):
        gap = document.text[phrase.span.end : other.span.start]
        told = other.span.of(document.text)
        is_kind = gap == ", " and other.preposition in ("of", "in") and _KIND_OF.match(told)
        if other.span.start > phrase.span.end and (is_kind or _PART_OF.fullmatch(gap)):
            span = Span(phrase.span.start, other.span.end)
            return replace(
                phrase, span=span, names=(*phrase.names, *other.names), hint=other.hint or phrase.hint
            )
    return None


def _regions(sentence: Sentence) -> list[PlaceName]:
    return [n for p in phrases(sentence) for n in p.names if n.part == "adm_1" and not n.is_beside]


def _joined(names: tuple[PlaceName, ...], region: PlaceName) -> tuple[PlaceName, ...]:
    """Return a chain with a region before its country."""
    own = tuple(n for n in names if n.part != "country")
    return (*own, region, *names[len(own) :])


def _is_one_region(wider: PlacePhrase, phrase: PlacePhrase, context: CountryContext) -> bool:
    """Whether the gazetteer has the place where the region's seat is, in the country taken to be its own."""
    place, bare = resolve_place(wider, context), resolve_place(phrase, context)
    country = country_named(place.country) if place is not None and place.country is not None else None
    if place is None or bare is None or country is None or bare.country not in (None, place.country):
        return False
    return lies_in(wider.names[0].text, place.adm_1 or "", country)
