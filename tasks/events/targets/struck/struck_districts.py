"""The part of a town, or the village, that the lead says was attacked: "raided the district of Rongo in Osk".

It stands beside people of whom no name is told, and before the town of the title, which only holds it.
"""

from __future__ import annotations

from collections.abc import Sequence

from tasks.events.new_party import NewParty, party_at
from tasks.events.sections import opening
from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import one_of
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import any_of
from tasks.model.actor import ActorBook
from tasks.model.document import Document
from tasks.model.event import EventActor
from tasks.model.span import Span

_STRUCK = late_pattern(
    rf"\b(?:{one_of(words('act'))}|targeting)"
    r" (?:the|a) (?:(?!and\b|on\b|of\b|in\b)[\w'’-]+ ){0,4}?"
    rf"(?:{any_of(words('struck_part'))}) of"
    r" (?P<name>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){0,2})"
)
_KINDS = words("struck_part")
_FIRST = 3  # sentences of the lead


def struck_district(
    document: Document, actors: ActorBook, parties: Sequence[EventActor]
) -> tuple[list[NewParty], list[EventActor]]:
    """Return the district or village that was attacked, and its part, where no target has a name."""
    hit = [actors.actors.get(p.actor) for p in parties if p.role == "target"]
    if any(a is None or not a.name.islower() for a in hit):
        return [], []
    for sentence in opening(document)[:_FIRST]:
        if _KINDS.isdisjoint(sentence.words):
            continue
        found = _STRUCK.search(document.text, sentence.span.start, sentence.span.end)
        if found is None:
            continue
        span = Span(*found.span("name"))
        new = party_at(document, actors, span, "target", "town")
        if any(p.actor == new.actor.key and p.role == "perpetrator" for p in parties):
            return [], []
        return [new], [EventActor(new.actor.key, "target", span, "struck_district")]
    return [], []
