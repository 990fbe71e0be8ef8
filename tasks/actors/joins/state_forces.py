"""The armed forces of a state under the words that name all of them: "Norland forces", "Norland troops".

"Norland soldiers", "the Norland military" and "the Armed Forces of Norland" are the same body, spoken of as
a whole.  A branch ("Norland Navy", "Norland ground forces"), a unit and another armed body ("Norland security
forces", "Norland government forces") stay actors of their own.  So does an army that the article writes as a
name, "the Norland Army": written small, "the Norland army" is one more word for all of its forces.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tasks.actors.joins.aliases import signature
from tasks.actors.known.actor_entries import Entries, Entry, country_in
from tasks.actors.known.folded_names import fold, without_article, without_owner
from tasks.actors.known.merging import Join

# What `signature` leaves of a name without its country ("armed forces": "military"), the usual name first.
_WHOLE = (
    ("forces",), ("military",), ("defense", "forces"), ("military", "forces"), ("army",), ("troops",),
    ("soldiers",), ("military", "personnel"), ("service", "members"), ("servicemen",),
    ("occupying", "forces"), ("occupation", "forces"), ("invading", "forces"), ("invasion", "forces"),
)  # fmt: skip
_GOVERNMENTS = (("government", "forces"), ("government", "troops"), ("government", "soldiers"))
_ARMY = ("army",)
_SHARED = "armed forces of"
_SIDES = frozenset(("North", "South", "East", "West"))


def one_force(entries: Entries) -> Iterator[Join]:
    """Yield the names of one state's armed forces as a whole with the first of them."""
    found: dict[str, list[Entry]] = defaultdict(list)
    armies: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries.values():
        if entry.kind != "military":
            continue
        sign = signature(entry) or _half(entry) or ("",)
        if sign[1:] == _ARMY:
            armies[sign[0]].append(entry)
        elif sign[1:] in _WHOLE:
            found[sign[0]].append(entry)
    for owner, names in armies.items():
        if all(_is_small(entry) for entry in names):
            found[owner] += names
    for names in found.values():
        for other in names[1:]:
            yield names[0].key, other.key, "states_forces"


def governments_forces(entries: Entries) -> Iterator[Join]:
    """Yield the names of a government's forces: "government troops", "Norland government forces".

    Bare "government forces" are those of the one country whose government's forces the article names.
    """
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries.values():
        if entry.kind == "military" and entry.is_collective:
            if tuple(entry.key.split()) in _GOVERNMENTS:
                found[""].append(entry)
            elif _rest(entry) in _GOVERNMENTS:
                found[(signature(entry) or _half(entry) or ("",))[0]].append(entry)
    if len(found) == 2 and "" in found:
        found[""] += found.pop(next(owner for owner in found if owner))
    for names in found.values():
        for other in names[1:]:
            yield names[0].key, other.key, "states_forces"


def forces_of(name: str) -> str | None:
    """Return the name by which articles share a state's forces as a whole; None for a name of anybody else.

    An army that is written as a name ("the Norland Army") is a body of its own, "the Norland army" is not.
    """
    words = tuple(map(without_owner, without_article(name).split()))
    entry = Entry(fold(name), name, words, "military", "shared")
    entry.country = country_in(words)
    if entry.country is None or entry.country.iso3 is None:
        return None  # of no state of today
    sign = signature(entry)
    if sign is None or sign[1:] not in _WHOLE or (sign[1:] == _ARMY and "Army" in words):
        return None
    return f"{_SHARED} {fold(sign[0])}"


def is_forces(key: str) -> bool:
    """Say whether a key that articles share is that of a state's forces."""
    return key.startswith(f"{_SHARED} ")


def usual_names(group: Sequence[Entry]) -> list[Entry]:
    """Return the entries of an actor, of a state's forces only those of the usual word: "Norland forces"."""
    ranks = {e.key: _WHOLE.index(sign) for e in group if (sign := _rest(e)) in _WHOLE}
    if len(ranks) < len(group):
        return list(group)
    return [e for e in group if ranks[e.key] == min(ranks.values())]


def _rest(entry: Entry) -> tuple[str, ...]:
    return (signature(entry) or _half(entry) or ())[1:]


def _half(entry: Entry) -> tuple[str, ...] | None:
    """Return what `signature` would of a group of half a country: "South Norland troops"."""
    if not entry.is_collective or entry.country is not None or len(entry.words) != 3:
        return None
    side, country, noun = entry.words
    return (f"{side} {country}", noun.lower()) if side in _SIDES and country[:1].isupper() else None


def _is_small(entry: Entry) -> bool:
    """Say whether an army is nowhere written as a name: "the Norland army", not "the Norland Army"."""
    return not any("Army" in form for form in entry.written)
