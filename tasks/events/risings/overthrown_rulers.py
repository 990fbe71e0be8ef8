"""Whom a coup overthrew, where no construction says it: the ruler who, as it is told, lost power.

- "While President X was abroad, his government was overthrown", "against the regime of President X",
  "Prime Minister Y was detained"
"""

from __future__ import annotations

import re
from collections.abc import Collection

from tasks.events.sections import opening, own_body
from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import any_of
from tasks.model.actor import ActorBook
from tasks.model.document import Document, Sentence
from tasks.model.event import EventActor
from tasks.model.span import Span

_COUP = late_pattern(
    rf"\b(?:{any_of(words('coup'))}|overthrow|takeover|revolution"
    r"|(?:seiz(?:ed|es?|ing)|t[ao]k(?:es?|ing)|took) power)\b",
    re.IGNORECASE,
)
_RULER = late_pattern(
    r"\b(?:[Pp]resident|King|Queen|Emperor|[Pp]rime [Mm]inister|Premier|Sultan|Shah|Emir|Chancellor"
    r"|[Dd]ictator|Imam|(?:end to|ended|against|overthrew|toppled) the (?:[a-z]+ )?"
    r"(?:presidency|rule|dictatorship|reign|government|regime) of(?: President| King)?) "
    r"(?P<name>[A-ZÀ-Þ][\w'’-]+(?: (?:al-|bin |ibn |de |da |dos |van |von )?[A-ZÀ-Þ][\w'’.-]*){0,3})"
)
_LOSES = words("loses_power")
_COMES = late_pattern(
    r"\b(?:became|new|as|succeeded by|sworn in(?: as)?|replaced by|future|installed(?: as)?|proclaimed|next)"
    r" (?:the |an? )?$",
    re.IGNORECASE,
)
_MOST = 2  # rulers


def overthrown_rulers(document: Document, actors: ActorBook, acting: Collection[str]) -> list[EventActor]:
    """Return the rulers whom a coup was against, the lead's or else the first of the body."""
    first = opening(document)[0].span.of(document.text) if opening(document) else ""
    if not _COUP.search(document.article.title) and not _COUP.search(first):
        return []
    found = [one for s in document.lead for one in _of_sentence(document, s, actors)]
    if not found:
        found = next((f for s in own_body(document) if (f := _of_sentence(document, s, actors))), [])
    once = {one.actor: one for one in found if one.actor not in acting}
    return list(once.values())[:_MOST]


def _of_sentence(document: Document, sentence: Sentence, actors: ActorBook) -> list[EventActor]:
    if _LOSES.isdisjoint(sentence.words):
        return []
    found = []
    for match in _RULER.finditer(document.text, sentence.span.start, sentence.span.end):
        if _COMES.search(document.text, max(sentence.span.start, match.start() - 24), match.start()):
            continue
        span = Span(*match.span("name"))
        known = next((m for m in actors.overlapping(span) if actors.actors[m.actor].kind == "person"), None)
        if known is not None:
            found.append(EventActor(known.actor, "target", known.span, "ruler"))
    return found
