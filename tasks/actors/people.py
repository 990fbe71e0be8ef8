"""People: a surname or a shorter form that can mean only one of the persons named in full."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from tasks.actors.capitalised import PARTICLES
from tasks.actors.entries import Entries, Entry
from tasks.actors.merging import Join

_SUFFIXES = frozenset(("jr", "sr", "ii", "iii"))


@lru_cache(maxsize=10_000)
def _parts(key: str) -> tuple[str, ...]:
    return tuple(w for w in key.split() if w not in _SUFFIXES and w not in PARTICLES)


def name_parts(entry: Entry) -> tuple[str, ...]:
    """Return the folded words of a person's name without "Jr." and small particles."""
    return _parts(entry.key)


def persons(entries: Entries) -> Iterator[Join]:
    """A name without its middle names, a surname alone, or the last two words, where one person fits."""
    full = [e for e in entries.values() if e.kind == "person" and len(name_parts(e)) > 1]
    by_last: dict[str, list[Entry]] = defaultdict(list)
    for entry in full:
        by_last[name_parts(entry)[-1]].append(entry)
    for entry in full:
        parts = name_parts(entry)
        longer = [
            other
            for other in by_last[parts[-1]]
            if other.key != entry.key
            and len(name_parts(other)) > len(parts)
            and _is_part(parts, name_parts(other))
        ]
        if len(longer) == 1:
            yield longer[0].key, entry.key, "name_part"
    for entry in entries.values():
        if entry.kind == "person" and len(name_parts(entry)) == 1:
            owners = _owner(by_last.get(name_parts(entry)[-1], []), entry.first)
            if owners is not None:
                yield owners.key, entry.key, "surname"


class Surnames:
    """The persons of an article by the last word of their names."""

    def __init__(self, entries: Entries) -> None:
        """Take the persons whose names have at least two words."""
        self._by_last: dict[str, list[Entry]] = defaultdict(list)
        for entry in entries.values():
            parts = name_parts(entry)
            if entry.kind == "person" and len(parts) > 1:
                self._by_last[parts[-1]].append(entry)

    def owner(self, key: str, first: int = 0) -> Entry | None:
        """Return the one person whose name ends with the words of a folded key, and has more.

        Of several, the one who alone was named before `first`, where the short name stands first.
        """
        parts = _parts(key)
        if not parts:
            return None
        fits = [
            e
            for e in self._by_last.get(parts[-1], ())
            if len(name_parts(e)) > len(parts) and name_parts(e)[-len(parts) :] == parts
        ]
        return _owner(fits, first)


def _owner(fits: list[Entry], first: int) -> Entry | None:
    """Return whom a surname means: the one person it ends, or the one who alone was named before it."""
    return _one_person(fits) or _one_person([e for e in fits if e.first < first])


def _one_person(fits: list[Entry]) -> Entry | None:
    """Return the longest of names that are forms of one another; None if there are two persons."""
    if not fits:
        return None
    longest = max(fits, key=lambda e: (len(name_parts(e)), -e.first))
    if all(_is_part(name_parts(e), name_parts(longest)) for e in fits):
        return longest
    return None


def _is_part(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Say whether a name is another one with words left out, its first and last kept."""
    if short[0] != long[0] or short[-1] != long[-1]:
        return False
    rest = iter(long)
    return all(word in rest for word in short)
