"""Which of the findings about parties count: the surest of each role, and what stands in for it.

Findings of a rule in `LATE` count where nothing says so more clearly; those of a rule in `ANYWHERE` count
wherever the article says them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from tasks.actors.known.countries import countries
from tasks.actors.known.name_words import collectives
from tasks.events.found import Found
from tasks.events.new_party import NewParty
from tasks.lexicons.by_letters import Told
from tasks.lexicons.construction_words import words
from tasks.model.actor import ActorBook
from tasks.model.event import EventActor

LATE = (
    "named",
    "weak",
    "captor",
    "participle",
    "first_side",
    "second_side",
    "aboard",
    "attended",
)  # findings that count where there are no others
OBEYED = "obeyed"  # rule of those whom a person ordered to fire
ANYWHERE = ("aimed_at", "named", "aboard", "attended", "ordered")  # what counts wherever the article says it
_UNITS = frozenset(("Brigade", "Battalion", "Company", "Unit", "Column"))
_PLAIN_FORCES = frozenset(("Forces", "Troops", "Soldiers"))
_BODIES = frozenset(("army", "military", "navy", "gendarmerie", "government"))  # of which a state has one
_ARMS = frozenset(("infantry", "cavalry", "artillery", "marines", "paratroopers"))  # of an army
_BESIDE = 60  # code points between people and the name that helps them
_AND = 9  # code points of " and the "
_JOINED = (5, 17)  # code points of " and ", of " and some civilian "
_LISTED = (5, 6)  # code points of " and ", of ", and "
_CALLED_GROUPS = ("the group ", "a group ", "the movement ", "the organisation ", "the organization ")
_DISTINCT = words("distinct_people")
_SILENT_KINDS = ("media", "monitor")  # they tell of events


def chosen_of(found: Sequence[Found], actors: ActorBook) -> list[EventActor]:
    """Return the parties without those that tell of events, and without "gunmen" where somebody is named."""
    kept = [f for f in found if not _only_tells(f, actors)]
    unnamed = {f.actor for f in kept if f.role == "perpetrator" and is_unnamed(f.actor, actors)}
    named = {f.actor for f in kept if f.role == "perpetrator" and f.actor not in unnamed}
    is_named = bool(named)
    are_orders = all(f.grade == "ordered" for f in kept if f.role == "perpetrator" and f.actor in named)
    are_persons = all((a := actors.actors.get(key)) is not None and a.kind == "person" for key in named)
    chosen: list[EventActor] = []
    rivals: defaultdict[str, list[EventActor]] = defaultdict(list)  # perpetrators without a name
    for f in kept:
        one = EventActor(f.actor, f.role, f.span, f.rule, f.side, f.is_alleged)
        if f.role == "perpetrator" and f.actor in unnamed:
            is_leaders = are_persons and _are_of_people(f, actors)
            is_ordered = are_persons and (are_orders or f.grade == OBEYED)  # "X ordered his men to fire"
            is_told = is_leaders or is_ordered or _is_told_whose(f, kept, actors)
            if not is_people_beside(f, kept, actors) and is_named and not is_told:
                continue
            others = [c for key, same in rivals.items() if key != f.actor for c in same]
            is_beside = is_people_beside(f, kept, actors) or _is_in_list(f, others, actors)
            if not is_beside and not all(_are_allies(c, f, actors) for c in others):
                continue  # "guerrillas" after "rebels": the same people
            rivals[f.actor].append(one)
        chosen.append(one)
    return _without_units(chosen, actors)


def _only_tells(found: Found, actors: ActorBook) -> bool:
    """Whether a finding is one that tells of events; a newspaper that was aimed at was attacked."""
    actor = actors.actors.get(found.actor)
    if actor is None or actor.kind not in _SILENT_KINDS:
        return False
    return found.role != "target" or found.grade != "aimed"


def is_people_beside(found: Found, kept: Sequence[Found], actors: ActorBook) -> bool:
    """Whether people are joined to attackers of another kind: "the Norland Army and settlers"."""
    if not are_distinct(found.actor, actors):
        return False
    before = (f for f in kept if f.role == "perpetrator" and f.actor != found.actor)
    return any(_JOINED[0] <= found.span.start - f.span.end <= _JOINED[1] for f in before)


def are_distinct(key: str, actors: ActorBook) -> bool:
    """Whether a noun for people means others than soldiers, militants and the like: settlers, vigilantes."""
    actor = actors.actors.get(key)
    return actor is not None and actor.name.split()[-1].lower() in _DISTINCT


def _is_told_whose(found: Found, kept: Sequence[Found], actors: ActorBook) -> bool:
    """Whether people who are said to be whose act beside a name: "Norland police, helped by X, raided"."""
    actor = actors.actors.get(found.actor)
    noun = actor.name.split()[-1].lower() if actor is not None else ""
    are_people = noun in _ARMS or noun in collectives()  # no jet, no column
    if not are_people or not is_of_country(found.actor, actors):
        return False
    beside = [f for f in kept if f.role == "perpetrator" and not is_unnamed(f.actor, actors)]
    return any(0 <= f.span.start - found.span.end <= _BESIDE for f in beside)


def _are_of_people(found: Found, actors: ActorBook) -> bool:
    """Whether fighters are told by their people alone, beside a leader: "Norland guerrillas"."""
    actor = actors.actors.get(found.actor)
    return actor is not None and actor.kind == "armed_group" and is_of_country(found.actor, actors)


def _are_allies(one: EventActor, other: Found, actors: ActorBook) -> bool:
    """Whether people without a name of two countries are named in one breath: "French and Danish troops"."""
    if not (is_of_country(one.actor, actors) and is_of_country(other.actor, actors)):
        return False
    owners = [actors.actors[key].country_iso3 for key in (one.actor, other.actor)]
    is_near = 0 <= other.span.start - one.span.end <= _AND
    return is_near and None not in owners and owners[0] != owners[1]


def _is_in_list(found: Found, others: Sequence[EventActor], actors: ActorBook) -> bool:
    """Whether people are joined to others of another trade: "fishermen and dock workers", "monks, nuns"."""
    actor = actors.actors.get(found.actor)
    for one in others:
        gap, other = found.span.start - one.span.end, actors.actors.get(one.actor)
        if actor is None or other is None or other.name.split()[-1] == actor.name.split()[-1]:
            continue
        if gap in _LISTED or (
            gap == 2 and actor.kind == other.kind and actor.kind in ("civilians", "military")
        ):
            return True
    return False


def _without_units(chosen: list[EventActor], actors: ActorBook) -> list[EventActor]:
    """Leave out a brigade of an armed group where the group did it; one with a number is an army's."""
    doers = [a for p in chosen if p.role == "perpetrator" and (a := actors.actors.get(p.actor)) is not None]
    units = {a.key for a in doers if a.name.split()[-1] in _UNITS and not a.name[0].isdigit()}
    if not any(a.kind == "armed_group" and a.key not in units for a in doers):
        return chosen
    return [p for p in chosen if p.role != "perpetrator" or p.actor not in units]


