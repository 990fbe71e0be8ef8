"""Names that the article itself, or the language, says are one.

Each function yields (name, other name, reason) by folded keys. What differs stays apart: no rule here
compares spellings loosely.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from tasks.actors.acronyms import matches, picks_letters
from tasks.actors.armed_groups import group_of
from tasks.actors.countries import countries
from tasks.actors.entries import Entries, Entry
from tasks.actors.folding import fold, without_owner
from tasks.actors.initials import is_acronym
from tasks.actors.merging import Join
from tasks.actors.words import context, heads, known, unit_nouns
from tasks.actors.written import is_short_form
from tasks.lexicons.late_pattern import late_pattern

_ADVERB = (
    r"(?:(?:also|formerly|previously|better|otherwise|commonly|then|originally|now|often|sometimes|widely|"
    r"collectively|locally|officially|later|simply|best)\s+){0,2}"
)
_KNOWN_AS = late_pattern(
    rf"\s*[,(]?\s*{_ADVERB}(?:known|referred to|abbreviated)(?:\s+(?:as|to))?(?:\s+(?:simply|the|by))*\s*"
    r"[\"“'‘]?(?:the\s+)?|"
    rf"\s*[,(]\s*{_ADVERB}(?:called|named|styled|renamed|rebranded)(?:\s+(?:as|to|simply))*\s*[\"“'‘]?(?:the\s+)?",
    re.IGNORECASE,
)
_OR = late_pattern(
    r"\s*[,(]\s*(?:or|alias|a\.?k\.?a\.?|formerly|previously)\s+(?:the\s+)?[\"“'‘]?", re.IGNORECASE
)
_BRACKET = late_pattern(
    r"(?:['’]s)?[\"”'’]?\s*\((?:the\s+|[A-Z][a-z]+:\s*[^();,]*[;,]\s*|"
    r"(?:[A-Z][a-z]+ )?(?:acronym|initials):?\s+|(?:also )?abbreviated(?: as| to)?\s+)?[\"“'‘]?"
)
_SMALL = context("small")
_GLOSS = late_pattern(r"[\"”'’]? \(([^()\n]{4,90})[,;] ([A-Z][A-Za-z.&-]{1,9})[,;)]")
_SHORT = late_pattern(r" \(([A-Z][A-Za-z.&-]{1,9})\)")
_GENERIC = frozenset(  # heads that a body's name is as often without
    ("television", "tv", "radio", "newspaper", "channel", "network", "agency", "movement", "front", "party")
)
_STATES_OWN = ("national", "arab")  # what the full name of a state's force adds to its usual one
_FORCES = (("army",), ("navy",), ("air", "force"), ("police",), ("armed", "forces"))
_SPELLING = {"defence": "defense", "centre": "center", "organisation": "organization", "labour": "labor"}


def stated(text: str, entries: Entries) -> Iterator[Join]:
    """Names side by side with words or brackets that equate them: "X (XYZ)", "X, also known as Y"."""
    places = sorted(
        (p.span.start, p.span.end, e.key) for e in entries.values() for p in e.places if not e.is_collective
    )
    for (_, end, a), (start, stop, b) in pairwise(places):
        if a == b or not 0 < start - end < 60:
            continue
        gap = text[end:start]
        if "\n" in gap:
            continue
        one, two = entries[a], entries[b]
        if _KNOWN_AS.fullmatch(gap) or _OR.fullmatch(gap):
            if _agree(one, two):
                yield a, b, "also_known_as"
        elif _BRACKET.fullmatch(gap) and "person" not in (one.kind, two.kind) and two.kind != "state":
            closed = text[stop : stop + 1] in (")", ";", ",") or text[stop : stop + 2] in ("”)", '")', "')")
            if closed and (is_acronym(two) or is_acronym(one)) and _explains(text, start, one, two):
                yield a, b, "bracket"


def glossed(text: str, entries: Entries) -> Iterator[Join]:
    """A name with its name in another language and an acronym of either: "Front X (Frente X, FX)"."""
    for entry in entries.values():
        if entry.is_collective or len(entry.words) < 2 or entry.kind in ("person", "state"):
            continue
        for place in entry.places:
            match = _GLOSS.match(text, place.span.end)
            if match is None or not is_short_form(match.group(2)):
                continue
            gloss, short = match.group(1).split(": ")[-1], match.group(2)
            if not any(matches(short, words) for words in (entry.words, tuple(gloss.split()))):
                continue
            if fold(gloss) not in entries and gloss[0].isupper():
                entry.titled.add(gloss)
            for key in (fold(gloss), fold(short)):
                if key in entries and key != entry.key:
                    yield entry.key, key, "bracket"


def _explains(text: str, bracket: int, one: Entry, two: Entry) -> bool:
    """Say whether an acronym in brackets belongs to the name before it, not to a longer one ending so."""
    if matches(two.words[0], one.words) or matches(one.words[0], two.words):
        return True
    if picks_letters(two.words[0], one.words):
        return True
    at = text.rfind(one.name, max(0, bracket - 200), bracket)
    before = text[max(0, at - 12) : at].split()
    return one.kind != "state" and not (
        before and (before[-1] in ("of", "for", "in", "former") or before[-2:-1] == ["of"])
    )


def _agree(one: Entry, two: Entry) -> bool:
    return (one.kind == "person") == (two.kind == "person") and "state" not in (one.kind, two.kind)


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
    for size in range(min(table.longest, len(words)), 0, -1):
        front, back = " ".join(words[:size]), " ".join(words[-size:])
        if size < len(words) and (table.adjectives.get(front) or table.names.get(front)) == entry.country:
            words = words[size:]
            break
        if size < len(words) and table.names.get(back) == entry.country:
            words = words[:-size]
            break
    plain = [_SPELLING.get(w.lower(), w.lower()) for w in words]
    if plain and plain[0] in ("ministry", "department", "office") and len(plain) > 2 and plain[1] == "of":
        plain = [*plain[2:], plain[0]]
    if entry.kind == "military" and plain[0] in _STATES_OWN and tuple(plain[1:]) in _FORCES:
        plain = plain[1:]
    plain = [w for w in plain if w not in _SMALL]
    if plain == ["armed", "forces"]:
        plain = ["military"]
    return (entry.country.name, *plain)


def spellings(entries: Entries) -> Iterator[Join]:
    """A body's name in British and American spelling: "X Defence Regiment", "X Defense Regiment"."""
    seen: dict[tuple[str, ...], str] = {}
    for entry in entries.values():
        if entry.kind in ("person", "state") or entry.is_collective or len(entry.words) < 2:
            continue
        plain = tuple(_SPELLING.get(w, w) for w in entry.key.split())
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


