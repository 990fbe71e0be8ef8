"""People: a surname or a shorter form that can mean only one of the persons named in full."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from tasks.actors.known.actor_entries import Entries, Entry
from tasks.actors.known.folded_names import fold
from tasks.actors.known.merging import Join
from tasks.actors.names.capitalised import PARTICLES

FAMILY_FIRST = "family_first"  # how a surname was decided that its bearer's name begins with
_CALLED = re.compile(r"[\"“‘'(](?P<nickname>[^\"”’')]+)[\"”’')] (?P<surname>\S+)$")
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii"))


@lru_cache(maxsize=10_000)
def _parts(key: str) -> tuple[str, ...]:
    return tuple(w for w in key.split() if w not in _SUFFIXES and w not in PARTICLES)


def name_parts(entry: Entry) -> tuple[str, ...]:
    """Return the folded words of a person's name without "Jr." and small particles."""
    return _parts(entry.key)


def persons(entries: Entries) -> Iterator[Join]:
    """A name without its middle names, a surname or a first name alone, where one person fits."""
    people = [e for e in entries.values() if e.kind == "person"]
    full = [e for e in people if _is_full(e)]
    by_last: dict[str, list[Entry]] = defaultdict(list)
    by_first: dict[str, list[Entry]] = defaultdict(list)
    for entry in full:
        by_last[name_parts(entry)[-1]].append(entry)
        by_first[name_parts(entry)[0]].append(entry)
    for entry in full:
        parts = name_parts(entry)
        begin, end = by_first[parts[0]], by_last[parts[-1]]  # whose names begin or end alike
        longer: set[str] = {
            other.key
            for other in end
            if other.key != entry.key
            and len(name_parts(other)) > len(parts)
            and _is_part(parts, name_parts(other))
        }
        longer = longer or {other.key for other in (*begin, *end) if _is_edge(entry, other)}
        longer = longer or {other.key for other in begin if _leaves_last(parts, name_parts(other))}
        longer = longer or {other.key for other in begin if _shares_office(entry, other)}
        if len(longer) == 1:
            yield longer.pop(), entry.key, "name_part"
    names = Surnames(entries)
    for entry in people:
        if _is_full(entry) or not name_parts(entry):
            continue
        owner = names.owner(entry.key, entry.first)
        if owner is None and entry.method == FAMILY_FIRST:
            owner = names.family_first(entry.key)
        if owner is not None:
            yield owner.key, entry.key, "surname"
        elif (owner := names.first_name(entry.key, entry.first)) is not None:
            yield owner.key, entry.key, "first_name"
    yield from _nicknames(full, entries)
    yield from _initials(full)
    yield from _articles(full)


def _is_full(entry: Entry) -> bool:
    """Say whether a person is named with more than one name: "Natan-Zada" is one."""
    return len(name_parts(entry)) > 1 and len(entry.words) > 1


def _nicknames(full: Sequence[Entry], entries: Entries) -> Iterator[Join]:
    """A nickname that stands within the whole name, with the surname: "Fox Quist" of 'Ada B. "Fox" Quist'."""
    for entry in full:
        short = _nickname(entry)
        if short in entries and entries[short].kind == "person" and short != entry.key:
            yield entry.key, short, "nickname"


def _nickname(entry: Entry) -> str | None:
    """Return the nickname that stands within a person's name, with the surname, folded."""
    called = _CALLED.search(entry.name)
    return None if called is None else fold(f"{called['nickname']} {called['surname']}")


def _initials(full: Sequence[Entry]) -> Iterator[Join]:
    """A name cut to an initial, "Ada Q." or "A. Quist", where one person's name begins or ends so."""
    whole: dict[tuple[bool, str], list[Entry]] = defaultdict(list)
    short = [e for e in full if len(name_parts(e)) == 2 and 1 in map(len, name_parts(e))]
    if not short:  # as in most articles
        return
    for entry in full:
        parts = name_parts(entry)
        if len(parts[0]) > 1 and len(parts[-1]) > 1:
            whole[True, parts[0]].append(entry)
            whole[False, parts[-1]].append(entry)
    for entry in short:
        first, last = name_parts(entry)
        if len(first) > 1:
            fits = [e for e in whole[True, first] if name_parts(e)[-1].startswith(last)]
        else:
            fits = [e for e in whole[False, last] if name_parts(e)[0].startswith(first)]
        owner = _one_person(fits)
        if owner is not None:
            yield owner.key, entry.key, "initial"


def _articles(full: Sequence[Entry]) -> Iterator[Join]:
    """Two names that differ in how the Arabic article is written: "X el-Y" and "X al-Y"."""
    seen: dict[str, str] = {}
    for entry in full:
        plain = entry.key.replace(" el ", " al ")
        if plain in seen:
            yield seen[plain], entry.key, "transcription"
        seen.setdefault(plain, entry.key)


class Surnames:
    """The persons of an article by the last and by the first word of their names."""

    def __init__(self, entries: Entries) -> None:
        """Take the persons whose names have at least two words."""
        self._by_last: dict[str, list[Entry]] = defaultdict(list)
        self._by_first: dict[str, list[Entry]] = defaultdict(list)
        nicknames = {short for e in entries.values() if (short := _nickname(e)) is not None}
        for entry in entries.values():
            if entry.kind == "person" and _is_full(entry) and entry.key not in nicknames:
                parts = name_parts(entry)
                self._by_last[parts[-1]].append(entry)
                self._by_first[parts[0]].append(entry)

    def first_name(self, key: str, first: int) -> Entry | None:
        """Return the one person whose name begins with a folded key of one word and was written before it.

        "Kim" of "Kim Jong-un"; None where another person's name begins or ends so.
        """
        fits = self._by_first.get(key, [])
        if not fits or key in self._by_last:
            return None
        owner = _one_person(fits)
        return owner if owner is not None and owner.first < first else None

    def family_first(self, key: str) -> Entry | None:
        """Return the one person whose name begins with a surname, before it too: "Tan" of "Tan Weimu"."""
        return _one_person(self._by_first.get(key, []))

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


def _is_edge(one: Entry, other: Entry) -> bool:
    """Say whether names begin or end a longer one: "Ana Marta" of "Ana Marta Vell", written before it.

    Three at its end: who has two of a person's names may be another.
    """
    short, long = name_parts(one), name_parts(other)
    size = len(short)
    if not 1 < size < len(long):
        return False
    return (short == long[:size] and other.first < one.first) or (size > 2 and short == long[-size:])


def _shares_office(one: Entry, other: Entry) -> bool:
    """Say whether a longer name adds the mother's to who has one office: "Mayor Ada Vell (Quist)"."""
    short, long = name_parts(one), name_parts(other)
    return (
        len(long) == len(short) + 1 and short == long[:-1] and one.rank is not None and one.rank == other.rank
    )


def _leaves_last(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Say whether a name is another one without the mother's, "Jorge Vell" of "Jorge Luis Vell Quist"."""
    return len(short) == 2 and len(long) > 3 and short == (long[0], long[-2])


def _is_part(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Say whether a name is another one with words left out, its first and last kept."""
    if short[0] != long[0] or short[-1] != long[-1]:
        return False
    rest = iter(long)
    return all(word in rest for word in short)
