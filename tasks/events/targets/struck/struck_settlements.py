"""The settlement of the title as a target beside people of whom no name is told.

- massacre, shelling, raid: "Osk massacre" where the lead has "the village of Osk", "Osk, a hamlet"
- on: "Siege of Osk", "Raid on Osk", where all that was hit is told by common nouns
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.events.new_party import NewParty, party_at
from tasks.events.targets.sites.beside_box import of_box
from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import deed, deeds, one_of
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import any_of
from tasks.model.actor import ActorBook
from tasks.model.document import Document
from tasks.model.event import EventActor
from tasks.model.span import Span

_NAME = r"[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){0,3}"
# A bombing or a shooting may be of one house.
_EVENTS = f"{deed('many')}|killings|burning|sack|raids?|shelling"
_BEFORE = late_pattern(
    rf"(?:The )?(?:(?:[A-Z][a-z]+ )?\d{{4}} )?(?P<name>{_NAME}) "
    rf"(?:{_EVENTS})\b"
)
_BEHIND = late_pattern(
    rf"\b(?i:{one_of((deeds('by_hand') | deeds('afar')) - deeds('person'))}) (?:of|on) "
    rf"(?:the )?(?P<name>{_NAME})(?: \(.*\))?$"
)
_SETTLEMENTS = any_of(
    words("settlement") - {"district", "island", "park", "valley"}
    | {"settlement", "commune", "community", "mission", "farm", "plantation"}
)


def struck_settlement(
    document: Document, actors: ActorBook, parties: Sequence[EventActor]
) -> tuple[list[NewParty], list[EventActor]]:
    """Return the settlement of the title, and its part, where people without a name are the only target."""
    hit = [a for p in parties if p.role == "target" and (a := actors.actors.get(p.actor)) is not None]
    title = document.article.title
    if not hit or not document.lead or all(of_box(document, p.span) for p in parties if p.role == "target"):
        return [], []
    match = _BEHIND.search(title)
    if match is not None and all(a.name.islower() and not a.name.endswith("garrison") for a in hit):
        span = _first(document, match["name"])
    else:
        match = _BEFORE.match(title)
        if match is None or not all(_is_nameless(document, a.name) for a in hit):
            return [], []
        span = _first(document, match["name"]) if _is_settlement(document, match["name"]) else None
    if span is None or any(match["name"] in a.name for a in hit):
        return [], []
    new = party_at(document, actors, span, "target", "town")
    if any(p.actor == new.actor.key and p.role == "perpetrator" for p in parties):
        return [], []
    return [new], [EventActor(new.actor.key, "target", span, "struck_settlement")]


def _is_nameless(document: Document, name: str) -> bool:
    """Whether a common noun tells who was hit: "villagers", "Civilians" that begin a sentence."""
    at = document.text.find(name)
    is_first = any(s.span.start == at for s in document.prose)
    return name.islower() or is_first or name.lower() in document.text


def _is_settlement(document: Document, name: str) -> bool:
    """Whether the lead calls the place a settlement: "the village of Osk", "Osk, a small town"."""
    own = re.escape(name)
    told = re.compile(
        rf"\b(?:{_SETTLEMENTS}) of {own}\b|\b{own},? (?:a|an|the) (?:[\w-]+ ){{0,4}}(?:{_SETTLEMENTS})\b"
    )
    return told.search(document.text, document.lead[0].span.start, document.lead[-1].span.end) is not None


def _first(document: Document, name: str) -> Span | None:
    """Return where the prose first names the place alone, not in the name of the event."""
    alone = re.compile(rf"\b{re.escape(name)}\b(?! (?:{_EVENTS})\b)")
    for sentence in document.prose:
        for found in alone.finditer(document.text, sentence.span.start, sentence.span.end):
            return Span(found.end() - len(name), found.end())
    return None
