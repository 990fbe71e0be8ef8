"""Units of an army with their number: "24th Division" is the one "24th Infantry Division" of the article.

A unit's name is cut short in two ways: the words between its number and its noun are left out, or the noun
behind what it fights with ("7th Cavalry" of "7th Cavalry Regiment").  A short form that fits two units of
different names ("1st Division" beside "1st Marine Division" and "1st Cavalry Division") stays alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tasks.actors.known.actor_entries import Entries, Entry
from tasks.actors.known.countries import countries
from tasks.actors.known.merging import Join
from tasks.actors.known.name_words import context
from tasks.actors.names.breaks_within import PARTS
from tasks.actors.names.unit_names import is_of_side
from tasks.actors.names.written import is_ordinal
from tasks.model.value import value

_SIZES = context("unit_sizes")
_KINDS = ("military", "armed_group")


@value(frozen=True, slots=True)
class _Unit:
    """A unit's name: whose it is ("us" of "US 2nd Infantry Division"), and its words without its number."""

    entry: Entry
    owner: tuple[str, ...]
    words: tuple[str, ...]


def numbered_units(entries: Entries) -> Iterator[Join]:
    """Yield each short name of a numbered unit with the one longer name that it is a part of."""
    by_number: dict[str, list[_Unit]] = defaultdict(list)
    for entry in entries.values():
        if entry.kind not in _KINDS or entry.is_collective or not any(map(str.isdigit, entry.key)):
            continue
        found = _unit(entry)
        if found is not None:
            by_number[found[0]].append(found[1])
    for units in by_number.values():
        for short in units:
            longer = [u for u in units if u is not short and _is_cut(short, u)]
            longer = [u for u in longer if u.owner == short.owner] or longer
            if not longer:
                continue
            longest = max(longer, key=lambda u: len(u.words))
            if all(u is longest or _is_cut(u, longest) or u.words == longest.words for u in longer):
                yield longest.entry.key, short.entry.key, "unit_number"


def _unit(entry: Entry) -> tuple[str, _Unit] | None:
    """Return a unit's number and its other words; None if it has no number, or no noun of a unit."""
    words = entry.key.split()
    for at, word in enumerate(words):
        number = word.rstrip("stndrh") if is_ordinal(word) else word
        if number.isdigit():
            before, behind = words[:at], words[at + 1 :]
            if behind:  # "ROK 1st Division"
                return number, _Unit(entry, tuple(before), tuple(behind))
            return (number, _Unit(entry, (), tuple(before))) if before and before[-1] in _SIZES else None
    return None


def _is_cut(short: _Unit, long: _Unit) -> bool:
    """Say whether a unit's name is another's cut short, and neither says that it is of another army."""
    if len(short.words) >= len(long.words):
        is_same = short.words == long.words and short.entry.key != long.entry.key
        return is_same and not short.owner and (bool(long.owner) or _is_turned(short, long))
    if short.owner and long.owner and short.owner != long.owner:
        return False
    mine, theirs = _countries(short), _countries(long)
    if mine and theirs and mine != theirs:
        return False  # "British 3rd Division", "3rd Canadian Infantry Division"
    if long.words[-1] not in _SIZES:
        return False
    if short.words == long.words[:-1]:
        return True
    return short.words[-1] == long.words[-1] and _is_within(short.words, long.words)


def _is_turned(short: _Unit, long: _Unit) -> bool:
    """Say whether two names differ in how the number is written: "Squadron 25", "25th Squadron"."""
    return is_ordinal(long.entry.key.split()[0]) and not is_ordinal(short.entry.key.split()[0])


def _countries(unit: _Unit) -> set[str]:
    table = countries().adjectives
    words = [word.capitalize() for word in (*unit.owner, *unit.words)]
    return {table[word].name for word in words if word in table}


def _is_within(short: Sequence[str], long: Sequence[str]) -> bool:
    rest = iter(long)
    return all(word in rest for word in short)


def unit_alone(kind: str, words: Sequence[str]) -> tuple[str, ...]:
    """Return a unit's name without whose it is: "Norlandic | 5th Brigade", "2nd Battalion, | X Rifles"."""
    if kind != "military" or len(words) < 3:
        return ()
    if len(words) > 3 and is_ordinal(words[0]) and words[1].lower() in PARTS:
        return (" ".join(words[:2]),)
    if words[0] not in countries().adjectives:
        return ()
    is_own = is_ordinal(words[1]) or is_of_side([word.lower() for word in words])
    return (" ".join(words[1:]),) if is_own else ()
