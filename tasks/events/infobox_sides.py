"""Parties of a battle by the sides of its infobox, once the prose has shown which side attacked.

The box names who fought on each side, the prose says of one of them what it did: the Islamists besieged the
town, so all of their side attacked and the other side was attacked.  Where the prose shows nothing, the first
side of an ambush, an attack, a raid or an offensive is the one that attacked; of other battles none is taken.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.events.sentence_words import outermost
from tasks.model.actor import Actor, ActorBook
from tasks.model.document import Document
from tasks.model.event import EventActor, Role
from tasks.model.span import Span

_FIGHT = re.compile(
    r"\b(?:battle|siege|offensive|campaign|operation|invasion|ambush|raid|clash\w*|skirmish\w*|rebellion|uprising|"
    r"revolt|coup|mutiny|capture|fall|recapture|attack|assault|standoff)\b",
    re.IGNORECASE,
)
_FIRST_ATTACKS = re.compile(r"\b(?:ambush|raid|attack|assault|offensive|invasion)\b", re.IGNORECASE)
_MOST = 3  # of a side, the first that the box names
_Side = Sequence[tuple[Span, str]]


def with_infobox_sides(
    document: Document, parties: Sequence[EventActor], actors: ActorBook
) -> list[EventActor]:
    """Return the parties with those of the infobox's sides where the prose names nobody of a side."""
    if not _FIGHT.search(document.article.title):
        return list(parties)
    first, second = _side(document, actors, "1"), _side(document, actors, "2")
    if not first or not second:
        return list(parties)
    attacking = _attacking(document, parties, actors, first, second)
    if attacking is None:
        return list(parties)
    attacked = second if attacking is first else first
    found = [p for p in parties if p.role not in ("perpetrator", "target")]
    return [
        *found,
        *_of_side("perpetrator", attacking, attacked, parties, actors),
        *_of_side("target", attacked, attacking, parties, actors),
    ]


def _side(document: Document, actors: ActorBook, number: str) -> _Side:
    """Return those whom the box names on a side, each once."""
    for field in document.article.infobox:
        if field.name != f"combatant_{number}" and field.key.lower() != f"combatant{number}":
            continue
        inside = [(m.span, m.actor) for m in actors.overlapping(field.span) if field.span.contains(m.span)]
        named: dict[str, Span] = {}
        for span, key in outermost(inside):
            named.setdefault(key, span)
        return [(span, key) for key, span in named.items()][:_MOST]
    return []


def _attacking(
    document: Document, parties: Sequence[EventActor], actors: ActorBook, first: _Side, second: _Side
) -> _Side | None:
    """Return the side that attacked: that of the perpetrators found, else the other than the targets'."""
    for role in ("perpetrator", "target"):
        named = [p.actor for p in parties if p.role == role]
        votes = sum(_is_of(a, first, actors) for a in named) - sum(_is_of(a, second, actors) for a in named)
        if votes:
            is_first = votes > 0 if role == "perpetrator" else votes < 0
            return first if is_first else second
    is_known = any(p.role == "perpetrator" for p in parties)
    return first if not is_known and _FIRST_ATTACKS.search(document.article.title) else None


def _of_side(
    role: Role, own: _Side, other: _Side, parties: Sequence[EventActor], actors: ActorBook
) -> list[EventActor]:
    """Return who has a role: those found, but for the other side's, if one is of the side; else the side."""
    found = [p for p in parties if p.role == role and not _is_of(p.actor, other, actors)]
    if any(_is_of(p.actor, own, actors) for p in found):
        return found
    return [EventActor(key, role, None, False, None, span) for span, key in own]


def _is_of(key: str, side: _Side, actors: ActorBook) -> bool:
    """Whether an actor is one of a side, belongs to one, or is a force of a state that is on it."""
    return any(
        key == other or _belongs(actors.actors.get(key), actors.actors.get(other)) for _, other in side
    )


def _belongs(actor: Actor | None, other: Actor | None) -> bool:
    if actor is None or other is None:
        return False
    if actor.part_of == other.key or other.part_of == actor.key:
        return True
    of_state = ("state", "government", "military")
    if actor.kind in of_state and other.kind in of_state:
        return actor.country_iso3 is not None and actor.country_iso3 == other.country_iso3
    own, theirs = ({w.casefold() for w in a.name.split() if w[:1].isupper()} for a in (actor, other))
    return bool(own) and bool(theirs) and (own <= theirs or theirs <= own)
