"""Who cannot have done it, whatever a construction says: the last word before a party is chosen.

Asked of every candidate of the whole article, so that one who is left out leaves the role open for the next:

- not said: who stands in what the article does not say itself (`clauses/unasserted.py`)
- place: a bare name that the article mostly writes as where something is: "in Osk", "Osk police"
- put to death: who was lynched or executed, whatever he had been convicted of
- court: who only heard or judged a deed (`clauses/court_roles.py`)
- bystander: what inquires, judges, teaches, heals or reports: institutes, courts, hospitals, media
- own people: bare "militants", "gunmen" are no target where an armed group with a name attacks
- others: the name of a person that only says whose people acted
- government: in a coup or a revolt against it, the state's government is who was attacked
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from tasks.events.attackers.acting.ships_that_sank import is_title_ship
from tasks.events.clauses.court_roles import only_judges
from tasks.events.clauses.thrown import only_throws
from tasks.events.clauses.unasserted import is_unasserted
from tasks.events.found import Found
from tasks.events.targets.people.put_to_death import are_put_to_death
from tasks.events.targets.titled.titled_ships import title_ship_acts
from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import deed
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import any_of
from tasks.model.actor import Actor, ActorBook, Mention
from tasks.model.document import Document
from tasks.model.event import EventActor

_MEN = frozenset(("militants", "gunmen", "terrorists", "insurgents", "attackers", "jihadists"))
_TELLERS = ("media", "monitor")
_BYSTANDERS = words("bystander_body")
_MAY_BE_PLACE = ("armed_group", "unknown", "organisation")
_RISING = late_pattern(rf"\b(?:{deed('rising')}|overthrow)\b", re.IGNORECASE)
_OWN_COUP = late_pattern(r"\b(?:self-coup|autogolpe|crackdown|massacre|suppression)\b", re.IGNORECASE)
_WHERE = late_pattern(r"\b(?:in|at|near|outside|around|into|towards?) $")
_BODIES = any_of(words("of_place"))
_OF_PLACE = late_pattern(
    rf"(?:,| im | am |'s)? (?:{_BODIES})\b",
    re.IGNORECASE,
)
_PEOPLE_OF_ONE = late_pattern(
    r" (?:\w+ )?(?:clan(?:smen)?|gangs?|cartels?|famil(?:y|ies)|brothers|sisters|kinsmen|loyalists?"
    r"|supporters?|followers?|sympathi[sz]ers?|faction|network|syndicate|posse|tribe|dynasty)\b"
)
_REACH = 24  # code points beside a name that say whether it is a place


def fit(found: Sequence[Found], document: Document, actors: ActorBook) -> list[Found]:
    """Return the findings without attackers that cannot be any."""
    asked = {f.actor for f in found if f.role == "perpetrator"}  # each once, however often it was found
    unfit = {key for key in asked if not may_attack(key, document, actors)}
    unfit |= are_put_to_death(document, actors) if asked else set()
    return [
        f
        for f in found
        if f.role != "perpetrator"
        or (
            f.actor not in unfit
            and not _names_others(f, document, actors)
            and not is_unasserted(document, f.span)
            and not only_judges(document, f, actors)
            and not only_throws(document, document.sentences[max(0, document.index_at(f.span.start))])
        )
    ]


def _names_others(found: Found, document: Document, actors: ActorBook) -> bool:
    """Whether a person's name only says whose people acted: "the Kerr clan", "X loyalists"."""
    actor = actors.actors.get(found.actor)
    if actor is None or actor.kind != "person":
        return False
    return _PEOPLE_OF_ONE.match(document.text, found.span.end) is not None


def without_own_people(parties: Sequence[EventActor], actors: ActorBook) -> list[EventActor]:
    """Return the parties without bare "militants" as the target of an armed group, whose men those are."""
    acting = [a for p in parties if p.role == "perpetrator" and (a := actors.actors.get(p.actor))]
    if not any(a.kind == "armed_group" for a in acting):
        return list(parties)
    return [
        p
        for p in parties
        if p.role != "target" or (a := actors.actors.get(p.actor)) is None or a.name.lower() not in _MEN
    ]


def without_states(parties: Sequence[EventActor], actors: ActorBook) -> list[EventActor]:
    """Return the parties without a state whose own armed forces have the same role, which tell more."""
    wholes = {
        (p.role, a.part_of)
        for p in parties
        if (a := actors.actors.get(p.actor)) is not None and a.kind == "military" and a.part_of
    }
    return [p for p in parties if (p.role, p.actor) not in wholes or p.role == "participant"]


def without_ruled(document: Document, parties: list[EventActor], actors: ActorBook) -> list[EventActor]:
    """Return the parties without the state whose ruler a rising was against: "President X of Norland"."""
    if not _is_ruled(document.article.title):
        return parties
    kinds = {p.actor: a.kind for p in parties if p.role == "target" and (a := actors.actors.get(p.actor))}
    if "person" not in kinds.values() or "state" not in kinds.values():
        return parties
    return [p for p in parties if p.role != "target" or kinds.get(p.actor) != "state"]


def may_attack(key: str, document: Document, actors: ActorBook) -> bool:
    """Whether an actor can have carried out the article's own event."""
    actor = actors.actors.get(key)
    if actor is None:
        return True
    if actor.kind in _TELLERS or _is_bystander(actor):
        return False
    if is_title_ship(actor.name, document.article.title) and not title_ship_acts(document):
        return False
    if actor.kind == "government" and _is_ruled(document.article.title) and _names_government(actor):
        return False
    return not is_only_place(actor, document, actors)


def _is_bystander(actor: Actor) -> bool:
    return actor.kind != "person" and not _BYSTANDERS.isdisjoint(actor.name.lower().split())


def _names_government(actor: Actor) -> bool:
    last = actor.name.lower().split()[-1]
    return last in ("government", "administration", "regime", "authorities")


@cache
def _is_ruled(title: str) -> bool:
    return _RISING.search(title) is not None and _OWN_COUP.search(title) is None


def is_only_place(actor: Actor, document: Document, actors: ActorBook) -> bool:
    """Whether a name of one or two words stands, at least half of the times, where a place does."""
    if actor.kind not in _MAY_BE_PLACE or len(actor.name.split()) > 2 or actor.aliases:
        return False
    if not actor.name[:1].isupper() or actor.name.isupper():
        return False
    told = actors.mentions_of(actor.key)
    placed = sum(_is_placed(document.text, m) for m in told)
    return bool(told) and 2 * placed >= len(told)


def _is_placed(text: str, mention: Mention) -> bool:
    before = text[max(0, mention.span.start - _REACH) : mention.span.start]
    return _WHERE.search(before) is not None or _OF_PLACE.match(text, mention.span.end) is not None
