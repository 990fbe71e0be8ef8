"""Acronyms that no bracket explains, joined with the one name that their letters fit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from tasks.actors.known.actor_entries import Entries, Entry
from tasks.actors.known.merging import Join
from tasks.actors.known.name_words import known
from tasks.actors.names.acronyms import capitals_of, letters, matches
from tasks.actors.names.written import is_short_form


def is_acronym(entry: Entry) -> bool:
    """Say whether a name is capitals alone."""
    return len(entry.words) == 1 and is_short_form(entry.words[0])


def acronyms(entries: Entries, stated_keys: frozenset[str]) -> Iterator[Join]:
    """An acronym that no bracket explains, where one name fits it: initials, then any order."""
    open_ones = [
        entry
        for entry in entries.values()
        if entry.kind != "state" and entry.key not in stated_keys and is_acronym(entry)
        if entry.key not in known()
    ]
    if not open_ones:  # as in most articles: no name needs its letters read
        return
    names: dict[str, list[Entry]] = defaultdict(list)  # by sorted initials: what any order of them fits
    for entry in entries.values():
        if len(entry.words) > 1 and entry.kind not in ("person", "state") and not entry.is_collective:
            weighty = letters(entry.words)
            every = "".join(w[0].upper() for w in entry.words if w[0].isalnum())
            for key in {"".join(sorted(weighty)), "".join(sorted(every))}:
                names[key].append(entry)
    for entry in open_ones:
        ways = {entry.key.upper().replace(" ", ""), capitals_of(entry.words[0])}  # "RNoN"
        full = _only_fit(entry, [name for short in sorted(ways) for name in names["".join(sorted(short))]])
        if full is not None:
            yield full


def acronym_tails(entries: Entries, stated_keys: frozenset[str]) -> Iterator[Join]:
    """An acronym of a name cut short of its first word: "XYZ" of the one "Provisional Xan Yellow Zone"."""
    shorts = {
        entry.key: entry.key.upper().replace(" ", "") for entry in entries.values() if is_acronym(entry)
    }
    shorts = {k: s for k, s in shorts.items() if len(s) > 2 and k not in stated_keys and k not in known()}
    if not shorts:  # as in most articles: no name needs its letters read
        return
    names: dict[str, list[str]] = defaultdict(list)
    whole: set[str] = set()
    for entry in entries.values():
        if len(entry.words) > 2 and entry.kind not in ("person", "state") and not entry.is_collective:
            names[letters(entry.words[1:])].append(entry.key)
            whole |= {letters(entry.words), "".join(w[0].upper() for w in entry.words)}
    for key, short in shorts.items():
        fits = names.get(short, [])
        if short not in whole and len(fits) == 1:
            yield fits[0], key, "acronym_tail"


def _only_fit(entry: Entry, names: list[Entry]) -> Join | None:
    """Return the join of an acronym with the one name that it fits, the better way of fitting first."""
    for how, reason in (("initials", "acronym"), ("permuted", "acronym_permuted")):
        fits = [name for name in names if matches(entry.words[0], name.words) == how]
        if len(fits) == 1 and (how == "initials" or fits[0].first < entry.first):
            return fits[0].key, entry.key, reason
        if fits:
            return None
    return None
