"""Where the prose first names the ship or the airliner that a title is about."""

from __future__ import annotations

import re

from tasks.events.sections import opening
from tasks.events.ships.titled_ship import titled_ship
from tasks.events.ships.what_befell import own_tellings, tellings
from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.article import INFOBOX
from tasks.model.document import Document
from tasks.model.memo import remembered
from tasks.model.span import Span

_PREFIXES = "|".join(sorted(words("ship_prefix")))
_SHIP = late_pattern(rf"\b(?:{_PREFIXES}) (?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)")
_ACTS = (
    r" (?:had )?(?:(?:sank|torpedoed|shelled|rammed|attacked|captured|seized|bombarded|intercepted|boarded"
    r"|machine-gunned|(?:fired|opened fire) (?:up)?on|shot down)"
    r" (?:a|an|the|two|three|several|\w+ [a-z]+s|[A-Z\d]))"
)
_EVENT = late_pattern(r" [a-z]{4,}")  # "HMS Heron incident" is on no ship alone
_ON_FLIGHTS = late_pattern(r" Flight |\bhijack(?:ing)?\b|\b[Aa]ir(?:liner|craft|plane)\b")
_INCIDENT = late_pattern(r"(?:\d{4} )?(?P<name>[A-Z][\w'’-]+) (?:incident|affair|sinking|disaster)")
_UNDONE = frozenset(("sunk", "torpedoed", "sinking", "attacked", "hijacked", "shelled", "bombed", "rammed"))
_FIRST = 3  # sentences of the lead
_FLIGHT = late_pattern(r"\b(?:[A-Z][\w’'-]+ (?:de )?){1,6}Flight \d+[A-Z]?\b")


def ship_of_title(document: Document) -> Span | None:
    """Return where the prose first names the ship that the title is about: "HMS Heron" or "the Heron"."""
    match = _SHIP.search(document.article.title)
    own = titled_ship(document)
    if match is None and own is not None and tellings(document):
        return _first_named(document, rf"\b(?:the )?(?:[Cc]onvoy )?{re.escape(own.name)}\b")
    if match is None and (ship := _bare_ship(document)) is not None:
        return ship
    if match is None:
        is_begun = (
            bool(opening(document))
            and _FLIGHT.match(document.text, opening(document)[0].span.start) is not None
        )
        return _flight(document) if is_begun or _ON_FLIGHTS.search(document.article.title) else None
    found = (_first_named(document, rf"\b{re.escape(words_)}\b") for words_ in (match.group(), match["name"]))
    return next((span for span in found if span is not None), None)


def _first_named(document: Document, pattern: str) -> Span | None:
    """Return where the prose first has what a pattern finds."""
    name = re.compile(pattern)
    for sentence in document.sentences:
        found = name.search(document.text, sentence.span.start, sentence.span.end)
        if found is not None and document.heading_of(sentence) != INFOBOX:
            return Span(found.start(), found.end())
    return None


def _bare_ship(document: Document) -> Span | None:
    """Return the ship that a title names without a prefix, where the lead says that she was sunk or hit."""
    name = _INCIDENT.fullmatch(document.article.title)
    if name is None or _UNDONE.isdisjoint(w for s in opening(document)[:_FIRST] for w in s.words):
        return None
    ship = re.compile(rf"\b(?:{_PREFIXES}) {re.escape(name['name'])}\b")
    found = [ship.search(document.text, s.span.start, s.span.end) for s in opening(document)[:_FIRST]]
    return next((Span(f.start(), f.end()) for f in found if f is not None), None)


@remembered
def title_ship_acts(document: Document) -> bool:
    """Whether the lead says that the title's ship did it: "HMS Heron, commanded by X, sank the steamer Y"."""
    if own_tellings(document):
        return own_tellings(document)[0].kind == "did"
    match = _SHIP.search(document.article.title)
    name = match and re.escape(match["name"].split()[0])
    acts = re.compile(rf"\b{name}(?: [A-Z]\w+)?(?: \([^)]*\))?(?:,[^,.;]+(?:,|,[^,.;]+,))?{_ACTS}")
    return (
        match is not None
        and _EVENT.match(document.article.title, match.end()) is not None
        and any(acts.search(document.text, s.span.start, s.span.end) is not None for s in document.lead)
    )


def _flight(document: Document) -> Span | None:
    """Return where the prose first names an airliner by its flight's number."""
    for sentence in document.sentences:
        found = _FLIGHT.search(document.text, sentence.span.start, sentence.span.end)
        if found is not None and sentence.span.start > len(document.article.title) + 3:
            return Span(found.start(), found.end())
    return None
