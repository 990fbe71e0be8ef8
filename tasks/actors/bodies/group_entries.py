"""Entries of the groups that common nouns name: a new one, or a mention of whom their owner's name names."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.actors.bodies.coalitions import leader_of
from tasks.actors.bodies.collective import Collective
from tasks.actors.bodies.towns import is_towns
from tasks.actors.known.actor_entries import Entries, Entry, Place
from tasks.actors.known.countries import countries
from tasks.actors.known.folded_names import fold
from tasks.actors.known.name_words import name_words
from tasks.lexicons.late_pattern import late_pattern

_EMBASSIES = frozenset(("consulate", "consulate general", "embassy"))
_IN_TOWN = late_pattern(r" in ((?:the )?[A-Z][^\W\d_][\w-]*(?: [A-Z][^\W\d_][\w-]*){0,2})")
_OF_CAPITALS = frozenset(("government", "regime"))  # "the Osk government" is that of its state


def add_groups(groups: Sequence[Collective], entries: Entries, text: str) -> None:
    """Add the groups of an article; a noun alone where it ends no longer name: "Osk | state police"."""
    ends = {
        group.span.end for group in groups if group.owner is not None and _collective(group, entries, text)
    }
    for group in groups:
        if group.owner is None and group.span.end not in ends:
            _collective(group, entries, text)
    _add_towns([g for g in groups if g.noun in _EMBASSIES], entries, text)


def _add_towns(embassies: Sequence[Collective], entries: Entries, text: str) -> None:
    """Add the name with its town of an embassy that stands in one: "Norland embassy in Osk"."""
    towns: dict[str, set[str]] = {}
    for group in embassies:
        match = _IN_TOWN.match(text, group.span.end)
        if match is not None and not any(name_words().get(w.lower()) == "date" for w in match[1].split()):
            towns.setdefault(fold(group.span.of(text)), set()).add(match[1])
    for key, there in towns.items():
        entry = entries.get(key)
        if entry is not None and len(there) == 1:  # two are two embassies
            town = there.pop()
            entry.name, entry.words = f"{entry.name} in {town}", (*entry.words, "in", *town.split())
            entry.written.add(entry.name)


def _collective(group: Collective, entries: Entries, text: str) -> bool:
    """Add a group that a common noun names; say whether it is one, and not a mention of another actor."""
    capital = countries().capitals.get(group.owner or "") if group.noun in _OF_CAPITALS else None
    if group.owner is not None and group.country is None and capital is None and not group.is_faith:
        owner = entries.get(fold(group.owner))
        if owner is not None and owner.kind == "armed_group" and group.noun == "militia":
            owner.titled.add(group.span.of(text))  # "the X militia" is a name of it, "X fighters" is not
        if not is_towns(group, owner, text) and (
            owner is None or owner.kind != "person" or group.kind != "government"
        ):
            return False
    words = group.name or group.span.of(text)
    key = fold(words)
    entry = entries.get(key)
    if entry is not None and not entry.is_collective:
        if entry.kind == group.kind and entry.country == group.country:
            entry.places.append(Place(group.span, "name", "collective"))  # "Norland army" of the Norland Army
        return True
    if entry is None:
        method = "coalition" if leader_of(words) else "collective"
        entry = Entry(key, words, tuple(words.split()), group.kind, method, inter=group.inter)
        entry.country, entry.is_collective = group.country or capital, True
        entries[key] = entry
    entry.written.add(words)
    entry.places.append(Place(group.span, "name", "collective"))
    return True
