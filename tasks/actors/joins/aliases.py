"""Names that the language, or the world, says are one.

Each function yields (name, other name, reason) by folded keys. What differs stays apart: no rule here
compares spellings loosely.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from tasks.actors.known.actor_entries import Entries, Entry
from tasks.actors.known.armed_groups import group_of
from tasks.actors.known.countries import countries, is_country
from tasks.actors.known.folded_names import fold, without_owner
from tasks.actors.known.merging import Join
from tasks.actors.known.name_words import context, heads, known, unit_nouns
from tasks.actors.names.written import is_short_form

_SMALL = context("small")
_GENERIC = context("generic_heads")
_GROUPS = ("armed_group", "organisation", "unknown")
_BODIES = (*_GROUPS, "party", "military")
BRANCHES = frozenset(("army", "gendarmerie", "marines", "navy"))  # "the Navy" of one state
_STATES_OWN = ("national", "arab")  # what the full name of a state's force adds to its usual one
_FORCES = (("army",), ("navy",), ("air", "force"), ("police",), ("armed", "forces"))
# Of these a country has one, of its armies each has its own "of ...".
_WATCHERS = frozenset(("observatory", "network", "institute", "foundation", "watch"))
_QUALITIES = context("modifies_body") | {"national", "supreme", "central", "joint", "high", "federal"}
_TIES = frozenset(("of", "for", "and", "in", "on"))
_SPELLING = {
    "defence": "defense",
    "centre": "center",
    "organisation": "organization",
    "labour": "labor",
    "airforce": "air force",
    "mod": "defense ministry",
}


def world(entries: Entries) -> Iterator[Join]:
    """Two names of one body or armed group that the world knows: "UN" and "United Nations"."""
    seen: dict[str, str] = {}
    for key, entry in entries.items():
        full = known()[key][0] if key in known() else None
        if full is None and entry.kind == "armed_group":
            full = group_of(key)
        if full is not None:
            if full in seen:
                yield seen[full], key, "known_name"
            seen.setdefault(full, key)


def states(entries: Entries) -> Iterator[Join]:
    """Two words for one country: "the Russians" and "Russia", "U.S." and "United States"."""
    seen: dict[str, str] = {}
    for entry in sorted(entries.values(), key=lambda e: e.name not in countries().names):
        if entry.kind == "state" and entry.country is not None:
            if entry.country.name in seen:
                reason = "demonym" if entry.name in countries().plurals else "country_name"
                yield seen[entry.country.name], entry.key, reason
            seen.setdefault(entry.country.name, entry.key)


def signature(entry: Entry) -> tuple[str, ...] | None:
    """Return what is the same in "Egyptian Government" and "Government of Egypt"; None without a country.

    The country by its name, and the other words in order, spelling evened out; "Ministry of Defence" counts
    as "defense ministry", "Norland National Army" and "Royal Norland Army" as "norland army".
    """
    if entry.country is None or entry.kind in ("state", "person"):
        return None
    words = [without_owner(w) for w in entry.words]
    if entry.kind == "military" and words[0] == "Royal":
        words = words[1:]
    table = countries()
    for size in range(min(table.longest, len(words) - 1), 0, -1):
        front, back = " ".join(words[:size]), " ".join(words[-size:])
        before = table.adjectives.get(front) or table.names.get(front)
        if before is not None and before == entry.country:
            words = words[size:]
            break
        behind = table.names.get(back)
        if behind is not None and behind == entry.country:
            words = words[:-size]
            break
    plain = _evened(words)
    if plain and plain[0] in ("ministry", "department", "office") and len(plain) > 2 and plain[1] == "of":
        plain = [*plain[2:], plain[0]]
    if entry.kind == "military" and plain[0] in _STATES_OWN and tuple(plain[1:]) in _FORCES:
        plain = plain[1:]
    plain = [w for w in plain if w not in _SMALL]
    if plain[-2:] in (["guard", "service"], ["guards", "service"]):
        plain = plain[:-1]  # "State Guard Service of Norland", "Norland State Guards"
    if plain and plain[-1] == "guards":
        plain = [*plain[:-1], "guard"]
    if plain == ["armed", "forces"]:
        plain = ["military"]
    return (entry.country.name, *plain)


def _evened(words: Iterable[str]) -> list[str]:
    """Return words in lower case and in one spelling: "Airforce" as "air force"."""
    return [part for word in words for part in _SPELLING.get(word.lower(), word.lower()).split()]


def spellings(entries: Entries) -> Iterator[Join]:
    """A body's name in British and American spelling: "X Defence Regiment", "X Defense Regiment"."""
    seen: dict[tuple[str, ...], str] = {}
    for entry in entries.values():
        if entry.kind in ("person", "state") or entry.is_collective or len(entry.words) < 2:
            continue
        plain = tuple(_evened(entry.key.split()))
        if plain[-1] == "guards":
            plain = (*plain[:-1], "guard")  # "Revolutionary Guard", "Revolutionary Guards"
        if plain in seen:
            yield seen[plain], entry.key, "spelling"
        seen.setdefault(plain, entry.key)


