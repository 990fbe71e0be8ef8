"""Who says in a coup that power is theirs: "announced that he had assumed all powers"."""

from __future__ import annotations

import re

from tasks.events.by_sentence import Stretches
from tasks.events.risings.plotters import is_coup
from tasks.events.sections import own_sentences
from tasks.events.sentence_words import sentence_words
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.actor import ActorBook
from tasks.model.document import Document
from tasks.model.event import EventActor
from tasks.model.span import Span

_SAYS = frozenset(("announced", "declared", "proclaimed", "read", "announcing", "declaring", "proclaiming"))
_DONE = r"(?:assumed|taken|seized|overthrown|deposed|removed|dissolved|suspended|toppled|ousted|dismissed)"
_TAKES_POWER = late_pattern(
    r"(?P<office>,? [^.;:]{1,70}?,)?(?: who)?(?: had| then| later| also| himself)?"
    r"(?: appeared [^.;:]{1,40}? and)?"
    r" (?:(?:announced|declared|proclaimed)(?: (?:on|over|in) [^,.;:]{1,40})?"
    rf" (?:that (?:he|she|they|we|the \w+(?: \w+)?) (?:had|have) (?:\w+ )?{_DONE}"
    r"|(?:himself|herself) (?:president|head|ruler|leader|king|emperor|the)"
    r"|the (?:dissolution|suspension|overthrow|end|fall|removal|deposition|dismissal|formation))"
    r"|read (?:out )?(?:a|the) (?:\w+ )?(?:proclamation|communiqué|statement|declaration|decree))"
)
_OFFICE = late_pattern(
    r"\b(?:second[- ]in[- ]command|deputy commander|commander|chief|head|officer|leader|member)s? (?:of|in) "
    r"(?:the|his|its) (?P<body>[\w' -]+?),"
)
_BODIES = ("military", "armed_group", "organisation", "party", "unknown")


def seized_power(document: Document, actors: ActorBook, others: Stretches) -> list[EventActor]:
    """Return the person who announces that power has changed hands, and the force whose officer that is."""
    if not is_coup(document):
        return []
    for sentence in own_sentences(document):
        if _SAYS.isdisjoint(sentence.words):
            continue
        for span, key in sentence_words(sentence, actors).mentions:
            if actors.actors[key].kind not in ("person", "military", "armed_group"):
                continue
            match = _TAKES_POWER.match(document.text, span.end, sentence.span.end)
            if match is None or any(s.contains(span) for _, s in others.get(sentence.index, ())):
                continue
            own = [EventActor(key, "perpetrator", span, "seized_power")]
            return own + _bodies(document, match, actors)
    return []


def _bodies(document: Document, match: re.Match[str], actors: ActorBook) -> list[EventActor]:
    """Return the force by name that an apposition says somebody serves: "second in command of the guard"."""
    office = match["office"] and _OFFICE.search(document.text, match.start("office"), match.end("office"))
    if not office:
        return []
    words_ = office["body"].lower().split()
    span = Span(*office.span("body"))
    for actor in actors.actors.values():
        if actor.kind in _BODIES and any(
            name.lower().split()[-len(words_) :] == words_ for name in (actor.name, *actor.aliases)
        ):
            return [EventActor(actor.key, "perpetrator", span, "seized_power")]
    return []
