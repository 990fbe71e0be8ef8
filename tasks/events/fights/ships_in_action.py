"""The ships of an action at sea, which are named beside the states that they fought for.

In a battle a ship fights for a navy; an action that is called by its day is one of single ships.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.actor import ActorBook
from tasks.model.document import Document
from tasks.model.event import EventActor

_ACTION = late_pattern(r"Action of \d{1,2} [A-Z][a-z]+ \d{4}\b")
_ROLES = ("perpetrator", "target")
_PREFIXES, _NOUNS = words("ship_prefix"), words("ship_in_fight")
_CRAFT = frozenset(
    ("ships", "vessels", "warships", "boats", "aircraft", "positions", "bases", "ship", "vessel")
)


def with_ships(
    document: Document, parties: Sequence[EventActor], sides: Sequence[EventActor], actors: ActorBook
) -> list[EventActor]:
    """Return the sides of an action with the ships by name that were found as parties.

    `sides` are the parties as the sides name them; where one is a navy, its ships are not told beside it.
    """
    if _ACTION.match(document.article.title) is None:
        return list(sides)
    kept = [p for p in sides if p.role not in _ROLES or not _is_ship(document, p, actors)]
    kinds = {a.kind for p in kept if (a := actors.actors.get(p.actor)) is not None and p.role in _ROLES}
    if kinds != {"state"}:
        return kept if kinds else list(sides)
    return kept + [p for p in parties if p.role in _ROLES and _is_ship(document, p, actors)]


def _is_ship(document: Document, party: EventActor, actors: ActorBook) -> bool:
    actor = actors.actors.get(party.actor)
    if actor is None or not actor.name:
        return False
    before = document.text[max(0, party.span.start - 20) : party.span.start].split()
    is_told = bool(before) and before[-1].lower() in _NOUNS
    return actor.name.split()[0] in _PREFIXES or is_told


def owners_of_craft(parties: Sequence[EventActor], actors: ActorBook) -> list[EventActor]:
    """Return the parties, "Norland Navy ships" as the Norland Navy."""
    done = []
    for party in parties:
        actor = actors.actors.get(party.actor)
        if actor is not None and actor.kind == "unknown" and actor.name.split()[-1].lower() in _CRAFT:
            whose = [m.actor for m in actors.overlapping(party.span) if m.span.start == party.span.start]
            force = next((k for k in whose if actors.actors[k].kind == "military"), None)
            party = replace(party, actor=force) if force is not None else party
        done.append(party)
    return done
