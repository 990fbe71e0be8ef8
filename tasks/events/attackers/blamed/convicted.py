"""Persons whom a court found guilty of the article's own event, beside the group that did it.

"A member of X, Edin Brel, was found guilty of the bombing".
"""

from __future__ import annotations

from collections.abc import Collection

from tasks.events.by_sentence import Stretches
from tasks.events.sections import told_sentences
from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import deed
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import any_of
from tasks.model.actor import ActorBook
from tasks.model.document import Document
from tasks.model.event import EventActor

_GUILT = frozenset(("convicted", "guilty", "sentenced", "jailed", "imprisoned"))
_FOUND_GUILTY = late_pattern(
    r"(?:,|,[^,.;]{1,60},)? (?:was|were) (?:\w+ ){0,2}"
    r"(?:convicted|found guilty|sentenced|jailed|imprisoned)\b[^.;]{0,80}?\b(?:for|of|over|in)\b[^.;]{0,40}?"
    rf"\b{deed('attack')}\b"
    rf"|(?:,|,[^,.;]{{1,60}},)? (?:pleaded|pled) guilty to (?:having )?(?:{any_of(words('pleads_to'))}) "
)


def convicted(
    document: Document, taken: Collection[str], actors: ActorBook, others: Stretches
) -> list[EventActor]:
    """Return the persons of whom the article says so, in text order, without those that have a part already.

    Args:
        document: the article.
        taken: the actors that have a part.
        actors: the article's actors.
        others: the words of its other events, by sentence.
    """
    found: dict[str, EventActor] = {}
    for sentence in told_sentences(document):
        if _GUILT.isdisjoint(sentence.words):
            continue
        elsewhere = [span for _, span in others.get(sentence.index, ())]
        for mention in actors.overlapping(sentence.span):
            one = actors.actors[mention.actor]
            if one.kind != "person" or one.key in taken or any(s.contains(mention.span) for s in elsewhere):
                continue
            if _FOUND_GUILTY.match(document.text, mention.span.end, sentence.span.end):
                party = EventActor(one.key, "perpetrator", mention.span, "convicted")
                found.setdefault(one.key, party)
    return list(found.values())
