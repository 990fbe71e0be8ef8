"""Victims as targets, and which of several words for one target stay.

Whoever was killed was aimed at where nothing else says so; where only a site was attacked, those of its
victims whom a noun of their own names ("students", "Northland soldiers"; not "people", "civilians").
"""

from __future__ import annotations

from collections.abc import Sequence

from tasks.lexicons.construction_words import words
from tasks.model.actor import ActorBook
from tasks.model.event import EventActor

_VAGUE = words("vague_people")
_SERVING = ("military", "armed_group", "government")


def with_victims(parties: Sequence[EventActor], actors: ActorBook) -> list[EventActor]:
    """Return the parties with the victims that are targets as well, each target once."""
    chosen = list(parties)
    targets = [p for p in chosen if p.role == "target"]
    aimed = [p for p in targets if _kind(p, actors) != "unknown"]
    bare = [p for p in aimed if _stands_for(p, chosen, actors)]
    chosen = [p for p in chosen if p not in bare]
    if not aimed or bare:
        victims = [p for p in chosen if p.role == "victim" and _is_named(p, actors)]
        if targets:
            acting = {_name(p, actors)[0] for p in chosen if p.role == "perpetrator" and _name(p, actors)}
            victims = [v for v in victims if _is_specific(v, actors) and _name(v, actors)[0] not in acting]
        victims.sort(key=lambda v: _kind(v, actors) not in _SERVING)
        taken = victims[:1] if targets else victims
        chosen += [EventActor(v.actor, "target", None, False, None, v.span) for v in taken]
    return _without_parts(chosen, actors)


def _kind(party: EventActor, actors: ActorBook) -> str:
    actor = actors.actors.get(party.actor)
    return actor.kind if actor is not None else "unknown"


def _name(party: EventActor, actors: ActorBook) -> list[str]:
    actor = actors.actors.get(party.actor)
    return actor.name.split() if actor is not None else []


def _is_named(party: EventActor, actors: ActorBook) -> bool:
    name = _name(party, actors)
    return bool(name) and not (name[-1].lower() in _VAGUE and len(name) == 1)


def _is_specific(party: EventActor, actors: ActorBook) -> bool:
    """Whether words say whose people the victims were: "Northland civilians"; not "guards"."""
    return _name(party, actors)[0][:1].isupper() and _kind(party, actors) != "person"


def _stands_for(party: EventActor, chosen: Sequence[EventActor], actors: ActorBook) -> bool:
    """Whether a bare people ("Israelis") is told of more closely by its victims ("Israeli civilians")."""
    name = _name(party, actors)
    if len(name) != 1 or not name[0][:1].isupper() or not name[0].endswith("s"):
        return False
    others = [_name(p, actors) for p in chosen if p.role == "victim"]
    return any(len(o) > 1 and o[0] == name[0].removesuffix("s") for o in others)


def _without_parts(parties: Sequence[EventActor], actors: ActorBook) -> list[EventActor]:
    """Leave out targets whose words are some of another's: "soldiers" beside "Northland soldiers"."""
    sets = {p.actor: {w.casefold() for w in _name(p, actors)} for p in parties if p.role == "target"}
    return [
        p
        for p in parties
        if p.role != "target"
        or not any(sets[p.actor] < other for key, other in sets.items() if key != p.actor)
    ]
