"""Which of those that were aimed at, hit, or there are the targets of an event.

People stand before the place or thing at which they were hit.  Whoever was killed was aimed at where
nothing else says so; where a site was attacked for itself, those of its victims whom a name of their own
tells ("Northland soldiers"; not "people", "students") are targets beside it.

- in doubt: a place where a bomb merely went off yields to people of any sort
- vehicle: who was in a vehicle that was attacked stands for it, unless the title names the vehicle
- crowd: who attended stands beside the spectators that were hit
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tasks.actors.known.countries import countries
from tasks.events.found import Found
from tasks.events.party_choice import LATE
from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import any_of, forms_of, nouns_that
from tasks.model.actor import ActorBook
from tasks.model.document import Document
from tasks.model.event import EventActor

_LATE_OR_BESIDE = (*LATE, "beside")
_VAGUE = words("vague_people")
_POSTS = frozenset(("garrison", "barracks", "outpost"))  # told whose, attacked whoever fell there
_VEHICLES = words("vehicle")
_HELD = words("held_site") - words("vehicle") - {"home", "house"}
_PUBLIC = frozenset(("bus", "train", "tram", "ferry", "airliner", "plane", "flight", "jetliner"))
_SERVING = ("military", "armed_group", "government")
_BODIES = ("organisation", "government", "international", "party", "media")
_BLOODY = forms_of(nouns_that(("harms", "kills", "wounds"))) | {"shooting", "shootings"}
_ON_PEOPLE = late_pattern(rf"\b(?:{any_of(_BLOODY)})\b", re.I)
_AIRCRAFT = words("aircraft")
_DOWNED = late_pattern(r"\b(?:shootdown|shoot-down|shooting down|downing)\b", re.I)
_MEETING = words("meeting_place")
_CROWD = frozenset(("spectators", "onlookers", "crowd", "audience", "bystanders", "attendees", "visitors"))
_MEN = frozenset(("soldiers", "troops", "servicemen", "seamen", "sailors", "crewmen"))  # whose, a force says


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known of targets beside the parties themselves.

    Attributes:
        title: the article's title.
        weak: actors that are targets only because something went off beside them.
        aboard: who was in a vehicle; `attending`: who attended something.
        described: actors whose first words stand behind "a": "a Danish-owned pub" for a pub with a name.
    """

    title: str
    weak: frozenset[str] = frozenset()
    aboard: tuple[EventActor, ...] = ()
    attending: tuple[EventActor, ...] = ()
    described: frozenset[str] = frozenset()


def scene_of(document: Document, found: Sequence[Found]) -> Scene:
    """Return what findings say of targets beside those that were aimed at."""
    before = {f.actor: document.text[max(0, f.span.start - 3) : f.span.start] for f in reversed(found)}
    firm = {f.actor for f in found if f.role == "target" and f.grade not in _LATE_OR_BESIDE}
    return Scene(
        document.article.title,
        frozenset(f.actor for f in found if f.grade == "weak" and f.actor not in firm),
        tuple(EventActor(f.actor, f.role, f.span, f.rule) for f in found if f.grade == "aboard"),
        tuple(EventActor(f.actor, f.role, f.span, f.rule) for f in found if f.grade == "attended"),
        frozenset(actor for actor, words in before.items() if words.endswith((" a ", "an "))),
    )


def with_victims(parties: Sequence[EventActor], actors: ActorBook, scene: Scene) -> list[EventActor]:
    """Return the parties with the victims and those present that are targets as well, each target once."""
    chosen = list(parties)
    targets = [p for p in chosen if p.role == "target"]
    aimed = [p for p in targets if _kind(p, actors) != "unknown"]
    bare = [p for p in targets if _stands_for(p, chosen, actors)]
    chosen = [p for p in chosen if p not in bare]
    if not aimed or bare:
        chosen += _victims(chosen, targets, actors, scene)
    things = [p for p in targets if p not in aimed and p not in bare]
    if all(_is_vehicle(p, actors) or p.actor in scene.weak for p in things) and (things or not targets):
        chosen += scene.aboard
    if any(_name(p, actors)[-1:] and _name(p, actors)[-1].lower() in _CROWD for p in aimed):
        chosen += scene.attending
    if _names_a_site(things, aimed, actors):
        chosen = [p for p in chosen if p not in things or not _describes(p, actors, scene)]
    if len({p.actor for p in things}) > 1:
        chosen = [p for p in chosen if not (p in things and _name(p, actors) in (["vehicle"], ["building"]))]
    if any(p.role == "target" and _kind(p, actors) != "unknown" for p in chosen):
        chosen = [p for p in chosen if p not in things or not _yields(p, actors, scene)]
    return _without_parts(chosen, actors)


