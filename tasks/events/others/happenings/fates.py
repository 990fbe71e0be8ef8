"""Nouns for what became of a place or an army, which say whose they are: "the fall of Osk in May 1988".

They name an event where what follows is a place; the fall of a minister or the capture of a suspect is none,
and a country falls in the course of a war.
"""

from __future__ import annotations

from collections.abc import Iterator

from tasks.events.others.happenings.captures import is_ground
from tasks.events.triggers import EventType, Trigger
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import ANY, forms_of, nouns_that
from tasks.model.document import Document, Sentence
from tasks.model.span import Span
from tasks.places.countries_and_regions import country_named

_FALLS = frozenset(
    ("fall", "recapture", "loss", "liberation", "conquest", "destruction", "taking")
)  # of nobody
_PLUNDERS = forms_of(nouns_that(("robs", "destroys"), ANY)) | {"overrunning", "plunder"}
_FATES = _FALLS | _PLUNDERS | {"capture", "seizure", "surrender"}
_BEATEN = frozenset(("victory", "defeat", "defeats", "victories"))
_OF_SHIPS = frozenset(("sinking", "torpedoing", "scuttling"))  # "the sinking of the Heron"
FATES = _FATES | _BEATEN | _OF_SHIPS
_TAKEN = EventType("Battles", "Armed clash", "ASSAULT", None, 3)
_WHERE = frozenset(("at", "near", "off"))
_KIND = 3  # tokens of "the town of"


def fates(document: Document, sentence: Sentence) -> Iterator[Trigger]:
    """Yield the nouns of a sentence for what became of a place, and for victories and defeats at one."""
    tokens = sentence.tokens
    for i in sentence.places(FATES):
        if i + 2 >= len(tokens):
            continue
        after = tokens[i + 1].lower
        if tokens[i].lower in _BEATEN:
            is_told = after in _WHERE and tokens[i + 2].text[:1].isupper()
        elif tokens[i].lower in _OF_SHIPS:
            at = i + 2 + (sentence.lower[i + 2] == "the")
            is_told = after == "of" and at < len(tokens) and tokens[at].text[:1].isupper()
        else:
            near = tokens[i + 2 : i + 2 + _KIND]
            name = tokens[i + 2].text
            is_named = name[:1].isupper() and tokens[i].lower in _FALLS | _PLUNDERS
            is_named = is_named and country_named(name) is None
            is_named = is_named or _is_place(document, tokens[i + 2].text) or any(map(is_ground, near))
            is_told = after == "of" and is_named
        if is_told:
            yield Trigger(Span(tokens[i].start, tokens[i].end), i, i, False, _TAKEN)


def _is_place(document: Document, name: str) -> bool:
    """Whether an article says that something is in or near what has a name."""
    if not name[:1].isupper():
        return False
    return any(found[1] == name for found in _AT.finditer(document.text))


_AT = late_pattern(r"\b(?:in|near|at|around|to) (?:the )?([A-ZÀ-Þ][\w'’-]+)")
