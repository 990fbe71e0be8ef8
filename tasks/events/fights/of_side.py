"""Who of a side of a battle has a role in it, and who belongs to a side."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.events.fights.camps import camp_of, states
from tasks.events.fights.side_names import rank
from tasks.events.party_choice import is_of_country, is_of_somebody, is_unnamed
from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.actor import Actor, ActorBook
from tasks.model.event import EventActor, Role
from tasks.model.span import Span

_SHIP = words("ship_prefix")
_REBELS = late_pattern(r"\b(?:rebel|insurgent|militant|guerrilla)s?\b")
_FIGHTING = ("person", "military", "armed_group", "international")
Side = Sequence[tuple[Span, str]]


def of_side(
    role: Role, own: Side, other: Side, parties: Sequence[EventActor], actors: ActorBook
) -> list[EventActor]:
    """Return who has a role: those found, but for the other side's, if one is of the side; else the side.

    Of those found beside the side, a person stays, and who fights; a place ("the eastern front") does not.
    """
    found = [p for p in parties if p.role == role and not is_of(p.actor, other, actors)]
    told = _of_state(role, found, own, actors)
    if told:
        return told
    named = [p for p in found if not _is_ship(p.actor, actors)]
    named = [p for p in named if not is_unnamed(p.actor, actors) or is_of_somebody(p.actor, actors)]
    made = [EventActor(key, role, span, "of_side") for span, key in own]
    if own and all(_is_plain(p, own, actors) for p in named):
        return made
    if named and own and all(actors.actors[key].kind == "international" for _, key in own):
        return named  # "United Nations": whose force it was
    if not any(is_of(p.actor, own, actors) for p in named):
        is_any_named = any(not is_unnamed(key, actors) for _, key in own)
        return made if is_any_named else [p for p in found if is_of(p.actor, own, actors)] or made
    return [
        p
        for p in found
        if is_of(p.actor, own, actors)
        or (
            (a := actors.actors.get(p.actor)) is not None
            and a.kind in _FIGHTING
            and any(map(str.isupper, a.name))
        )
    ]


def _of_state(role: Role, found: Sequence[EventActor], own: Side, actors: ActorBook) -> list[EventActor]:
    """Return who acted for a side of which the box names no more than the state, and the prose tells whom.

    "Norlandic separatist fighters", for they are no force of the state; a force whose state nothing tells.
    """
    if not own or any(actors.actors[key].kind != "state" for _, key in own):
        return []
    kinds = {p.actor: a.kind for p in found if (a := actors.actors.get(p.actor)) is not None}
    if any(is_of(key, own, actors) for key in kinds):
        return []
    people = [p for p in found if kinds.get(p.actor) == "armed_group" and is_of_country(p.actor, actors)]
    return people * (role == "perpetrator") or [
        p
        for p in found
        if kinds.get(p.actor) == "military"
        and not is_unnamed(p.actor, actors)
        and camp_of(p.actor, actors) not in states()
        and not _is_ship(p.actor, actors)
    ]


def _is_plain(party: EventActor, own: Side, actors: ActorBook) -> bool:
    """Whether "Norland forces" are no more than a body of the side: the Armed Forces of Norland."""
    camp = camp_of(party.actor, actors)
    bodies = [key for _, key in own if camp_of(key, actors) == camp and actors.actors[key].kind == "military"]
    is_plain = rank(party.actor, actors) == 1 or actors.actors[party.actor].name.endswith(" military")
    return camp in states() and is_plain and any(rank(k, actors) > 1 for k in bodies)


def _is_ship(key: str, actors: ActorBook) -> bool:
    """Whether an actor is a warship, which fights for a navy."""
    actor = actors.actors.get(key)
    return actor is not None and actor.name.split()[0] in _SHIP


def is_of(key: str, side: Side, actors: ActorBook) -> bool:
    """Whether an actor is one of a side, belongs to one, or is a force of a state that is on it."""
    return any(
        key == other
        or _belongs(
            actors.actors.get(key), actors.actors.get(other), (camp_of(key, actors), camp_of(other, actors))
        )
        for _, other in side
    )


def _belongs(actor: Actor | None, other: Actor | None, camps: tuple[str | None, str | None]) -> bool:
    one, two = camps
    if actor is None or other is None:
        return False
    if actor.part_of == other.key or other.part_of == actor.key:
        return True
    if one is not None and two is not None and (one in states()) != (two in states()):
        return False  # "the Norland Army" is none of the "Free Norland Army"
    of_state = ("state", "government", "military")
    if actor.kind in of_state and other.kind in of_state:
        return one == two if one is not None else actor.country_iso3 == other.country_iso3 is not None
    if _REBELS.search(actor.name) and actor.name.islower():
        return other.kind == "armed_group"
    own, theirs = ({w.casefold() for w in a.name.split() if w[:1].isupper()} for a in (actor, other))
    return bool(own) and bool(theirs) and (own <= theirs or theirs <= own)
