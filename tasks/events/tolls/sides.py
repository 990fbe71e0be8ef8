"""Two sides of an event that its parties show: who attacked is side a, who was attacked side b.

Only where both are of one known sort and the sorts differ, an armed group against forces of a state, so
that "soldiers" and "rebels" among the dead tell which side they were on.  Sides of an infobox stand before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

from tasks.events.tolls.told_figure import ToldFigure, population
from tasks.model.actor import ActorBook
from tasks.model.event import Event, EventActor, Population, Side

Force = Literal["fighters", "soldiers"]
_FORCES: dict[str, Force] = {
    "armed_group": "fighters",
    "military": "soldiers",
    "government": "soldiers",
    "state": "soldiers",
}
_SIDE_OF: dict[str, Side] = {"perpetrator": "a", "target": "b"}


def with_sides(event: Event, actors: ActorBook) -> Event:
    """Return the event with the sides of its perpetrators and targets, if those tell two sides apart."""
    if not forces_of(event, actors):
        return event
    return replace(
        event,
        actors=tuple(
            [
                EventActor(p.actor, p.role, p.span, p.rule, _side(p), p.is_alleged, claim=p.claim)
                for p in event.actors
            ]
        ),
    )


def _side(party: EventActor) -> Side | None:
    return None if party.is_alleged else _SIDE_OF.get(party.role)


def forces_of(event: Event, actors: ActorBook) -> dict[Side, Force]:
    """Return what sort of force fights on each side; nothing where the two cannot be told apart by it."""
    if any(party.side is not None for party in event.actors if party.side != _side(party)):
        return {}  # sides of the infobox
    found: dict[Side, set[Force | None]] = {"a": set(), "b": set()}
    for party in event.actors:
        side = _SIDE_OF.get(party.role)
        actor = actors.actors.get(party.actor)
        if side is None or actor is None or party.is_alleged:
            continue
        if party.role != "target" or actor.kind != "unknown":  # a site fights on no side
            found[side].add(_FORCES.get(actor.kind))
    if len(found["a"]) != 1 or len(found["b"]) != 1:
        return {}
    (attackers,), (attacked,) = found["a"], found["b"]
    if attackers is None or attacked is None or attackers == attacked:
        return {}
    return {"a": attackers, "b": attacked}


def dead_by_side(told: Sequence[ToldFigure], forces: Mapping[Side, Force]) -> dict[Side, list[ToldFigure]]:
    """Return the figures that count dead of each side's sort of force: "15 soldiers", "one rebel"."""
    populations: Mapping[Side, Population] = dict(forces)
    return {
        side: [t for t in told if t.figure.property == "killed" and population(t, told) == wanted]
        for side, wanted in populations.items()
    }