def is_unnamed(key: str, actors: ActorBook) -> bool:
    """Whether an actor has no name of its own: "gunmen", "Northland militants"."""
    actor = actors.actors.get(key)
    return actor is not None and _TELL_NO_NAME[actor.name]


def _tells_no_name(name: str) -> bool:
    words = name.split()
    if "itself" in words or "themselves" in words:  # "a group calling itself X"
        return False
    if len(words) == 1 and words[0].lower() in collectives():  # "Rebels" that begin a sentence
        return True
    if len(words) == 2 and words[1] in _PLAIN_FORCES and words[0] in countries().adjectives:
        return True  # "Northland Forces" are Northland forces
    if len(words) > 1 and words[-1] in _BODIES and words[0] in countries().adjectives:
        return False  # "the Northland army" is the only one
    if len(words) > 1 and words[-1] == "coalition" and words[-2].endswith("-led"):
        return False  # "the Northland-led coalition"
    return bool(words) and not any(map(str.isupper, words[-1]))


_TELL_NO_NAME = Told(_tells_no_name, most=4096)  # the same are asked about again and again


def is_of_country(key: str, actors: ActorBook) -> bool:
    """Whether people without a name of their own are said to be whose: "Northland separatists"."""
    actor = actors.actors.get(key)
    is_described = actor is not None and is_unnamed(key, actors) and len(actor.name.split()) > 1
    return is_described and actor is not None and actor.name[:1].isupper()


