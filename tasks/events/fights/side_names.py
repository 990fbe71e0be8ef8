"""By which names a side of a fight is told: a rank of names, forces for their state, groups for rebels."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from tasks.actors.bodies.collective import MODIFIERS
from tasks.actors.known.name_words import collectives
from tasks.events.fights.camps import REBELS, ROLES, states
from tasks.events.fights.fight import Fight
from tasks.events.found import Mentions
from tasks.events.party_choice import is_unnamed
from tasks.events.sentence_words import sentence_words
from tasks.model.actor import Actor, ActorBook
from tasks.model.event import EventActor, Role
from tasks.model.span import Span

FORCES = frozenset(("forces", "army", "troops", "military"))
_PART_OF = re.compile(r" (?:\w+ ){0,2}(?:of|from) the (?:\w+ )?", re.IGNORECASE)
_JOINS = re.compile(r" (?:of the|and (?:\w+ )?(?:of )?(?:the )?)")
_NAVIES = frozenset(("navy", "fleet"))
MOST = 3  # of a camp, those whom the article shows first
_GROUPS = ("armed_group", "organisation", "party")
_FORCES = (*_GROUPS, "military", "state")
_NAMED = 2  # the rank of a name of its own
_OFTEN = 2  # times that an article names a state's forces before they stand for the state


def well_named(fight: Fight, parties: Sequence[EventActor]) -> list[EventActor]:
    """Return the parties with names that tell more.

    Rebels are the groups that the lead shows in their role, a state its forces that the article tells of.
    """
    done: list[EventActor] = []
    for role in ("perpetrator", "target"):
        own = [p for p in parties if p.role == role]
        own = _without_leaders(fight, own) if role == "perpetrator" else own
        if own and all(fight.camp(p.actor) == REBELS for p in own):
            own = _by_name(role, fight, own)
        own = _without_vague(fight, own)
        own = [_by_part(fight, _by_side(fight, p)) for p in own]
        done += _each_once(fight, [_by_body(fight, _by_force(fight, p)) for p in own])
    return [p for p in parties if p.role not in ("perpetrator", "target")] + done


def _without_vague(fight: Fight, own: Sequence[EventActor]) -> list[EventActor]:
    """Return the parties without "militants" beside a group by name and the title's place beside a force."""
    kinds = {p.actor: a.kind for p in own if (a := fight.actors.actors.get(p.actor)) is not None}
    is_group = any(k in _GROUPS and not is_unnamed(key, fight.actors) for key, k in kinds.items())
    is_force = any(k in _FORCES for k in kinds.values())
    return [
        p
        for p in own
        if (kind := kinds.get(p.actor)) is None
        or (
            not (is_group and kind == "armed_group" and is_unnamed(p.actor, fight.actors))
            and not (is_force and kind == "unknown" and fight.actors.actors[p.actor].name in fight.title)
        )
    ]


def _each_once(fight: Fight, own: Sequence[EventActor]) -> list[EventActor]:
    """Return the parties of a role without a second name of no more than whose forces they were."""
    kept: list[EventActor] = []
    plain: set[str] = set()
    for party in own:
        actor = fight.actors.actors.get(party.actor)
        is_plain = actor is not None and actor.kind == "military" and rank(party.actor, fight.actors) < _NAMED
        camp = fight.party_camp(party)
        if not (is_plain and camp in plain) or any(k.actor == party.actor for k in kept):
            kept.append(party)
        if is_plain:
            plain.add(camp)
    return kept


def _without_leaders(fight: Fight, own: Sequence[EventActor]) -> list[EventActor]:
    """Return the parties of a role without persons that the lead does not show in it, where a body has it."""
    if all(is_person(p, fight) for p in own):
        return list(own)
    return [p for p in own if not is_person(p, fight) or fight.is_in_lead(p.span)]


def is_person(party: EventActor, fight: Fight) -> bool:
    """Say whether a party is a person."""
    actor = fight.actors.actors.get(party.actor)
    return actor is not None and actor.kind == "person"


def _by_force(fight: Fight, party: EventActor) -> EventActor:
    """Return a party that is a state as its forces, where the article tells of them more than once."""
    actor = fight.actors.actors.get(party.actor)
    camp = fight.camp(party.actor)
    if actor is None or actor.kind != "state" or camp is None:
        return party
    forces = [
        key
        for key in fight.told
        if fight.camp(key) == camp
        and fight.actors.actors[key].kind == "military"
        and _is_force(fight.actors.actors[key], _NAVIES if fight.is_naval else FORCES)
        and rank(key, fight.actors)
    ]
    shared = [key for key in forces if rank(key, fight.actors) < _NAMED] or forces  # before one of its armies
    best = max(shared, key=lambda key: (fight.named[key], key), default=None)
    if best is None:
        return party
    is_told_first = fight.is_naval and _is_told_first(fight, fight.told[best][1])
    if sum(fight.named[key] for key in forces) < _OFTEN and not is_told_first:
        return party
    return EventActor(
        best, party.role, fight.told[best][1], party.rule, party.side, party.is_alleged, claim=party.claim
    )


