"""Former and later names of a ship: "she was renamed Heron", "transferred to the Royal Navy as HMS P7".

Whose names they are says the ship that is named before them in the sentence, else the title's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tasks.actors.bodies.ship_signs import MERCHANT, PREFIXES, SHIP
from tasks.actors.known.actor_entries import Entries, Entry
from tasks.actors.known.folded_names import fold
from tasks.actors.known.merging import Join
from tasks.actors.known.name_words import context, heads, name_words, titles
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import any_of

_NAME = r"(?:the )?[\"“']?(?P<name>[A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ0-9][\w’'-]*){0,3})"
_CALLED = late_pattern(
    rf"(?:\brenamed|\brechristened|\bunder the (?:[a-z]+ )?names?(?: of)?) (?:as )?{_NAME}"
)
_SERVED = late_pattern(
    rf"\b(?:{any_of(context('serves_as'))})\b[^.;\n]{{0,120}}?\b(?P<then>first |then |again |now )?as {_NAME}"
)
_THEN = late_pattern(rf" and (?:then|later)(?: [a-z]+ \d{{4}})? as {_NAME}")
_HERS = late_pattern(r"\b(?:she|her|it|its|ship|vessel|boat|submarine)\b", re.IGNORECASE)
_TITLE = re.compile(r"= ([^=\n]+?) =")
_LONGEST = 300  # code points of a sentence before its words for a name


def renamed_ships(text: str, entries: Entries) -> list[Join]:
    """Return the ships that an article calls by two names; a name that is no entry becomes a form of hers."""
    said = []
    for key, form in list(_renamed(text, entries)):
        if fold(form) in entries:
            said.append((key, fold(form), "also_known_as"))
        else:
            entries[key].written.add(form)
    return said


def _renamed(text: str, entries: Entries) -> Iterator[tuple[str, str]]:
    """Yield (key, other name as written) of the ships that an article calls by another name as well."""
    ships = sorted((p.span.start, e.key) for e in entries.values() if _is_ship(e) for p in e.places)
    if not ships:
        return
    own = _own(text, entries)
    for pattern, is_sure in ((_CALLED, True), (_SERVED, False)):
        for found in pattern.finditer(text):
            ship = _whose(text, found.start(), ships, own)
            is_named = is_sure or bool(found.groupdict().get("then"))
            after: re.Match[str] | None = found
            while after is not None and ship is not None:
                name = after["name"]
                if fold(name) != ship and _may_be(name, entries.get(fold(name)), is_named):
                    yield ship, name
                after = _THEN.match(text, after.end())


def _is_ship(entry: Entry) -> bool:
    return entry.method in (SHIP, MERCHANT) and not any(map(str.isdigit, entry.key[:1]))


def _own(text: str, entries: Entries) -> str | None:
    """Return the key of the ship that the article is about."""
    title = _TITLE.match(text)
    entry = None if title is None else entries.get(fold(title[1].partition(" (")[0]))
    return entry.key if entry is not None and _is_ship(entry) else None


def _whose(text: str, at: int, ships: list[tuple[int, str]], own: str | None) -> str | None:
    """Return the ship that the words at an offset are said of."""
    begin = max(text.rfind(mark, max(0, at - _LONGEST), at) for mark in (". ", "\n", "; "))
    before = [key for start, key in ships if begin < start < at]
    if before:
        return before[-1]
    return own if _HERS.search(text, max(begin, 0), at) is not None else None


def _may_be(name: str, entry: Entry | None, is_sure: bool) -> bool:
    """Whether a name may be a ship's: one that nothing else has, or that of a ship.

    What follows "as" is an office as often: there a prefix or a ship's name is asked for.
    """
    words = name.lower().split()
    if entry is not None:
        return _is_ship(entry) or (is_sure and entry.kind == "unknown")
    if name.split()[0] in PREFIXES:
        return True
    is_other = any(w in heads() or w in titles() or name_words().get(w) == "date" for w in words)
    return is_sure and not is_other