def is_of_somebody(key: str, actors: ActorBook) -> bool:
    """Whether a force without a name says whose it is: "Northland troops", "pro-Northland forces"."""
    actor = actors.actors.get(key)
    is_force = actor is not None and actor.kind in ("military", "government")
    return is_force and actor is not None and any(map(str.isupper, actor.name))


def persons_beside(
    chosen: Sequence[EventActor], named: Sequence[EventActor], actors: ActorBook
) -> list[EventActor]:
    """Return the attacker whom a body that did it has, where the article names one: a force's pilot."""
    kinds = {a.kind for p in chosen if p.role == "perpetrator" and (a := actors.actors.get(p.actor))}
    if not kinds or "person" in kinds:
        return []
    persons = [p for p in named if p.role == "perpetrator" and not p.is_alleged]
    return [p for p in persons if (a := actors.actors.get(p.actor)) is not None and a.kind == "person"][:1]


def owners(claimed: Sequence[EventActor], actors: ActorBook) -> list[EventActor]:
    """Return those who claim an event, each once; no unnamed ones ("a rebel group") beside others."""
    named = [p for p in claimed if not is_unnamed(p.actor, actors)]
    return list({p.actor: p for p in (named or claimed)}.values())


def is_part_of_other(party: EventActor, chosen: Sequence[EventActor], actors: ActorBook) -> bool:
    """Whether the words of a name are some of another party's, or the other way round."""

    def words_of(key: str) -> frozenset[str]:
        """Return the words of an actor's name in lower case."""
        return frozenset(a.name.lower().split()) if (a := actors.actors.get(key)) is not None else frozenset()

    own = words_of(party.actor)
    return any(own <= other or other <= own for p in chosen if (other := words_of(p.actor)))


def groups_behind(
    text: str, chosen: Sequence[EventActor], owned: Sequence[EventActor], actors: ActorBook
) -> list[EventActor]:
    """Return the groups that claim what single persons did: a bomber's group."""
    doers = [a for p in chosen if p.role == "perpetrator" and (a := actors.actors.get(p.actor))]
    if any(a.kind not in ("person", "unknown") for a in doers):
        return []
    return [
        p
        for p in owned
        if (a := actors.actors.get(p.actor)) is not None
        and (a.kind != "person" or p.span.of(text).lower().startswith(_CALLED_GROUPS))
    ]


def gives(found: Found, actors: ActorBook) -> bool:
    """Whether a finding settles its role, so that the body is not asked any more."""
    if found.grade in LATE:
        return False
    return found.role == "target" or not is_unnamed(found.actor, actors)


def late_ones(found: Sequence[Found], new: Sequence[NewParty]) -> list[Found]:
    """Return what counts where nothing says so more clearly, and the site of the title.

    Of a battle, who took the place, or else the side named first, attacks.
    """
    firm = {f.role for f in found if f.grade not in LATE}
    rules = ("captor", "participle", "first_side") if "perpetrator" not in firm else ()
    acting = next(
        ([f for f in found if f.grade == rule] for rule in rules if rule in {f.grade for f in found}), []
    )
    if "target" not in firm and any(f.grade == "second_side" for f in found):
        return acting + [f for f in found if f.grade == "second_side"]
    return acting + _sites(found, new)


def _sites(found: Sequence[Found], new: Sequence[NewParty]) -> list[Found]:
    """Return the site of the title; where nothing was aimed at, the place where a bomb went off."""
    sites = [
        Found(n.actor.key, n.role, n.mention.span, n.mention.method)
        for n in new
        if n.mention.method == "site"
    ]
    if sites or any(f.role == "target" and f.grade not in LATE for f in found):
        return sites
    places = [f for f in found if f.grade == "weak"]
    return [f for f in places if 0 <= f.span.start - places[0].span.end <= _AND or f is places[0]]