def _victims(
    chosen: Sequence[EventActor], targets: Sequence[EventActor], actors: ActorBook, scene: Scene
) -> list[EventActor]:
    victims = [p for p in chosen if p.role == "victim" and _is_named(p, actors)]
    if targets:
        acting = {_name(p, actors)[0] for p in chosen if p.role == "perpetrator" and _name(p, actors)}
        victims = [v for v in victims if _name(v, actors)[0] not in acting]
        if not all(t.actor in scene.weak or _yields(t, actors, scene) for t in targets):
            victims = [v for v in victims if _is_specific(v, actors)]
        victims = [v for v in victims if _kind(v, actors) not in _BODIES]  # whose staff were in it
        if any(_name(t, actors)[0] in countries().adjectives for t in targets):
            victims = [v for v in victims if " ".join(_name(v, actors)) not in _MEN]  # "a Northland convoy"
    if not _ON_PEOPLE.search(scene.title):
        victims.sort(key=lambda v: _kind(v, actors) not in _SERVING)
    taken = victims[:1] if targets else victims
    return [EventActor(v.actor, "target", v.span, "victims") for v in taken]


def _yields(party: EventActor, actors: ActorBook, scene: Scene) -> bool:
    """Whether a place or thing is no target where people are."""
    name = " ".join(_name(party, actors))
    if name[:1].isupper() and f"{name} shooting" in scene.title:
        return False  # the title says that it was shot at
    last = name.split()[-1].lower()
    if last in _MEETING and re.search(
        rf"\b{last} (?:massacre|shooting|killings|stabbing)", scene.title.lower()
    ):
        return False  # "the Osk church massacre"
    if last == "station" and name.lower() in scene.title.lower():
        return False  # "the Osk police station attack"
    if last in _AIRCRAFT and _DOWNED.search(scene.title):
        return False  # "the Osk helicopter shootdown"
    if party.actor in scene.weak:
        return True
    if _name(party, actors)[-1] in _HELD and not (last in _POSTS and name[: -len(last)]):
        return True
    last = _name(party, actors)[-1].lower()
    if _ON_PEOPLE.search(scene.title):
        return last not in _PUBLIC
    return _is_vehicle(party, actors) and last not in _PUBLIC and last not in scene.title.lower()


def _names_a_site(things: Sequence[EventActor], aimed: Sequence[EventActor], actors: ActorBook) -> bool:
    """Whether a place or a body among the targets has a name of its own."""
    bodies = [p for p in aimed if _kind(p, actors) == "organisation"]
    lasts = [_name(p, actors)[-1] for p in [*things, *bodies] if _name(p, actors)]
    return any(last[:1].isupper() or last.isdigit() for last in lasts)  # "Northland Air Flight 41"


def _describes(party: EventActor, actors: ActorBook, scene: Scene) -> bool:
    """Whether words only describe the place that has a name: "a Danish-owned pub", "the hospital"."""
    name = _name(party, actors)
    return not name[-1][:1].isupper() and (party.actor in scene.described or len(name) == 1)


def _is_vehicle(party: EventActor, actors: ActorBook) -> bool:
    last = (_name(party, actors)[-1:] or [""])[0].lower()
    return bool({last, last.removesuffix("s"), last.removesuffix("es")} & _VEHICLES)


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
    """Whether a bare people or state is told of more closely by its victims ("Israeli civilians")."""
    name = _name(party, actors)
    beside = [p for p in chosen if p.role in ("victim", "target") and p.actor != party.actor]
    others = [o for p in beside if len(o := _name(p, actors)) > 1]
    if _kind(party, actors) == "state":
        adjectives = countries().adjectives
        if any((c := adjectives.get(o[0])) is not None and c.name == " ".join(name) for o in others):
            return True
    if len(name) != 1 or not name[0][:1].isupper() or not name[0].endswith("s"):
        return False
    return any(o[0] == name[0].removesuffix("s") for o in others)


def _without_parts(parties: Sequence[EventActor], actors: ActorBook) -> list[EventActor]:
    """Leave out targets whose words are some of another's: "soldiers" beside "Northland soldiers"."""
    sets = {p.actor: {w.casefold() for w in _name(p, actors)} for p in parties if p.role == "target"}
    others = [p for p in parties if p.role == "target" and _kind(p, actors) == "civilians"]
    if len({p.actor for p in others}) > 1:  # "civilians" beside "customers": the same people
        parties = [p for p in parties if p not in others or _name(p, actors) != ["civilians"]]
    is_force_named = any(
        p.role == "target" and _kind(p, actors) == "military" and _name(p, actors)[-1][:1].isupper()
        for p in parties
    )
    known = countries()
    peoples = {c for k, s in sets.items() if len(s) > 1 and (c := known.adjectives.get(_first(k, actors)))}
    return [
        p
        for p in parties
        if p.role != "target"
        or not (
            any(sets[p.actor] < other for key, other in sets.items() if key != p.actor)
            or (is_force_named and " ".join(_name(p, actors)) in _MEN)
            or (len(sets[p.actor]) == 1 and known.plurals.get(_first(p.actor, actors)) in peoples)
        )
    ]


def _first(key: str, actors: ActorBook) -> str:
    actor = actors.actors.get(key)
    return actor.name.split()[0] if actor is not None and actor.name.split() else ""
