"""Which actors are on one side of a fight: by their state, by what they belong to, or by being rebels.

A camp is a word for a side: a state's name for the state, its people, its government and its forces; the
key of an armed group of its own; one word for all rebels without a name and one for a government's forces
without a country.  Who only speaks, is a person or a bystander has none.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from tasks.actors.known.actor_entries import country_in
from tasks.actors.known.countries import countries
from tasks.actors.known.folded_names import fold
from tasks.actors.known.name_words import titles
from tasks.lexicons.construction_words import words
from tasks.model.actor import Actor, ActorBook
from tasks.model.memo import remembered

REBELS = "rebels"
GOVERNMENT = "government"
_OF_STATE = ("state", "government", "military")
_OF_CAMP = (*_OF_STATE, "armed_group")
_RISEN = words("risen")
_OWN = frozenset(("Democratic", "Liberation", "Free", "Resistance"))  # words of a force that no state owns
_UNITS = frozenset(
    ("division", "regiment", "battalion", "brigade", "corps", "company", "squadron", "platoon")
)
_GOVERNMENTS = frozenset(
    ("government", "security", "army", "police", "troops", "soldiers", "forces", "military")
)
_ARMS = frozenset(("infantry", "cavalry", "artillery"))
# Words for a part in a fight, which do not tell who had it.
ROLES = frozenset(("attackers", "defenders", "assailants", "raiders", "besiegers"))
_BARE = frozenset(("forces", "fighters", "groups", "factions", "gunmen", "militias", "militia"))


def camp_of(key: str, actors: ActorBook) -> str | None:
    """Return the camp of an actor, None for one that fights on no side; worked out once an actor."""
    known = _known(actors)
    if key not in known:
        known[key] = _side_of(key, actors)
    return known[key]


@remembered
def _known(actors: ActorBook) -> dict[str, str | None]:
    """Return the camps of the actors that have been asked for."""
    return {}


def _side_of(key: str, actors: ActorBook) -> str | None:
    actor = actors.actors.get(key)
    if actor is None:
        return None
    if actor.name.lower() in ROLES or _is_office(actor.name):
        return None
    if _OWN & set(actor.name.split()):
        return actor.key
    if actor.kind == "armed_group" and not actor.name.split()[-1][:1].isupper():
        people = actors.actors.get(key.rpartition(" ")[0])  # "Tolai warriors" are the Tolai
        actor = people if people is not None and people.kind == "armed_group" else actor
    if actor.kind in ("unknown", "organisation") and (force := _force_of_people(actor.name, actors)):
        actor = force
    for _ in range(3):  # a unit's army, an army's state
        owner = actors.actors.get(actor.part_of) if actor.part_of is not None else None
        if owner is None or owner.kind not in _OF_CAMP:
            break
        actor = owner
    return _camp(actor)


def _force_of_people(name: str, actors: ActorBook) -> Actor | None:
    """Return the force that an article has of people whom a plural alone names: "the Covenanters"."""
    if " " in name or not name.endswith("s"):
        return None
    whose = name[:-1] + " "
    forces = (a for a in actors.actors.values() if a.kind in ("military", "armed_group"))
    return next((a for a in forces if a.name.startswith(whose)), None)


def _is_office(name: str) -> bool:
    """Whether a name is that of an office, which is no force: "Chief of the General Staff"."""
    first, _, rest = name.partition(" ")
    return first.endswith("-in-Chief") or (first.lower() in titles() and rest.startswith("of "))


def _camp(actor: Actor) -> str | None:
    small = [w.lower() for w in actor.name.split()]
    is_unnamed = not actor.name.split()[-1][:1].isupper() or (len(small) == 1 and small[0] in _RISEN)
    if len(small) == 1 and small[0] in _ARMS:
        return None  # each side has them
    if is_unnamed and actor.kind in ("armed_group", "military") and _RISEN & set(small):
        return REBELS  # "rebel forces", "pro-Norland insurgents"
    leaning = next((w[4:] for w in actor.name.split() if w.lower().startswith("pro-")), None)
    if is_unnamed and leaning in countries().adjectives:
        return countries().adjectives[leaning].name  # "pro-Norland paramilitaries"
    if small[-1] in ROLES and (country := country_in(actor.name.split())) is not None:
        return country.name  # "Norland attackers", whatever they are
    if actor.kind == "armed_group":
        return REBELS if is_unnamed and small[-1] in _BARE else actor.key
    if actor.kind in ("international", "organisation", "party"):
        return actor.key
    if actor.kind not in _OF_STATE:
        return None
    state = _state(actor)
    if state is not None:
        return state
    if actor.kind == "military" and (_UNITS & set(small) or small[0][:1].isdigit()):
        return None  # nothing says whose unit it is
    if actor.kind == "government" and not is_unnamed and small[-1] not in _GOVERNMENTS:
        return None  # an administration or a council speaks, and fights on no side
    whose = [w for w in actor.name.split() if w[:1].isupper() and w.lower() not in _GOVERNMENTS]
    if is_unnamed and whose and actor.kind != "state":
        return fold(" ".join(whose))  # "Arab forces", "Allied troops": also the key of who has that name
    return GOVERNMENT if is_unnamed and actor.kind != "state" else actor.key


def _state(actor: Actor) -> str | None:
    """Return the name of the state that an actor is or serves."""
    _, _, whole = actor.name.rpartition(" of the ")  # "5th Battalion of the Norland Marines"
    found = country_in(actor.name.split()) or (country_in(whole.split()) if whole != actor.name else None)
    if found is not None:
        return found.name
    if actor.country_iso3 is not None:
        by_code = _by_code()
        return by_code.get(actor.country_iso3)
    return None


@cache
def states() -> frozenset[str]:
    """Return the camps that are states, those of history included."""
    return frozenset(c.name for c in countries().names.values())


@cache
def _by_code() -> Mapping[str, str]:
    return {c.iso3: c.name for c in countries().names.values() if c.iso3 is not None}
