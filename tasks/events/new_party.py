"""Parties that only an event names: actors that no stage before makes, with their role.

A church, a consulate or a bus speaks nowhere in an article, so no stage before this one makes an
actor of it; as what an event was aimed at it is one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tasks.actors.known.folded_names import fold
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.actor import Actor, ActorBook, ActorKind, Mention
from tasks.model.document import Document
from tasks.model.event import EventActor, EventBook, Role
from tasks.model.order import BY_MENTION
from tasks.model.span import Span
from tasks.model.value import value

_LOCATED = late_pattern(r" (?:located|situated|housed|based) (?:in|at|on|near|outside|within)\b")
_PARTS = late_pattern(r";|, | and ")


@value(frozen=True, slots=True)
class NewParty:
    """An actor that is none yet, with a mention and its role in the article's own event."""

    actor: Actor
    mention: Mention
    role: Role
    is_alleged: bool = False


def party(
    document: Document, span: Span, role: Role, kind: ActorKind, method: str, is_alleged: bool = False
) -> NewParty:
    """Return a new actor of exactly the words at `span`, with a role."""
    name = span.of(document.text)
    actor = Actor(key=fold(name), name=name, kind=kind, resolution_method="exact")
    return NewParty(actor, Mention(span, actor.key, "name", method), role, is_alleged)


def party_at(document: Document, actors: ActorBook, span: Span, role: Role, method: str) -> NewParty:
    """Return the actor mentioned with exactly the words at `span`, with a role; a new one if none is."""
    known = next((m for m in actors.overlapping(span) if m.span == span), None)
    if known is None:
        return party(document, span, role, "unknown", method)
    return NewParty(actors.actors[known.actor], Mention(span, known.actor, "name", method), role)


def its_part(new: NewParty) -> EventActor:
    """Return the part that a new party has, where the words that name it tell it; its rule is its method."""
    return EventActor(
        new.actor.key, new.role, new.mention.span, new.mention.method, is_alleged=new.is_alleged
    )


def introduce(actors: ActorBook, events: EventBook) -> ActorBook:
    """Return the actors with those that only the events name; those that are there stay."""
    new = {a.key: a for a in events.new_actors if a.key not in actors.actors}
    if not new:
        return actors
    mentions = [*actors.mentions, *(m for m in events.new_mentions if m.actor in new)]
    return replace(
        actors,
        actors={**actors.actors, **new},
        mentions=tuple(sorted(mentions, key=BY_MENTION)),
    )


def longest(found: Sequence[NewParty]) -> list[NewParty]:
    """Return the parties in their order without those whose words are part of another's ("Mosque")."""
    kept: list[NewParty] = []
    for one in found:
        span = one.mention.span
        if not any(
            o.mention.span.overlaps(span)
            and (len(o.mention.span) > len(span) or (o.mention.span != span and o in kept))
            for o in found
        ):
            kept.append(one)
    return kept


def pieces(value: str) -> list[tuple[int, int]]:
    """Return the parts of a list, without what stands in brackets behind a name, or where it is."""
    pieces, at = [], 0
    for end in [*(m.start() for m in _PARTS.finditer(value)), len(value)]:
        part = value[at:end]
        located = _LOCATED.search(part)
        bare = part[: located.start() if located else len(part)].split("(")[0].rstrip(" .,;")
        lead = len(part) - len(part.lstrip(" ,;"))
        name = bare.strip(" ,;")
        if any(map(str.isalpha, name)):
            pieces.append((at + lead, at + lead + len(name)))
        following = _PARTS.match(value, end)
        at = following.end() if following else end
    return pieces