def _is_told_first(fight: Fight, span: Span) -> bool:
    """Whether words stand in the first paragraph, not where "the prize was bought into the Norland Navy"."""
    document = fight.document
    sentence = document.sentences[max(0, document.index_at(span.start))]
    return bool(document.lead) and sentence.paragraph <= document.lead[0].paragraph


def _by_side(fight: Fight, party: EventActor) -> EventActor:
    """Return a numbered unit of an unknown side as the forces of the state that its sentence says it is of.

    "Norland forces from the 41st Army were beaten by tanks of the 30th Brigade and the 17th Brigade of
    the Sudland Army": the sides are Norland forces and the Sudland Army.
    """
    actor = fight.actors.actors.get(party.actor)
    if actor is None or fight.camp(party.actor) is not None or not actor.name[:1].isdigit():
        return party
    sentence = fight.document.sentences[max(0, fight.document.index_at(party.span.start))]
    mentions = sentence_words(sentence, fight.actors).mentions
    at = next((i for i, (span, _) in enumerate(mentions) if span == party.span), None)
    if at is None:
        return party
    camp = _camp_along(fight, mentions[at::-1], _PART_OF) or _camp_along(fight, mentions[at:], _JOINS)
    best = most_told(fight, camp) if camp is not None else {}
    return next((replace(party, actor=key, span=span) for key, span in best.items()), party)


def _by_part(fight: Fight, party: EventActor) -> EventActor:
    """Return "Norland defenders" as the force of their side that the article shows in the same part."""
    actor = fight.actors.actors.get(party.actor)
    if actor is None or actor.name.split()[-1].lower() not in ROLES:
        return party
    for sign in fight.signs:
        key = sign.signal.actor
        is_same = sign.signal.attacks == (party.role == "perpetrator") and sign.camp == fight.camp(actor.key)
        if is_same and key is not None and rank(key, fight.actors) >= _NAMED and not _is_state(fight, key):
            return replace(party, actor=key, span=sign.signal.span)
    return party


def _is_state(fight: Fight, key: str) -> bool:
    return fight.actors.actors[key].kind == "state"


def _camp_along(fight: Fight, mentions: Mentions, link: re.Pattern[str]) -> str | None:
    """Return the first state's camp among names each of which a link ties to the one before it."""
    for (one, _), (other, key) in pairwise(mentions):
        if link.fullmatch(fight.document.text, min(one.end, other.end), max(one.start, other.start)) is None:
            return None
        camp = fight.camp(key)
        if camp in states():
            return camp
    return None


def _is_force(actor: Actor, nouns: Collection[str]) -> bool:
    """Whether one of an actor's names ends in a noun: "Armed Forces of Norland", also "Norland forces"."""
    return any(name.split()[-1].lower() in nouns for name in (actor.name, *actor.aliases))


def _by_body(fight: Fight, party: EventActor) -> EventActor:
    """Return "Norland forces" as the Norland Army, where the lead shows that body in the same role."""
    actor = fight.actors.actors.get(party.actor)
    if actor is None or rank(party.actor, fight.actors) != 1 or actor.name.split()[-1].lower() not in FORCES:
        return party
    for sign in fight.signs:
        key = sign.signal.actor
        is_same = sign.signal.attacks == (party.role == "perpetrator") and sign.camp == fight.camp(
            party.actor
        )
        if not (sign.in_lead and is_same) or key is None or rank(key, fight.actors) < _NAMED:
            continue
        if FORCES & {w.lower() for w in fight.actors.actors[key].name.split()}:
            return EventActor(
                key, party.role, sign.signal.span, party.rule, party.side, party.is_alleged, claim=party.claim
            )
    return party


def rank(key: str, actors: ActorBook) -> int:
    """Return how well a name tells who is meant: "troops", "Norland troops", "Norland Army"."""
    words_ = actors.actors[key].name.split()
    told = words_[1:] if words_[0].lower() in collectives() or words_[0].lower() in MODIFIERS else words_
    return any(c.isupper() for word in told for c in word) + (not is_unnamed(key, actors))


def _by_name(role: Role, fight: Fight, parties: Sequence[EventActor]) -> list[EventActor]:
    """Return, for rebels without a name, the armed groups that the lead shows in the same role."""
    groups: dict[str, Span] = {}
    for sign in fight.signs:
        key = sign.signal.actor
        if not sign.in_lead or key is None or sign.signal.attacks != (role == "perpetrator"):
            continue
        if fight.actors.actors[key].kind == "armed_group" and not is_unnamed(key, fight.actors):
            groups.setdefault(key, sign.signal.span)
    made = [EventActor(key, role, span, "groups_of_side") for key, span in list(groups.items())[:MOST]]
    return made or list(parties)


def most_told(fight: Fight, camp: str) -> dict[str, Span]:
    """Return the actor of a camp that the article names most often, a force before its state."""
    known = [key for key in fight.told if fight.camp(key) == camp]
    best = max(
        known,
        key=lambda k: (
            fight.actors.actors[k].kind == "military" and rank(k, fight.actors) > 0,
            fight.actors.actors[k].kind != "person",  # a spokesman is no side
            fight.told[k][0],
            k,
        ),
        default=None,
    )
    return {} if best is None else {best: fight.told[best][1]}
