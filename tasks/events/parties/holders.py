"""Who held what was attacked: "bombed a position held by the X Army and local fighters".

They are whom the attack hit, before anybody who is only counted among the dead.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tasks.events.fights.camps import camp_of
from tasks.events.parties.battle_rules import tells_fight
from tasks.events.party_choice import is_unnamed
from tasks.events.sections import told_sentences
from tasks.events.sentence_words import sentence_words
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.actor import ActorBook
from tasks.model.document import Document
from tasks.model.event import EventActor

_HOLDS = frozenset(("manned", "held", "occupied", "guarded", "garrisoned", "defended"))
_HELD_BY = late_pattern(rf"(?: [a-z-]+){{0,3}} (?:{'|'.join(sorted(_HOLDS))}) by (?:the |an? )?")
_GARRISONS = frozenset(("garrisoned", "defended", "manned"))
_GARRISONED_BY = late_pattern(
    rf"\b(?:was|were|been) (?:{'|'.join(sorted(_GARRISONS))}) by (?:[a-z0-9,-]+ ){{0,5}}(?=[A-Z0-9])"
)
_NAME = late_pattern(r"\b[A-Z]\w+")  # a word of the title that may be the place's
_AND = late_pattern(r"(?: \([^()]*\)|\))?,? and (?:the |some |local |allied )?")
_FORCES = ("military", "armed_group", "international")


def holders(document: Document, parties: Sequence[EventActor], actors: ActorBook) -> list[EventActor]:
    """Return the forces that the words behind a target say held it, and the one joined to them."""
    known = {p.actor for p in parties if p.role in ("perpetrator", "target")}
    found: dict[str, EventActor] = {}
    for party in parties:
        for one in _of_target(document, party, actors) if party.role == "target" else ():
            if one.actor not in known:
                found.setdefault(one.actor, one)
    return list(found.values())


def garrisons(document: Document, parties: Sequence[EventActor], actors: ActorBook) -> list[EventActor]:
    """Return the forces with a name that the article says garrisoned or defended what a fight was for."""
    title = document.article.title
    known = {p.actor for p in parties if p.role in ("perpetrator", "target")}
    if not tells_fight(title) or not any(p.role == "target" for p in parties):
        return []
    camps = {camp_of(p.actor, actors) for p in parties if p.role == "perpetrator"}
    found: dict[str, EventActor] = {}
    places = {w.lower() for w in _NAME.findall(title)}
    for sentence in told_sentences(document):
        if _GARRISONS.isdisjoint(sentence.words) or places.isdisjoint(sentence.words):
            continue
        for match in _GARRISONED_BY.finditer(document.text, sentence.span.start, sentence.span.end):
            for span, key in sentence_words(sentence, actors).mentions:
                is_behind = span.start <= match.end() < span.end
                if not is_behind or key in known or is_unnamed(key, actors):
                    continue
                if actors.actors[key].kind == "military" and camp_of(key, actors) not in camps - {None}:
                    found.setdefault(key, EventActor(key, "target", span, "garrison"))
    return list(found.values())[:1]


def _of_target(document: Document, party: EventActor, actors: ActorBook) -> Iterator[EventActor]:
    sentence = document.sentences[max(0, document.index_at(party.span.start))]
    if _HOLDS.isdisjoint(sentence.words):
        return
    end, link = party.span.end, _HELD_BY
    for span, key in sentence_words(sentence, actors).mentions:
        if span.start < end:
            continue
        if actors.actors[key].kind not in _FORCES or not link.fullmatch(document.text, end, span.start):
            return
        yield EventActor(key, "target", span, "garrison")
        if link is _AND:
            return
        end, link = span.end, _AND
