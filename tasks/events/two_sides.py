"""Parties of a battle by its two sides, once the prose has shown which of them attacked.

The sides are those of the infobox or of "a battle between X and Y" in the lead.  The box names who fought on
each side, the prose says of one of them what it did: the Islamists besieged the town, so all of their side
attacked and the other side was attacked.  Where the prose shows nothing, the first side of an ambush, an
attack, a raid or an offensive is the one that attacked; of other battles none is taken.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from tasks.events.between import between
from tasks.events.party_choice import is_unnamed
from tasks.events.sentence_words import outermost, sentence_words
from tasks.events.triggers import VIOLENT, triggers
from tasks.model.actor import Actor, ActorBook
from tasks.model.article import INFOBOX, LEAD
from tasks.model.document import Document
from tasks.model.event import EventActor, Role
from tasks.model.span import Span

_FIGHT = re.compile(
    r"\b(?:battle|siege|offensive|campaign|operation|invasion|ambush|raid|clash\w*|skirmish\w*|rebellion|uprising|"
    r"revolt|coup|mutiny|capture|fall|recapture|attack|assault|standoff)\b",
    re.IGNORECASE,
)
_FIRST_ATTACKS = re.compile(r"\b(?:ambush|raid|attack|assault|offensive|invasion)\b", re.IGNORECASE)
_REBELS = re.compile(r"\b(?:rebel|insurgent|militant|guerrilla)s?\b")
_MANY = re.compile(
    r"\b(?:war|battle|campaign|offensive|invasion|skirmishes|clashes|siege|insurgency|conflict)\b",
    re.IGNORECASE,
)
_LONG = 60  # sentences from which on the body tells of single incidents
_FIRST = 24  # sentences of an article, its infobox included, whose lead may give its sides
_MOST = 3  # of a side, the first that the box names
_Side = Sequence[tuple[Span, str]]


def with_two_sides(document: Document, parties: Sequence[EventActor], actors: ActorBook) -> list[EventActor]:
    """Return the parties with those of the two sides where the prose names nobody of a side."""
    if not _FIGHT.search(document.article.title):
        return list(parties)
    first, second = _side(document, actors, "1"), _side(document, actors, "2")
    if not first or not second:
        first, second = _told(document, actors)
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


def of_the_whole(document: Document, parties: Sequence[EventActor]) -> list[EventActor]:
    """Return the parties of a war, or of a battle told at length: those whom the lead or the infobox names.

    Whoever acts or is hit further down does so in one of its many incidents.
    """
    if not _MANY.search(document.article.title) or len(document.sentences) <= _LONG:
        return list(parties)
    starts = [s.span.start for s in document.sentences]

    def is_head(party: EventActor) -> bool:
        at = max(0, bisect_right(starts, party.span.start) - 1)
        return document.heading_of(document.sentences[at]) in (LEAD, INFOBOX)

    return [p for p in parties if p.role not in ("perpetrator", "target") or is_head(p)]


def _side(document: Document, actors: ActorBook, number: str) -> _Side:
    """Return those whom the box names on a side, each once."""
    for field in document.article.infobox:
        if field.name != f"combatant_{number}" and field.key.lower() != f"combatant{number}":
            continue
        inside = [(m.span, m.actor) for m in actors.overlapping(field.span) if field.span.contains(m.span)]
        named: dict[str, Span] = {}
        for span, key in outermost(inside):
            named.setdefault(key, span)
        is_any_named = any(not is_unnamed(key, actors) for key in named)
        side = [(s, key) for key, s in named.items() if not is_any_named or not is_unnamed(key, actors)]
        return side[:_MOST]
    return []


def _told(document: Document, actors: ActorBook) -> tuple[_Side, _Side]:
    """Return the two sides that the lead's "between X and Y" gives, both empty if it gives none."""
    lead = [s for s in document.sentences[:_FIRST] if document.heading_of(s) == LEAD]
    for sentence in lead:
        if "between" not in sentence.words:
            continue
        events = [t for t in triggers(sentence) if t.type.event_type in VIOLENT]
        found = between(sentence_words(sentence, actors), events)
        fighting = [f for f in found if f.role == "participant"]
        sides = [{f.actor: f.span for f in fighting if f.side == side} for side in ("a", "b")]
        if all(sides):
            first, second = ([(span, key) for key, span in side.items()] for side in sides)
            return first, second
    return [], []


def _attacking(
    document: Document, parties: Sequence[EventActor], actors: ActorBook, first: _Side, second: _Side
) -> _Side | None:
    """Return the side that attacked: that of the perpetrators found, else the other than the targets'."""
    for role in ("perpetrator", "target"):
        named = [p.actor for p in parties if p.role == role and not p.is_alleged]
        votes = sum(_is_of(a, first, actors) for a in named) - sum(_is_of(a, second, actors) for a in named)
        if votes:
            is_first = votes > 0 if role == "perpetrator" else votes < 0
            return first if is_first else second
    leading = [_led(document, actors, number) for number in ("1", "2")]
    acting = {p.actor for p in parties if p.role == "perpetrator"}
    led = [bool(acting & keys) for keys in leading]
    if led[0] != led[1]:
        return first if led[0] else second
    is_known = any(p.role == "perpetrator" for p in parties)
    return first if not is_known and _FIRST_ATTACKS.search(document.article.title) else None


def _led(document: Document, actors: ActorBook, number: str) -> frozenset[str]:
    """Return the commanders that the box names on a side."""
    keys = (f"commander{number}", f"units{number}")
    fields = [f for f in document.article.infobox if f.key.lower() in keys]
    return frozenset(m.actor for f in fields for m in actors.overlapping(f.span) if f.span.contains(m.span))


def _of_side(
    role: Role, own: _Side, other: _Side, parties: Sequence[EventActor], actors: ActorBook
) -> list[EventActor]:
    """Return who has a role: those found, but for the other side's, if one is of the side; else the side."""
    found = [p for p in parties if p.role == role and not _is_of(p.actor, other, actors)]
    named = [p for p in found if not is_unnamed(p.actor, actors)]
    if any(_is_of(p.actor, own, actors) for p in named) or all(is_unnamed(key, actors) for _, key in own):
        return found or [EventActor(key, role, None, False, None, span) for span, key in own]
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
    if _REBELS.search(actor.name) and actor.name.islower():
        return other.kind == "armed_group"
    own, theirs = ({w.casefold() for w in a.name.split() if w[:1].isupper()} for a in (actor, other))
    return bool(own) and bool(theirs) and (own <= theirs or theirs <= own)
