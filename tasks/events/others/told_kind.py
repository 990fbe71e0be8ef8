"""What kind of event another one is, told by what it was done with and whom it struck.

The word that states an event often says no more than that somebody was attacked or killed.  Then a mine or a
shell makes it an explosion; where only soldiers and fighters fell, or both parties bear arms, it is a clash,
for violence against civilians strikes who does not fight.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tasks.dates.ship_story import is_ship_story
from tasks.events.candidate import Candidate
from tasks.events.weapon_words import Weapon
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.load import load
from tasks.model.actor import ActorBook
from tasks.model.document import Document
from tasks.model.event import Event
from tasks.model.figure import Figure

_ON_CIVILIANS = ("Violence against civilians", "Attack")
_FIGHTING = frozenset(("fighters", "soldiers"))
_ARMED = frozenset(("armed_group", "military"))
_LAID = frozenset(("planted", "placed", "laid", "hidden", "limpet", "exploded", "agents", "saboteurs"))
_KILLED = frozenset(("killed", "injured", "killed_or_injured"))
# Words of killing that tells of no fight: its victims, soldiers as well, were in somebody's power.
_IN_POWER = late_pattern(
    r"execut|murder|massacr|behead|assassin|lynch|\bhang|tortur|captured|\bbeat", re.IGNORECASE
)


def by_weapon(event: Event, weapon: Weapon | None) -> Event:
    """Return an event of a word that only says "attacked" or "killed" as what the weapon makes of it."""
    if weapon is None or not _is_plain(event):
        return event
    if weapon.means == "grenade":
        return replace(
            event,
            event_type="Explosions/Remote violence",
            sub_event_type="Grenade",
            plover_mode="explosives",
        )
    row = next((row for row in load("violence_means") if row["means"] == weapon.means), None)
    if row is None:
        return event
    return replace(
        event,
        event_type=row["event_type"],
        sub_event_type=row["sub_event_type"],
        plover_mode=row["plover_mode"] or None,
    )


def by_story(document: Document, event: Event, other: Candidate) -> Event:
    """Return an event of a ship's story, what she was bombed with as dropped from the air.

    Nobody lays a bomb for a ship at sea; where somebody planted one, its own words say so.
    """
    word = other.trigger.span.of(document.text).lower()
    if not word.startswith("bomb") or event.plover_mode != "explosives" or not is_ship_story(document):
        return event
    if not _LAID.isdisjoint(document.sentences[other.sentence].words):
        return event
    row = next(row for row in load("violence_means") if row["means"] == "aerial")
    kinds = (row["event_type"], row["sub_event_type"], row["plover_mode"])
    return replace(event, event_type=kinds[0], sub_event_type=kinds[1], plover_mode=kinds[2])


def with_clashes(
    document: Document,
    events: Sequence[Event],
    others: Sequence[Candidate],
    figures: Mapping[int, Sequence[Figure]],
    actors: ActorBook,
) -> tuple[Event, ...]:
    """Return the events, the article's own first, with clashes where those whom another one struck bear arms.

    `figures` are those of each event, by its index.
    """
    told = zip(events[1:], others, strict=True)
    return (
        *events[:1],
        *(_by_victims(document, e, o, figures.get(i, ()), actors) for i, (e, o) in enumerate(told, 1)),
    )


def _by_victims(
    document: Document, event: Event, other: Candidate, figures: Sequence[Figure], actors: ActorBook
) -> Event:
    if not _is_plain(event):
        return event
    if any(_IN_POWER.search(span.of(document.text)) for span in other.stretches):
        return event
    struck = {f.victim_class for f in figures if f.property in _KILLED and not f.is_negated}
    if struck <= _FIGHTING if struck else _is_between_armed(event, actors):
        return replace(event, event_type="Battles", sub_event_type="Armed clash", plover_mode=None)
    return event


def _is_between_armed(event: Event, actors: ActorBook) -> bool:
    """Whether all who did it and all whom it was aimed at bear arms, and there are some of both."""
    kinds: dict[str, set[str]] = {"perpetrator": set(), "target": set()}
    for party in event.actors:
        if party.role in kinds and party.actor in actors.actors:
            kinds[party.role].add(actors.actors[party.actor].kind)
    return all(some and some <= _ARMED for some in kinds.values())


def _is_plain(event: Event) -> bool:
    is_attack = (event.event_type, event.sub_event_type) == _ON_CIVILIANS
    return is_attack and event.plover_mode in (None, "targeted", "firearms")
