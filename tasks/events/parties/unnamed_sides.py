"""Sides of a fight that only the lead's phrase for them makes actors: the ship that sank another, a garrison.

- ship: "was captured by the Northland privateer Gull", "sunk by the submarine N-27"
- officers: "arrested their Northland officers", in an article on a mutiny
- garrison: "the Northland garrison", in an article on a siege, a capture, a storming
"""

from __future__ import annotations

import re

from tasks.events.new_party import NewParty, party
from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import any_of
from tasks.model.actor import ActorBook, Mention
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
_BY_SHIP = late_pattern(
    rf"\b(?:{'|'.join(sorted(_TAKEN))})\b[^.;]{{0,60}}? by (?:the|a|an) "
    rf"(?P<who>(?:[A-Z][\w-]+ ){{0,2}}(?:[a-z]+ )?(?:{_SHIPS}) [A-Z][\w-]*(?: [A-Z][\w-]*)?)"
)
_HELD = late_pattern(
    r"\b(?:siege|capture|storming|fall|raid|battle|assault|relief|taking|attack)\b", re.IGNORECASE
)
_MUTINY = late_pattern(r"\b(?:mutiny|mutinies|revolt)\b", re.IGNORECASE)
_THEIR_OFFICERS = late_pattern(
    r"\b(?:against|arrested|killed|murdered|seized|imprisoned|shot|overpowered|attacked|detained|disarmed)"
    r" (?:all )?"
    r"their (?:own )?(?P<who>(?:[A-Z]\w+ )?(?:[a-z]+ )?officers)\b"
)
_GARRISON = late_pattern(
    r"\b(?:the|a|its|their|an|small|entire|strong) (?P<who>[A-Z][\w-]+ garrison)\b"
    r"|\bgarrison of (?:(?:about|some|around|over|nearly) )?(?:[\d,]+ )?(?P<men>[A-Z][a-z]+s)\b"
)


def unnamed_sides(document: Document, actors: ActorBook) -> list[NewParty]:
    """Return the ship by which the lead says that one was taken, and the garrison of what was attacked."""
    found: list[NewParty] = []
    for sentence in document.lead:
        if "by" not in sentence.words or _TAKEN.isdisjoint(sentence.words):
            continue
        match = _BY_SHIP.search(document.text, sentence.span.start, sentence.span.end)
        if match is not None:
            span = Span(*match.span("who"))
            known = next((m for m in actors.overlapping(span) if m.span.end >= span.end), None)
            if known is None:
                found.append(party(document, span, "perpetrator", "military", "described"))
            else:
                mention = Mention(known.span, known.actor, "name", "described")
                found.append(NewParty(actors.actors[known.actor], mention, "perpetrator"))
            break
    if _MUTINY.search(document.article.title):
        found += _officers(document, actors)
    if not _HELD.search(document.article.title):
        return found
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
            return [*found, NewParty(actors.actors[known.actor], mention, "target")]
        if not actors.overlapping(span):
            return [*found, party(document, span, "target", "military", "garrison")]
    return found


def _officers(document: Document, actors: ActorBook) -> list[NewParty]:
    """Return the officers against whom the lead says that their men rose."""
    for sentence in document.lead:
        if "their" not in sentence.words:
            continue
        match = _THEIR_OFFICERS.search(document.text, sentence.span.start, sentence.span.end)
        if match is None:
            continue
        span = Span(*match.span("who"))
        known = next((m for m in actors.overlapping(span) if m.span == span), None)
        if known is not None:
            mention = Mention(known.span, known.actor, "name", "officers")
            return [NewParty(actors.actors[known.actor], mention, "target")]
        if not actors.overlapping(span):
            return [party(document, span, "target", "military", "officers")]
    return []