def same_body(entries: Entries) -> Iterator[Join]:
    """A country's body named with its adjective or its name, before or behind."""
    seen: dict[tuple[str, ...], str] = {}
    for entry in entries.values():
        sign = signature(entry)
        if sign is None or len(sign) < 2:
            continue
        if sign in seen:
            yield seen[sign], entry.key, "demonym"
        seen.setdefault(sign, entry.key)


def units(entries: Entries) -> Iterator[Join]:
    """A transcribed name and its half translation: "Liwa X" and "X Brigade"."""
    if unit_nouns().keys().isdisjoint(" ".join(entries).split()):  # no transcribed name
        return
    seen: dict[tuple[str, ...], list[tuple[bool, str]]] = defaultdict(list)
    for entry in entries.values():
        if entry.kind in ("person", "state") or len(entry.words) < 2:
            continue
        words = [
            w
            for w in entry.key.split()
            if w not in {"al", "ul", "el", "the", "of", "e", "ash", "as", "an", "i"}
        ]
        meaning = unit_nouns().get(words[0]) if words else None
        if meaning is not None and words[0] != meaning:
            seen[tuple(sorted((meaning, *words[1:])))].append((True, entry.key))
        else:
            seen[tuple(sorted(words))].append((False, entry.key))
    for forms in seen.values():
        native = [key for is_native, key in forms if is_native]
        for is_native, key in forms:
            if native and key != native[0]:
                yield native[0], key, "transcription" if is_native else "unit_noun"


def nouns_behind(entries: Entries) -> Iterator[Join]:
    """A body whose noun is written small or as a part of its name: "the Xenda group", "Xenda Group"."""
    for key, entry in entries.items():
        if entry.kind == "person" or entry.is_collective:
            continue
        for form in sorted(entry.titled):
            whole = entries.get(fold(form))
            if whole is None or whole.key == key or not form.startswith(f"{entry.name} "):
                continue
            if whole.kind in _BODIES:
                yield whole.key, key, "noun_behind"


def short_forms(entries: Entries) -> Iterator[Join]:
    """A name cut short of its country or its "of ...": one candidate only ("Defence Ministry")."""
    bodies = [e for e in entries.values() if e.kind not in ("person", "state") and not e.is_collective]
    longer: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
    for entry in bodies:
        for words in _cut_short(entry):
            longer[words].append(entry)
    for short in bodies:
        fits = longer.get(tuple(map(str.lower, short.words)), [])
        if len(fits) != 1 or fits[0] is short:
            continue
        if _is_of_town(fits[0]) and short.first < fits[0].first:
            continue  # a body has no short name before it was named
        if len(short.words) == 1 or short.country is None or short.words[-1].lower() in _WATCHERS:
            yield fits[0].key, short.key, "short_form"


def _cut_short(entry: Entry) -> Iterator[tuple[str, ...]]:
    """Yield the words, in lower case, that may be left of a body's name."""
    words = tuple(map(str.lower, entry.words))
    for size in range(2, len(words)):
        if words[size] in {"of", "in", "for"}:
            yield words[:size]
    for start in range(1, min(len(words), countries().longest + 1)):
        if start == len(words) - 1 and words[-1] not in BRANCHES:
            break
        if is_country(" ".join(entry.words[:start])) or (start == 1 and _is_numbered(entry.words)):
            yield words[start:]
    if _is_of_town(entry):
        yield words[1:]
    if words[-1] in _GENERIC and len(words) > 1:  # "Al-X Television"
        yield words[:-1]
    is_named_acronym = len(words) == 2 and words[0].isalpha() and words[0] not in heads()
    if is_named_acronym and is_short_form(entry.words[1]):  # "Provisional ABC"
        yield words[1:]


def _is_of_town(entry: Entry) -> bool:
    """Say whether a body's name begins with where it is: "Osk Transitional Council"."""
    if len(entry.words) < 3 or entry.kind not in ("government", "organisation", "monitor"):
        return False
    first, last = entry.words[0], entry.words[-1].lower()
    is_plain = first[1:].islower() and first.lower() not in heads() and first.lower() not in _QUALITIES
    is_body = last in heads() and not _TIES.intersection(entry.words)
    return is_plain and is_body and not is_country(first) and fold(" ".join(entry.words[1:])) not in known()


def arabic_articles(entries: Entries) -> Iterator[Join]:
    """A group's name of one word with the Arabic article and without: "Al-Bahr" and "Bahr"."""
    for key, entry in entries.items():
        if len(entry.words) != 1 or not key.startswith(("al ", "el ")):
            continue
        bare = entries.get(key[3:])
        if bare is not None and entry.kind in _GROUPS and bare.kind in _GROUPS and not bare.is_collective:
            yield key, bare.key, "article"


def _is_numbered(words: tuple[str, ...]) -> bool:
    """Say whether a body's capitals stand before a unit's number: "ROK 5th Division"."""
    return is_short_form(words[0]) and words[1][:1].isdigit()
