"""The words for a place, as far as the text names the site within the town."""

from __future__ import annotations

import re
from dataclasses import replace

from tasks.events.sections import is_apart
from tasks.model.document import Document, Token
from tasks.model.span import Span
from tasks.places import PlacePhrase, phrases
from tasks.places.names import site_kind

_ON = re.compile(r"(?P<kind>(?: [a-z-]+){0,3}),? (?:on|in|at|near|off|of) (?:the )?")
_SENTENCES = 12  # of the prose from its beginning, in which fuller words are looked for


def with_site(document: Document, phrase: PlacePhrase) -> PlacePhrase:
    """Return the phrase with the fullest words that the text has for the same place; itself if it has none.

    "at Osk City railway station in Northshire" tells more than the title's "Osk", "the Palace of Justice
    in the capital Osk" more than "in Osk".  The names stay; only the words for them become more.
    """
    if not phrase.names:
        return phrase
    own = re.compile(rf"\b{re.escape(phrase.names[0].text)}\b")
    best = phrase.span
    for sentence in document.prose[:_SENTENCES]:
        if is_apart(document.heading_of(sentence)):
            continue
        told = phrases(sentence)
        for i, other in enumerate(told):
            if other.is_weak or not own.search(other.span.of(document.text)):
                continue
            span = other.span
            behind = told[i + 1] if i + 1 < len(told) else None
            if behind is not None and _is_site(document.text[span.end : behind.span.start]):
                span = Span(span.start, behind.span.end)
            if (other.has_site or span != other.span) and len(span) > len(best) and best == phrase.span:
                best = span
    return replace(phrase, span=best)


def _is_site(gap: str) -> bool:
    """Whether nothing or a kind of place stands before the preposition that a place begins with."""
    found = _ON.fullmatch(gap)
    if found is None:
        return False
    words = found["kind"].split()
    return not words or site_kind(Token.of(words[-1], 0, len(words[-1]), "word")) is not None
