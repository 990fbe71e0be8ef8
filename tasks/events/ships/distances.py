"""Where at sea something was, told by how far from land: "120 miles west of Cape Osk"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import one_of
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.document import Document, Sentence, Token
from tasks.model.span import Span, hull
from tasks.places import PlacePhrase
from tasks.places.phrase import chain
from tasks.places.place_name import PlaceName

_UNIT = r"(?:nautical miles?|sea miles?|miles?|nmi|kilometres?|kilometers?|km|leagues)"
_COMPASS = r"(?:north|south|east|west)(?:[- ]?(?:north|south|east|west))*"
_NAME = r"(?:the )?(?=(?:[\w-]+ ){0,3}?[A-ZÀ-Þ])"
_AWAY = late_pattern(
    rf"(?:[\d,.]+|\w+)(?:[ -]{_UNIT})(?: \([^()]*\))?"
    rf"(?: (?:due |to the )?(?:{_COMPASS}|[NSEW]{{1,3}}|away|out|offshore)(?: of)?)?"
    rf"(?: (?:off|from|of))? {_NAME}"
)
_BEARING = late_pattern(rf"\b{_COMPASS}(?:ern (?:coast|tip|shore))? of {_NAME}")
_BATTLE = late_pattern(rf"\b(?i:{one_of(words('fights_named'))}) (?:of|off|at|on) (?:the )?(?=[A-ZÀ-Þ])")
_STOPS = frozenset(
    (";", ".", "(", "when", "while", "whilst", "by", "with", "on", "and", "to", "after", "during", "as",
     "killing", "which", "where", "in", "at", "before", "that", "she", "was", "had")
)  # fmt: skip


def distances(document: Document, sentence: Sentence) -> list[PlacePhrase]:
    """Return the places that a sentence tells by a distance from land."""
    return _places(document, sentence, _AWAY)


def tells_distance(words: str) -> bool:
    """Whether the words for a place tell how far from it something was."""
    return _AWAY.match(words) is not None


def bearings(document: Document, sentence: Sentence) -> list[PlacePhrase]:
    """Return the places that a sentence tells by where they lie of another: "south of Osk"."""
    return _places(document, sentence, _BEARING)


def fought_at(document: Document, sentence: Sentence) -> list[PlacePhrase]:
    """Return the places that a sentence names battles and landings after: "in the Battle of Osk"."""
    return [replace(p, span=hull(n.span for n in p.names)) for p in _places(document, sentence, _BATTLE)]


def _places(document: Document, sentence: Sentence, pattern: re.Pattern[str]) -> list[PlacePhrase]:
    """Return the places whose names stand behind what a pattern finds, with its words."""
    found: list[PlacePhrase] = []
    for match in pattern.finditer(document.text, sentence.span.start, sentence.span.end):
        inside = [t for t in sentence.tokens if t.start >= match.end()]
        end = next((i for i, t in enumerate(inside) if i and _ends(inside, i)), len(inside))
        phrase = _coast(document, match.end()) or chain(inside[:end], "off")
        if phrase is not None and not any(p.span.end > match.start() for p in found):
            last = min(inside[end - 1].end, phrase.span.end)
            found.append(replace(phrase, span=Span(match.start(), last), is_near=True))
    return found


def _coast(document: Document, start: int) -> PlacePhrase | None:
    """Return a coast that is named by its land's adjective: "the Norlandic coast"."""
    found = _COAST.match(document.text, start)
    if found is None:
        return None
    span = Span(found.start(), found.end())
    return PlacePhrase(span, (PlaceName(span, found.group(), None),), None, "off")


_COAST = late_pattern(r"[A-Z][\w-]+ (?:coast|coastline|shore)\b")


def _ends(tokens: Sequence[Token], at: int) -> bool:
    """Whether a place's words end before a token: a comma goes on with a larger place's name."""
    if tokens[at].text == ",":
        return not (at + 1 < len(tokens) and tokens[at + 1].text[:1].isupper())
    return tokens[at].lower in _STOPS
