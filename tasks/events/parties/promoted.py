"""Which of those who took a place, or power, count as surely as who is said to have acted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tasks.events.attackers.claiming.responsibility import is_armed
from tasks.events.found import Found
from tasks.events.party_choice import LATE, is_unnamed
from tasks.model.actor import ActorBook
from tasks.model.event import EventActor


def promoted(found: Sequence[Found], actors: ActorBook) -> list[Found]:
    """Return the findings; who took the place by name counts before those without a name ("insurgents").

    So does a body beside the persons who led it.
    """
    firm = [f for f in found if f.role == "perpetrator" and f.grade not in LATE]
    captors = [f for f in found if f.grade == "captor" and not is_unnamed(f.actor, actors)]
    if any(not _is_person(f.actor, actors) for f in captors) and all(
        _is_person(f.actor, actors) for f in firm
    ):
        captors = [f for f in captors if not _is_person(f.actor, actors)]  # the body that the persons led
        return [replace(f, grade="agent") if f in captors else f for f in found]
    if not firm or not captors or any(not is_unnamed(f.actor, actors) for f in firm):
        return list(found)
    return [replace(f, grade="agent") if f in captors else f for f in found]


def without_captors(found: Sequence[Found], owned: Sequence[EventActor], actors: ActorBook) -> list[Found]:
    """Return the findings with an armed group that claims the event instead of who took the place back."""
    own = [p for p in owned if is_armed(p.actor, actors)]
    acting = [f for f in found if f.role == "perpetrator" and f.grade != "named"]
    if not own or not acting or any(f.grade != "captor" for f in acting):
        return list(found)
    return [f for f in found if f not in acting] + [
        Found(p.actor, "perpetrator", p.span, p.rule, None, True, "claimed") for p in own
    ]


def _is_person(key: str, actors: ActorBook) -> bool:
    actor = actors.actors.get(key)
    return actor is not None and actor.kind == "person"
