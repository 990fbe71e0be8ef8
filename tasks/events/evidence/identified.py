"""Who the attackers turned out to be: "those who were captured turned out to be X", "the raiders were X".

What an article calls by a common noun as it tells of the deed, it may name once some of them were seen close:
a people, a group, the men of a body.
"""

from __future__ import annotations

import re
from itertools import pairwise

from tasks.events.by_sentence import Stretches
from tasks.events.new_party import NewParty, party
from tasks.events.parties.fitness import may_attack
from tasks.events.sections import told_sentences
from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import any_of
from tasks.model.actor import ActorBook, Mention
from tasks.model.document import Document
from tasks.model.span import Span

_PLURALS = any_of(words("attackers"))
_SEEN = "captured|arrested|killed|caught|taken|seized|detained|apprehended|wounded"
_TURNS_OUT = late_pattern(
    rf"\b(?:(?:the|all|both|several|some|most|two|three|four) (?:of the )?(?:\w+ )?(?:{_PLURALS})"
    rf"|those (?:who (?:were |had been )?|of them |raiders |men )?(?:{_SEEN})"
    rf"|the (?:{_SEEN}|dead) (?:men|{_PLURALS})|prisoners|the prisoners)"
    r"[^.;:]{0,80}?"
    r" (?:turned out to (?:be|have been)|proved to (?:be|have been)|belonged to"
    r"|(?:were|was|had been)(?: \w+)? (?:identified as|found to be|recogni[sz]ed as|revealed to be"
    r"|shown to be|known to be|said to be))"
    r" (?:(?:members|men|fighters|soldiers|warriors|followers|veterans|officers|agents|militants|deserters)"
    r" (?:of|from) )?(?:the |a |an )?(?:ethnic |armed )?(?P<who>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)*)",
    re.IGNORECASE,
)
_TURNS = words("turns_out")
_NAMED = r"(?:the |an? )?(?P<who>[A-ZÀ-Þ])"
_MEMBERS = any_of(words("members"))
_THEY_ARE = late_pattern(
    r"(?:They|All (?:\w+ )?(?:of them|of the men|three|four|five|six)|All|Both)"
    rf" (?:(?:were|had been|are)(?: all| both)? (?:{_MEMBERS}) (?:of|from)|belonged to"
    rf"|(?:said (?:that )?they were|(?:introduced|identified|described|presented|called) themselves as)"
    rf" (?:{_MEMBERS}) (?:of|from)) {_NAMED}"
)
_BY_PEOPLE = (
    late_pattern(  # "it was taken over by four young people", the only ones of whom there are several
        rf"\b(?:was|had been) (?:\w+ ){{1,3}}?[^.;:]{{0,60}}?\bby"
        rf" (?:[a-z-]+ ){{0,4}}?(?:{any_of(words('attackers') | words('vague_people'))})\b"
    )
)
_KINDS = ("armed_group", "military", "organisation", "party", "unknown", "civilians", "government")


def identified(document: Document, actors: ActorBook, others: Stretches) -> list[NewParty]:
    """Return the group or people that the attackers turned out to be, of the first sentence that says so."""
    for sentence in told_sentences(document):
        if _TURNS.isdisjoint(sentence.words):
            continue
        match = _TURNS_OUT.search(document.text, sentence.span.start, sentence.span.end)
        if match is None or not match["who"][:1].isupper():
            continue
        span = Span(*match.span("who"))
        if any(s.contains(span) for _, s in others.get(sentence.index, ())):
            continue
        known = next((m for m in actors.overlapping(span) if m.span.start <= span.start), None)
        if known is None:
            name = re.match(r"[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)*", match["who"])
            assert name is not None
            span = Span(span.start, span.start + name.end())
            return [party(document, span, "perpetrator", "civilians", "identified", is_alleged=False)]
        if (found := _known_one(document, known, actors)) is not None:
            return [found]
    return _members(document, actors)


def _members(document: Document, actors: ActorBook) -> list[NewParty]:
    """Return the body of which the lead says that those were members by whom something was done."""
    for before, sentence in pairwise(document.lead):
        match = _THEY_ARE.match(document.text, sentence.span.start, sentence.span.end)
        if match is None or not _BY_PEOPLE.search(document.text, before.span.start, before.span.end):
            continue
        at = Span(match.start("who"), match.end("who"))
        known = next((m for m in actors.overlapping(at) if m.span.start <= at.start), None)
        found = None if known is None else _known_one(document, known, actors)
        if found is not None:
            return [found]
    return []


def _known_one(document: Document, known: Mention, actors: ActorBook) -> NewParty | None:
    """Return an actor as the one identified, None if it is none that attacks."""
    actor = actors.actors[known.actor]
    if actor.kind not in _KINDS or not may_attack(actor.key, document, actors):
        return None
    return NewParty(actor, Mention(known.span, known.actor, "name", "identified"), "perpetrator")
