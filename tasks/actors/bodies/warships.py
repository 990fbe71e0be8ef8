"""Warships: "HMS Heron" is an actor, and "Heron" alone is the same ship, whoever else has that surname.

A navy that writes no prefix has its ships named behind what they are: "the frigate Heron".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from tasks.actors.context.sightings import Form
from tasks.actors.kinds.decision import Decision, decided
from tasks.actors.known.actor_entries import Entries
from tasks.actors.known.countries import Country, country_by_code
from tasks.actors.known.folded_names import fold
from tasks.actors.known.merging import Join
from tasks.lexicons.construction_words import words
from tasks.lexicons.load import load

_CIVIL = frozenset(("FV", "HMT", "HMY", "KD", "MS", "MT", "MV", "RMS", "RV", "SS"))
_WARSHIPS = words("ship_prefix") - _CIVIL
_SIGHTINGS_TO_A_PERSON = 4  # of a ship's name alone
_U_BOAT = re.compile(r"U[BC]?-\d{1,4}")
_DOES = frozenset(("agent", "by", "human", "verb"))
_CRAFT = frozenset(("boat", "craft", "ship", "vessel"))
_TASKS_OF_CRAFT = words("task_of_craft")
_LONGEST = 4  # words with the prefix: "USS George Washington Carver"
WARSHIP_NOUNS = frozenset(map(str.lower, words("warship")))  # "U-boat" as well


def with_ships(forms: Mapping[str, Form], decisions: dict[str, Decision]) -> None:
    """Let a warship's prefix decide what its name is, alone as well if few titles stand beside it.

    So does a noun for a warship before the name, where nothing else says what it names.
    """
    for key, form in forms.items():
        is_open = decisions[key].kind in (None, "unknown")
        if is_open and (_is_behind_warship(form) or _is_u_boat(form)):
            decisions[key] = decided("military", "ship")
        if form.words[0].text not in _WARSHIPS or not 2 <= len(form.words) <= _LONGEST:
            continue
        if decisions[key].kind is None and form.count("place"):
            continue  # somebody was aboard
        if decisions[key].kind == "person" and len(form.words[0].text) < len("HMS"):
            continue  # "army spokesman JS Quist"
        decisions[key] = decided("military", "ship")
        short = fold(" ".join([w.text for w in form.words[1:]]))
        alone = forms.get(short)
        if alone is not None and alone.count("person") * _SIGHTINGS_TO_A_PERSON <= len(alone.sightings):
            decisions[short] = decided("military", "ship")


def _is_u_boat(form: Form) -> bool:
    """Whether a name is a submarine's number, in an article that says what it did: "U-156 was attacked"."""
    return _U_BOAT.fullmatch(form.text) is not None and (form.shows(_DOES) or len(form.sightings) > 1)


def _is_behind_warship(form: Form) -> bool:
    """Whether a noun for a warship stands right before a name somewhere: "the frigate Heron"."""
    if len(form.words) >= _LONGEST or form.words[0].text in _WARSHIPS:
        return False
    for seen in form.sightings:
        first, lower = seen.run.words[0].token, seen.run.sentence.lower
        if first and (lower[first - 1] in WARSHIP_NOUNS or _is_craft(lower, first - 1)):
            return True
    return False


def _is_craft(lower: Sequence[str], at: int) -> bool:
    """Whether two words name a craft of a navy: "the patrol boat", "an assault craft"."""
    return at > 0 and lower[at] in _CRAFT and lower[at - 1] in _TASKS_OF_CRAFT


@cache
def _navies() -> Mapping[str, str]:
    return {row["prefix"]: row["country"] for row in load("ship_navies")}


def country_of_ship(word: str) -> Country | None:
    """Return the state whose navy gives a name its first word: "HMS Heron" is a British ship."""
    code = _navies().get(word)
    return None if code is None else country_by_code(code)


def one_ship(entries: Entries) -> Iterator[Join]:
    """A ship with a prefix, with another of another service, and without one."""
    named: dict[str, list[str]] = defaultdict(list)
    for entry in entries.values():
        if entry.method == "ship":
            at = 1 if entry.words[0] in _WARSHIPS else 0
            named[fold(" ".join(entry.words[at:]))].append(entry.key)
    for keys in named.values():
        first = max(keys, key=lambda k: len(k.split()))
        yield from ((first, key, "ship") for key in keys if key != first)