def short_forms(entries: Entries) -> Iterator[Join]:
    """A name cut short of its country or its "of ...": one candidate only ("Defence Ministry")."""
    bodies = [e for e in entries.values() if e.kind not in ("person", "state") and not e.is_collective]
    longer: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for entry in bodies:
        words = tuple(map(str.lower, entry.words))
        for size in range(2, len(words)):
            if words[size] in {"of", "in", "for"}:
                longer[words[:size]].append(entry.key)
        for start in range(1, min(len(words) - 1, countries().longest + 1)):
            if _is_country(entry.words[:start]) or (start == 1 and _is_numbered(entry.words)):
                longer[words[start:]].append(entry.key)
        if words[-1] in _GENERIC and len(words) > 1:  # "Al-X Television"
            longer[words[:-1]].append(entry.key)
        is_named_acronym = len(words) == 2 and words[0].isalpha() and words[0] not in heads()
        if is_named_acronym and is_short_form(entry.words[1]):  # "Provisional ABC"
            longer[words[1:]].append(entry.key)
    for short in bodies:
        fits = longer.get(tuple(map(str.lower, short.words)), [])
        if len(fits) == 1 and fits[0] != short.key and (len(short.words) == 1 or short.country is None):
            yield fits[0], short.key, "short_form"


def _is_numbered(words: tuple[str, ...]) -> bool:
    """Say whether a body's capitals stand before a unit's number: "ROK 5th Division"."""
    return is_short_form(words[0]) and words[1][:1].isdigit()


def _is_country(words: tuple[str, ...]) -> bool:
    text = " ".join(words)
    return text in countries().adjectives or text in countries().names


def pages(entries: Entries) -> Iterator[Join]:
    """Names that the source links to the same page."""
    seen: dict[str, str] = {}
    for entry in entries.values():
        if entry.page is None or (entry.kind == "person" and len(entry.words) == 1):
            continue
        page = fold(entry.page)
        if page in seen and _agree(entries[seen[page]], entry):
            yield seen[page], entry.key, "link"
        seen.setdefault(page, entry.key)


def bracketed(text: str, entries: Entries) -> Iterator[tuple[str, str]]:
    """Yield (key, form) for names that stand with their acronym: "Gulf Cooperation Council (GCC)"."""
    for entry in entries.values():
        if entry.is_collective or len(entry.words) < 2 or entry.kind == "person":
            continue
        for place in entry.places:
            match = _SHORT.match(text, place.span.end)
            if match and is_short_form(match.group(1)) and matches(match.group(1), entry.words):
                yield entry.key, text[place.span.start : match.end()]
