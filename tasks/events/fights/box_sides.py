"""Who else fought on a side, by the box: the other names of a side of which one has its role already.

A box that names two of a side names those who fought; the prose that tells of the first of them alone ("an
attack on a patrol of the X Army") does not say that the other did not.  A long list names whoever stood on
that side in a war, and is left to the prose.  A state above its own force only says whose force it is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from tasks.events.fights.camps import camp_of, states
from tasks.events.party_choice import is_unnamed
from tasks.events.sentence_words import outermost
from tasks.model.actor import ActorBook
from tasks.model.article import InfoboxField
from tasks.model.document import Document
from tasks.model.event import EventActor, Role
from tasks.model.span import Span

_FORCES = ("military", "armed_group", "international", "organisation", "civilians", "state")
_LIST = re.compile(r"[;,] ")
_VERSUS = re.compile(r" (?:vs?\.?|versus|against) ")
_SEMICOLON = re.compile(r"; ")
_LEADERS = ("commanders and leaders", "commanders", "units involved")
_OF_BOTH = ("belligerents", *_LEADERS)  # fields of one key for both sides
_FEW = 2  # names of a side, its state not counted, that were all there
_ROLES: tuple[Role, Role] = ("perpetrator", "target")


def with_rest_of_sides(
    document: Document, parties: Sequence[EventActor], actors: ActorBook
) -> list[EventActor]:
    """Return the parties of a fight with the other force that the box lists beside one of them."""
    done = list(parties)
    for number in ("1", "2"):
        field = _field(document, number)
        if field is None:
            continue
        side = _all_of(field, actors)
        heads = _heads(side, actors)
        own = {camp_of(key, actors) for key in side} & states()
        roles = {p.role for p in parties if p.role in _ROLES and _is_of(p.actor, side, own, actors)}
        if len(roles) != 1 or not len(_parts(field)) - len(heads) <= _FEW:
            continue
        role = next(iter(roles))
        taken = {p.actor for p in done if p.role in _ROLES}
        done += [
            EventActor(key, role, span, "box_side")
            for key, span in side.items()
            if key not in taken | heads and _joins(key, taken, side, actors)
        ]
        has_force = any(p.role == role and p.actor in side and p.actor not in heads for p in done)
        done = [p for p in done if not (has_force and p.role == role and p.actor in heads)]
    return done


def _is_of(key: str, side: Mapping[str, Span], own: Collection[str | None], actors: ActorBook) -> bool:
    """Whether an actor is listed on a side, or is of one of its states: "Norland troops"."""
    return key in side or camp_of(key, actors) in own


def _joins(key: str, taken: set[str], side: Mapping[str, Span], actors: ActorBook) -> bool:
    """Whether one of a side fought and is not told yet by its forces, or by the whole that it is part of."""
    actor = actors.actors[key]
    if actor.kind not in _FORCES or _is_related(key, taken | side.keys(), actors):
        return False
    rivals = taken if actor.kind == "state" else taken - side.keys()
    return camp_of(key, actors) not in {camp_of(k, actors) for k in rivals} & states()


def listed(document: Document, actors: ActorBook, number: str) -> dict[str, Span]:
    """Return those whom the box names on a side, each once, with where."""
    field = _field(document, number)
    return {} if field is None else _mentioned(field, actors)


def _field(document: Document, number: str) -> InfoboxField | None:
    names = (f"combatant_{number}", f"combatant{number}")
    own = next((f for f in document.article.infobox if f.name == names[0] or f.key.lower() == names[1]), None)
    return own or _half(document, number)


def commanders_listed(document: Document, actors: ActorBook, number: str) -> dict[str, Span]:
    """Return the commanders, and the units, that the box names on a side, each once, with where."""
    keys = (f"commander{number}", f"units{number}")
    found: dict[str, Span] = {}
    for field in document.article.infobox:
        key = field.key.lower()
        side = field if key in keys else _part_of(field, number) if key in _LEADERS else None
        if side is not None:
            found |= _mentioned(side, actors)
    return found


def _half(document: Document, number: str) -> InfoboxField | None:
    """Return one side of a single field that sets two against each other: "Northland vs. Southland"."""
    sides = (_part_of(f, number) for f in document.article.infobox)
    return next((s for s in sides if s is not None and s.key.lower() not in _LEADERS), None)


def _part_of(field: InfoboxField, number: str) -> InfoboxField | None:
    """Return one side of a field, None if it does not part into two: "Northland, Sorrel; Southland"."""
    parted = list(_VERSUS.finditer(field.value)) if field.name == "participants" else []
    if not parted and field.key.lower() in _OF_BOTH:
        parted = list(_SEMICOLON.finditer(field.value))
    if len(parted) != 1:
        return None
    begin, end = (0, parted[0].start()) if number == "1" else (parted[0].end(), len(field.value))
    start = field.span.end - len(field.value)
    value = field.value[begin:end]
    return InfoboxField(field.key, field.name, value, Span(start + begin, start + end), value)


def _parts(field: InfoboxField) -> list[str]:
    return [part.strip() for part in _LIST.split(field.value) if part.strip()]


def _mentioned(field: InfoboxField, actors: ActorBook) -> dict[str, Span]:
    inside = [(m.span, m.actor) for m in actors.overlapping(field.span) if field.span.contains(m.span)]
    named: dict[str, Span] = {}
    for span, key in outermost(inside):
        named.setdefault(key, span)
    return named


def _all_of(field: InfoboxField, actors: ActorBook) -> dict[str, Span]:
    """Return those whom a field names, and whom it lists under a word that the prose has for them."""
    named = {
        key: span
        for key, span in _mentioned(field, actors).items()
        if actors.actors[key].kind == "state" or not is_unnamed(key, actors)
    }
    at = 0
    for part in _parts(field):
        at = field.value.index(part, at)
        if part.lower() in actors.actors:
            start = field.span.end - len(field.value) + at
            named.setdefault(part.lower(), Span(start, start + len(part)))
    return named


def _heads(side: Mapping[str, Span], actors: ActorBook) -> set[str]:
    """Return the states right behind which one of their forces is listed."""
    return {
        one
        for one, other in pairwise(side)
        if actors.actors[one].kind == "state"
        and actors.actors[other].kind == "military"
        and ((camp := camp_of(other, actors)) not in states() or camp == camp_of(one, actors))
    }


def _is_related(key: str, others: set[str], actors: ActorBook) -> bool:
    """Whether an actor is a part of one of these that is no state, or one of these is a part of it."""
    whole = actors.actors[key].part_of
    is_part = whole in others and actors.actors[whole].kind != "state"
    return is_part or any(o in actors.actors and actors.actors[o].part_of == key for o in others)
