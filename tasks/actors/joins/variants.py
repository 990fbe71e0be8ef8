"""Other ways to write a body's name: turned round, without its first noun or country, a police's whole name.

Each function yields (name, other name, reason) by folded keys.  "National Front for Liberation" and
"National Liberation Front" stay two: only "of" turns a name round, and only around all that is before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tasks.actors.joins.aliases import signature
from tasks.actors.known.actor_entries import Entries, Entry
from tasks.actors.known.armed_groups import group_of
from tasks.actors.known.countries import countries
from tasks.actors.known.folded_names import fold
from tasks.actors.known.merging import Join
from tasks.actors.known.name_words import heads, known, unit_nouns

_GROUPS = ("armed_group", "party", "organisation", "unknown")
_SIDES = ("armed_group", "military", "party")  # a "University of X" is not "X University"
_BEFORE = frozenset(("of", "in", "for", "and"))
_POLICE = ("department", "force", "service")  # that the whole name of a police has behind "police"
_AID = ("red cross", "red crescent")
_OF_ALL = frozenset(("committee", "federation", "international"))


def variants(entries: Entries) -> Iterator[Join]:
    """Yield the names of one body that are written in any of these ways."""
    for rule in (_turned_round, _cut_short, _polices, _red_crosses):
        yield from rule(entries)


def _turned_round(entries: Entries) -> Iterator[Join]:
    """A body's head before and behind what it is of: "Army of Wanderers", "Wanderers' Army"."""
    for key, entry in entries.items():
        words = key.split()
        if entry.kind not in _SIDES or entry.is_collective or words.count("of") != 1:
            continue
        at = words.index("of")
        rest = words[at + 1 + (words[at + 1 : at + 2] == ["the"]) :]
        other = entries.get(" ".join([*rest, *words[:at]])) if at and rest else None
        if other is not None and other.kind == entry.kind and words[at - 1] in heads():
            yield key, other.key, "turned_round"


def _cut_short(entries: Entries) -> Iterator[Join]:
    """A group's name, named before, without its first noun or its country: "Jabhat X", "Y Norland"."""
    longer: dict[str, list[Entry]] = {}
    for entry in entries.values():
        if entry.kind in _GROUPS and not entry.is_collective:
            for short in _shorter(entry.key.split(), entry.words):
                longer.setdefault(short, []).append(entry)
    for short, fits in longer.items():
        one = entries.get(short)
        if one is None or one.kind not in _GROUPS or one.is_collective or len(fits) > 1:
            continue
        if fits[0].first < one.first and not (
            short in known() or group_of(short) not in (None, group_of(fits[0].key))
        ):
            yield fits[0].key, short, "short_form"


def is_part_of_another(entry: Entry, group: Sequence[Entry]) -> bool:
    """Say whether a name of an actor is a longer one of it cut short."""
    return any(e.key.endswith(f" {entry.key}") or e.key.startswith(f"{entry.key} ") for e in group)


def _shorter(parts: Sequence[str], words: Sequence[str]) -> Iterator[str]:
    """Yield the folded names that a group's name leaves without its first noun or its country behind."""
    meaning = unit_nouns().get(parts[0])
    if len(parts) > 2 and meaning is not None and meaning != parts[0]:
        rest = parts[1:]
        if len(rest) > 2 or rest[0] not in ("al", "el", "ul"):  # "Jaysh al-X" is not any "al-X"
            yield " ".join(rest)
    for size in range(min(countries().longest, len(words) - 1), 0, -1):
        if " ".join(words[-size:]) in countries().names and words[-size - 1].lower() not in _BEFORE:
            yield fold(" ".join(words[:-size]))
            return


def _polices(entries: Entries) -> Iterator[Join]:
    """A police by its whole name and without its last word: "Osk Police Department", "Osk police"."""
    seen: dict[tuple[str, ...], str] = {}
    for key, entry in entries.items():
        words = key.split()
        if entry.kind == "person" or "police" not in words or len(words) < 2:
            continue
        name = signature(entry) or tuple(words)
        if name[-1] in _POLICE and name[-2:-1] == ("police",) and len(name) > 2:
            name = name[:-1]
        if name[-1] != "police":
            continue
        if name in seen:
            yield seen[name], key, "whole_police"
        seen.setdefault(name, key)


def _red_crosses(entries: Entries) -> Iterator[Join]:
    """The one Red Cross that an article names in full: "International Committee of the Red Cross".

    And a country's own with and without "Arab" and "Society": "Norland Arab Red Crescent".
    """
    own: dict[str, str] = {}
    for key, entry in entries.items():
        plain = key.removesuffix(" society").replace(" arab ", " ")
        if plain.endswith(_AID) and plain not in _AID and entry.kind not in ("person", "state"):
            if plain in own:
                yield own[plain], key, "short_form"
            own.setdefault(plain, key)
    for short in _AID:
        fits = [
            e
            for key, e in entries.items()
            if key.endswith(f" {short}")
            and e.kind not in ("person", "state")
            and not _OF_ALL.isdisjoint(key.split())
        ]
        if short in entries and len(fits) == 1:
            yield fits[0].key, short, "short_form"
        ones = [key for plain, key in own.items() if plain.endswith(f" {short}")]
        if short in entries and not fits and len(ones) == 1:
            yield ones[0], short, "short_form"
