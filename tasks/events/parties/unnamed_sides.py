"""Sides of a fight that only the lead's phrase for them makes actors: the ship that sank another, a garrison.

- ship: "was captured by the Northland privateer Gull", "sunk by the submarine N-27"
- garrison: "the Northland garrison", in an article on a siege, a capture, a storming
"""

from __future__ import annotations

import re

from tasks.events.parties.new_parties import NewParty, party
from tasks.model.actor import ActorBook
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
_SHIPS = (
    r"submarine|U-boat|privateer|frigate|cruiser|destroyer|schooner|brig|sloop|corvette|gunboat|battleship|raider"
    r"|warship|steamer|torpedo boat|ship of the line|galley"
)
_BY_SHIP = re.compile(
    rf"\b(?:{'|'.join(sorted(_TAKEN))})\b[^.;]{{0,60}}? by (?:the|a|an) "
    rf"(?P<who>(?:[A-Z][\w-]+ ){{0,2}}(?:[a-z]+ )?(?:{_SHIPS}) [A-Z][\w-]*(?: [A-Z][\w-]*)?)"
)
_HELD = re.compile(
    r"\b(?:siege|capture|storming|fall|raid|battle|assault|relief|taking|attack)\b", re.IGNORECASE
)
_GARRISON = re.compile(r"\b(?:the|a|its|their|an|small|entire|strong) (?P<who>[A-Z][\w-]+ garrison)\b")


def unnamed_sides(document: Document, actors: ActorBook) -> list[NewParty]:
    """Return the ship by which the lead says that one was taken, and the garrison of what was attacked."""
    found: list[NewParty] = []
    for sentence in document.lead:
        if "by" not in sentence.words or _TAKEN.isdisjoint(sentence.words):
            continue
        match = _BY_SHIP.search(document.text, sentence.span.start, sentence.span.end)
        if match is not None:
            span = Span(*match.span("who"))
            if not any(m.span.end >= span.end for m in actors.overlapping(span)):
                found.append(party(document, span, "perpetrator", "military", "described"))
                break
    if not _HELD.search(document.article.title):
        return found
    for sentence in document.lead:
        if "garrison" not in sentence.words:
            continue
        match = _GARRISON.search(document.text, sentence.span.start, sentence.span.end)
        if match is not None and not actors.overlapping(span := Span(*match.span("who"))):
            return [*found, party(document, span, "target", "military", "garrison")]
    return found
