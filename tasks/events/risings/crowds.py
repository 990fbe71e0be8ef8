"""Who rioted or protested, where an article on that names no other attacker, and against whom they did.

Such an article says who they were by a noun of their own, in the lead or where it tells what happened.
"""

from __future__ import annotations

import re

from tasks.events.new_party import NewParty, party, pieces
from tasks.events.risings.repressed import is_repressed
from tasks.events.sections import is_apart
from tasks.events.targets.people.crowd_hit import crowd_hit
from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import deed
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import any_of
from tasks.model.actor import ActorBook, Mention
from tasks.model.article import INFOBOX, LEAD
from tasks.model.document import Document, Sentence
from tasks.model.span import Span

_RISING = late_pattern(r"\b(?:riots?|rioting|pogroms?|protests?|demonstrations?|unrest)\b", re.IGNORECASE)
_RIOT = late_pattern(r"\b(?:riots?|rioting|pogroms?|disorders?)\b", re.IGNORECASE)
_ENDS_IN_PEOPLE = re.compile(r"[a-z]s$")  # "youths", "Neo-Nazis": no place
_MOST = 2  # of those whom the box names
_PRISON = late_pattern(r"\b(?:prison|jail|gaol|penitentiary|detention)\b", re.IGNORECASE)
_DONE = frozenset(("committed", "perpetrated", "carried", "conducted", "launched", "staged"))
_PEOPLE = any_of(words("crowd_doer"))
_DOERS = late_pattern(
    r"\b(?:committed|perpetrated|carried out|conducted|launched|staged) by"
    r" (?:a group of |members of |the |a |an )?(?P<who>(?:[A-Za-z][\w-]+ ){0,3}"
    rf"(?:{_PEOPLE}))\b"
)
_NOBODY = late_pattern(r"\b(?:unknown|unidentified|masked|suspected|alleged)\b")
_AGAINST = late_pattern(
    r"\b(?:aimed|directed|protest\w*|demonstrat\w+|riot\w*|rall(?:y|ies)) (?:at|against)\b"
)
_REACH = 60  # code points between "against" and the name
_CROWD = late_pattern(r"\b(?:rioters|protest[eo]rs|demonstrators|mobs?)\b", re.IGNORECASE)
_MASSACRE = late_pattern(rf"\b{deed('attack')}\b", re.IGNORECASE)
_MOB = late_pattern(r"\bmobs?\b", re.IGNORECASE)
_OF_WHOM = late_pattern(
    r" of (?:angry |armed |about |some |several )*"
    r"(?P<who>(?:(?:[A-Z]\w+|white|black|local) )+[a-z]{3,}(?:s|men|people))\b"
)
_HELD = late_pattern(r"\b(?:inmates|prisoners|detainees|convicts)\b", re.IGNORECASE)


def rising_crowd(document: Document, actors: ActorBook) -> list[NewParty]:
    """Return those who rioted or protested, of an article on that."""
    if described := _described_doers(document, actors):
        return described
    title = document.article.title
    if not _RISING.search(title) and not _MASSACRE.search(title):
        return []
    if not _RIOT.search(title) and _are_fired_on(document, actors):
        return []
    nouns = _MOB if not _RISING.search(title) else _HELD if _PRISON.search(title) else _CROWD
    told = [s for s in document.sentences if not _is_elsewhere(document, s)]
    for sentence in sorted(told, key=lambda s: document.heading_of(s) != LEAD):
        found = nouns.search(document.text, sentence.span.start, sentence.span.end)
        if found is None or found.start() < len(title) + 4:
            continue
        of_whom = _OF_WHOM.match(document.text, found.end(), sentence.span.end)
        words_ = Span(*of_whom.span("who")) if of_whom else Span(*found.span())
        made = party(document, words_, "perpetrator", "civilians", "crowd")
        known = next((m for m in actors.overlapping(made.mention.span) if m.span == made.mention.span), None)
        if known is None:
            return [made]
        mention = Mention(known.span, known.actor, "name", "crowd")
        return [NewParty(actors.actors[known.actor], mention, "perpetrator")]
    return _rioters_of_box(document, actors)


def _rioters_of_box(document: Document, actors: ActorBook) -> list[NewParty]:
    """Return the people that the box of a riot names first: "neo-Nazis and local youths"."""
    if not _RIOT.search(document.article.title):
        return []
    found = []
    for field in document.article.infobox:
        for start, end in pieces(field.value) if field.name == "combatant_1" else ():
            span = Span(field.span.start + start, field.span.start + end)
            known = next((m for m in actors.overlapping(span) if m.span.end == span.end), None)
            if known is not None:
                mention = Mention(known.span, known.actor, "name", "crowd")
                found.append(NewParty(actors.actors[known.actor], mention, "perpetrator"))
            elif _ENDS_IN_PEOPLE.search(span.of(document.text)):
                found.append(party(document, span, "perpetrator", "civilians", "crowd"))
    return found[:_MOST]


def _described_doers(document: Document, actors: ActorBook) -> list[NewParty]:
    """Return people of whom the lead says that they did it: "committed by colonial prison guards"."""
    for sentence in document.lead:
        if _DONE.isdisjoint(sentence.words) or "by" not in sentence.words:
            continue
        match = _DOERS.search(document.text, sentence.span.start, sentence.span.end)
        if match is not None and not _NOBODY.search(match["who"]):
            span = Span(*match.span("who"))
            if not actors.overlapping(span):
                return [party(document, span, "perpetrator", "civilians", "crowd")]
    return []


def protested_against(document: Document, actors: ActorBook) -> list[NewParty]:
    """Return the person or government that the lead of such an article says the protest was against."""
    if not _RISING.search(document.article.title) or _are_fired_on(document, actors):
        return []
    for sentence in document.lead:
        match = _AGAINST.search(document.text, sentence.span.start, sentence.span.end)
        if match is None:
            continue
        reach = Span(match.end(), min(match.end() + _REACH, sentence.span.end))
        for mention in actors.overlapping(reach):
            actor = actors.actors[mention.actor]
            if mention.span.start >= reach.start and actor.kind in ("person", "government"):
                return [NewParty(actor, Mention(mention.span, actor.key, "name", "people"), "target")]
        return []
    return []


def _are_fired_on(document: Document, actors: ActorBook) -> bool:
    """Whether the article says that demonstrators were fired on, or met with force."""
    return is_repressed(document) or bool(crowd_hit(document, actors))


def _is_elsewhere(document: Document, sentence: Sentence) -> bool:
    heading = document.heading_of(sentence)
    return heading == INFOBOX or is_apart(heading)
