"""The words for a place, as far as the text names the site within the town."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tasks.dates.report_day import dateline
from tasks.events.main.where.spoken_from import is_hospital
from tasks.events.sections import is_apart
from tasks.lexicons.construction_words import words
from tasks.model.article import LEAD
from tasks.model.document import Document, Token
from tasks.model.span import Span
from tasks.places import CountryContext, PlacePhrase, phrases, resolve_place
from tasks.places.place_names import site_kind

_ON = re.compile(r"(?P<kind>(?: [a-z-]+){0,3}),? (?:on|in|at|near|off|of) (?:the )?")
_SITES = words("named_site")
_TOLD_IN = (
    r"(?:in|at|near|into|from|to|towards?|outside|around|entered|(?:village|town|city|settlement|island) of)"
)
_BUILT = frozenset(("dam", "bridge", "airport", "tunnel", "farm", "mine", "factory", "hotel", "university"))
_SENTENCES = 25  # of the prose from its beginning, in which fuller words are looked for


def with_site(document: Document, phrase: PlacePhrase) -> PlacePhrase:
    """Return the phrase with the fullest words that the text has for the same place; itself if it has none.

    "at Osk City railway station in Northshire" tells more than the title's "Osk", "the Palace of Justice
    in the capital Osk" more than "in Osk".  The names stay; only the words for them become more.
    """
    if not phrase.names or phrase.names[0].text not in phrase.span.of(document.text):
        return phrase  # the words are a title's site
    named = _named_site(document, phrase)
    if named is not None:
        return replace(phrase, span=named, has_site=True)
    own = phrase.names[0].text
    best = phrase.span
    for sentence in document.prose[:_SENTENCES]:
        if is_apart(document.heading_of(sentence)):
            continue
        told = phrases(sentence)
        for i, other in enumerate(told):
            if other.preposition == "from" or is_hospital(document, other):
                continue  # who tells of the dead: "attendants from the Osk Hospital"
            if other.is_weak or not _has_name(other.span.of(document.text), own):
                continue
            span = other.span
            behind = told[i + 1] if i + 1 < len(told) else None
            if behind is not None and _is_site(document.text[span.end : behind.span.start]):
                span = Span(span.start, behind.span.end)
            if "including" in span.of(document.text) or other.preposition in ("between", "to"):
                continue
            if (other.has_site or span != other.span) and len(span) > len(best) and best == phrase.span:
                best = span
    return replace(phrase, span=best)


def _has_name(text: str, name: str) -> bool:
    """Say whether a text has a name that ends where its words end: no pattern is made for each article."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        is_begun = _is_of_word(text[at - 1 : at]) != _is_of_word(name[0])
        if is_begun and _is_of_word(text[end : end + 1]) != _is_of_word(name[-1]):
            return True
        at = text.find(name, at + 1)
    return False


def _is_of_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def _named_site(document: Document, phrase: PlacePhrase) -> Span | None:
    """Return the name of the site that the title of a report only calls one: "Hotel Osk" of "a hotel"."""
    if (phrase.has_site and phrase.names[0].part is None) or dateline(document) is None:
        return None
    kinds = _SITES.intersection(document.article.title.split())
    for sentence in document.prose[1:_SENTENCES] if kinds else ():
        for kind in kinds & sentence.words:
            noun = kind.capitalize()
            name = rf"(?:(?!The )[A-ZÀ-Þ][\w'’-]+ ){{1,4}}{noun}\b|\b{noun} [A-ZÀ-Þ][\w'’-]+"
            found = re.search(name, sentence.span.of(document.text))
            if found is not None:
                start = sentence.span.start
                return Span(start + found.start(), start + found.end())
    return None


def _is_site(gap: str) -> bool:
    """Whether nothing or a kind of place stands before the preposition that a place begins with."""
    found = _ON.fullmatch(gap)
    if found is None:
        return False
    words = found["kind"].split()
    return not words or site_kind(Token.of(words[-1], 0, len(words[-1]), "word")) is not None


def with_surroundings(
    document: Document, own: PlacePhrase, ranked: Sequence[PlacePhrase], context: CountryContext
) -> PlacePhrase:
    """Return a title's place of which nothing is known with where the lead says that it happened.

    "The raid on Fort Osk was an attack on Hale in Northland" was at Fort Osk, in Hale.
    """
    place = resolve_place(own, context)
    if place is None or place.geonameid is not None or any(n.part is not None for n in own.names):
        return own
    if own.has_site and own.names[0].text.split()[-1].lower() in _BUILT:
        return own
    text = document.text.replace(document.article.title, "")  # "The attack at Osk was an attack on a base"
    if re.search(rf"\b{_TOLD_IN} (?:the )?{re.escape(own.names[0].text)}\b", text):
        return own
    own_names = {n.text for n in own.names}
    for phrase in ranked:
        if (
            phrase.is_weak
            or document.heading_at(phrase.span) != LEAD
            or own_names & {n.text for n in phrase.names}
        ):
            continue
        around = resolve_place(phrase, context)
        if around is None or around.country is None or (around.location is None and around.adm_2 is None):
            continue
        names = tuple([replace(n, is_beside=phrase.is_near and n.part is None) for n in phrase.names])
        return replace(own, span=phrase.span, names=(*own.names, *names), hint=own.hint or phrase.hint)
    return own
