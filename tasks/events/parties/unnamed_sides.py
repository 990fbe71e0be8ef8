"""Sides of a fight that only the lead's phrase for them makes actors: the ship that sank another, a garrison.

- ship: "was captured by the Northland privateer Gull", "sunk by the submarine N-27"
- taken: "the capture of the privateer brig Gull", "sank the cruiser Heron"
- officers: "arrested their Northland officers", in an article on a mutiny
- rulers: "directed against the ruling junta", in an article on a rising
- garrison: "the Northland garrison", in an article on a siege, a capture, a storming
"""

from __future__ import annotations

import re

from tasks.events.new_party import NewParty, party
from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import deed, one_of
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import any_of
from tasks.model.actor import ActorBook, ActorKind, Mention
from tasks.model.document import Document
from tasks.model.span import Span

_TAKEN = frozenset(
    (
        "sunk",
        "captured",
        "torpedoed",
        "attacked",
        "rammed",
        "boarded",
        "taken",
        "seized",
        "shelled",
        "destroyed",
    )
)
_SHIPS = rf"{any_of(words('ship_in_fight'))}|torpedo boat|ship of the line"
_NOUNS_OF_SHIPS = words("ship_in_fight")
_BY_SHIP = late_pattern(
    rf"\b(?:{'|'.join(sorted(_TAKEN))})\b[^.;]{{0,60}}? by (?:the|a|an) "
    rf"(?P<who>(?:[A-Z][\w-]+ ){{0,2}}(?:[a-z]+ )?(?:{_SHIPS}) [A-Z][\w-]*(?: [A-Z][\w-]*)?)"
)
_SHIP_TAKEN = late_pattern(
    rf"\b(?:(?:capture|taking|sinking|destruction) of|{'|'.join(sorted(_TAKEN - {'taken'}))}|took|sank)"
    rf" (?:the|a|an) (?:[A-Z][\w-]+ )?(?:[a-z-]+ ){{0,2}}?(?:{_SHIPS})"
    r" (?P<who>[A-Z][\w-]*(?: [A-Z][\w-]*){0,2})(?! (?:was|were|had)\b)"
)
_HELD = late_pattern(rf"\b(?:{deed('attack', 'one')}|capture|fall|battle|relief|taking)\b", re.IGNORECASE)
_RISING = late_pattern(rf"\b{deed('rising')}\b", re.IGNORECASE)
_THEIR_OFFICERS = late_pattern(
    rf"\b(?:{one_of(words('act'))}|against|arrested|seized|imprisoned|overpowered|detained|disarmed)"
    r" (?:all )?"
    r"their (?:own )?(?P<who>(?:[A-Z]\w+ )?(?:[a-z]+ )?officers)\b"
)
_AGAINST_RULE = late_pattern(
    r"\b(?:directed|aimed) (?:against|at) (?:the |a )?(?P<who>(?:[A-Z]\w+ )?(?:[a-z]+ ){0,2}"
    r"(?:junta|triumvirate|dictatorship|regime|government|council|cabinet|monarchy))\b"
)
_GARRISON = late_pattern(
    r"\b(?:the|a|its|their|an|small|entire|strong) (?P<who>[A-Z][\w-]+ garrison)\b"
    r"|\bgarrison of (?:(?:about|some|around|over|nearly) )?(?:[\d,]+ )?(?P<men>[A-Z][a-z]+s)\b"
)


def unnamed_sides(document: Document, actors: ActorBook) -> list[NewParty]:
    """Return the ship by which the lead says that one was taken, and the garrison of what was attacked."""
    title = document.article.title
    found = _takers(document, actors) + _ship_taken(document, actors)
    if _RISING.search(title):
        found += _risen_against(document, actors, _THEIR_OFFICERS, "their")
        found += _risen_against(document, actors, _AGAINST_RULE, "against")
    return found + (_garrison(document, actors) if _HELD.search(title) else [])


def _takers(document: Document, actors: ActorBook) -> list[NewParty]:
    """Return the ship by which the lead says that another was taken."""
    for sentence in document.lead:
        if "by" not in sentence.words or _TAKEN.isdisjoint(sentence.words):
            continue
        match = _BY_SHIP.search(document.text, sentence.span.start, sentence.span.end)
        if match is not None:
            span = Span(*match.span("who"))
            known = next((m for m in actors.overlapping(span) if m.span.end >= span.end), None)
            if known is None:
                return [party(document, span, "perpetrator", "military", "described")]
            mention = Mention(known.span, known.actor, "name", "described")
            return [NewParty(actors.actors[known.actor], mention, "perpetrator")]
    return []


def _garrison(document: Document, actors: ActorBook) -> list[NewParty]:
    """Return the garrison of what was attacked, as the lead calls it."""
    for sentence in document.lead:
        if "garrison" not in sentence.words:
            continue
        match = _GARRISON.search(document.text, sentence.span.start, sentence.span.end)
        if match is None:
            continue
        span = Span(*match.span("who" if match["who"] else "men"))
        known = next((m for m in actors.overlapping(span) if m.span == span), None)
        if known is not None and match["men"]:
            mention = Mention(known.span, known.actor, "name", "garrison")
            return [NewParty(actors.actors[known.actor], mention, "target")]
        if not actors.overlapping(span):
            return [party(document, span, "target", "military", "garrison")]
    return []


def _ship_taken(document: Document, actors: ActorBook) -> list[NewParty]:
    """Return the ship that the lead says was captured in an action of single ships: "the capture of Gull"."""
    if not document.article.title.startswith("Action of "):
        return []
    for sentence in document.lead:
        if _NOUNS_OF_SHIPS.isdisjoint(sentence.words):
            continue
        match = _SHIP_TAKEN.search(document.text, sentence.span.start, sentence.span.end)
        if match is not None:
            span = Span(*match.span("who"))
            known = next((m for m in actors.overlapping(span)), None)
            if known is None:
                return [party(document, span, "target", "military", "described")]
            mention = Mention(known.span, known.actor, "name", "described")
            return [NewParty(actors.actors[known.actor], mention, "target")]
    return []


def _risen_against(
    document: Document, actors: ActorBook, pattern: re.Pattern[str], word: str
) -> list[NewParty]:
    """Return the officers, or the rulers without a name, against whom the lead says that men rose."""
    for sentence in document.lead:
        if word not in sentence.words:
            continue
        match = pattern.search(document.text, sentence.span.start, sentence.span.end)
        if match is None:
            continue
        span = Span(*match.span("who"))
        known = next((m for m in actors.overlapping(span) if m.span == span), None)
        if known is not None:
            mention = Mention(known.span, known.actor, "name", "officers")
            return [NewParty(actors.actors[known.actor], mention, "target")]
        if not actors.overlapping(span):
            kind: ActorKind = "government" if pattern is _AGAINST_RULE else "military"
            return [party(document, span, "target", kind, "officers")]
    return []
