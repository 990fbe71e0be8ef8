"""What shows that a name is that of a ship or of a body of ships: a page, a number, a noun before it.

- page: "Heron" is linked to "HMS Heron (J12)" or to "Danish frigate Heron".
- number: "PT-121", "U-156", "Patrol Boat Number 9", "TF 16", "PQ-17" behind "convoy", "VP-63".
- noun: "the frigate Heron", "the tanker Velm", "Gifu Maru".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.actors.context.sightings import Form, Sighting
from tasks.actors.known.countries import Country, countries
from tasks.actors.known.folded_names import fold
from tasks.actors.known.name_words import context, heads
from tasks.actors.names.unit_names import CONVOY_LETTERS, CRAFT_LETTERS, TASK_LETTERS, is_craft
from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern

PREFIXES = words("ship_prefix")
CIVIL_PREFIXES = frozenset(
    ("FV", "HMAT", "HMHS", "HMY", "KD", "MS", "MT", "MV", "RMS", "RRS", "RV", "SS", "TSS", "USAHS", "USAT")
)
_ALSO_INITIALS = frozenset(("KD", "MS", "MT", "RV", "SS"))  # which a person or a body may have
SHIP, MERCHANT = "ship", "merchant_ship"  # how it was decided
WARSHIP_NOUNS = frozenset(map(str.lower, words("warship")))  # "U-boat" as well
_VESSELS = context("vessels")
_CRAFT = frozenset(("boat", "craft", "ship", "vessel"))
_TASKS_OF_CRAFT = words("task_of_craft")
_PEACEFUL_TASKS = frozenset(("cargo", "factory", "hospital", "merchant", "passenger", "supply", "survey"))
_DOES = frozenset(("agent", "by", "human", "verb"))
_LONGEST = 4  # words with the prefix: "USS George Washington Carver"
_HULL = re.compile(r"([A-Za-z]{1,5})[- ]?(\d{1,4})")
_CONVOY = re.compile(r"(?:convoy )?([a-z]{2,4})[- ]?\d{1,4}[a-z]?", re.IGNORECASE)
_AIRCRAFT_SQUADRON = re.compile(r"V[A-Z]{1,4}-\d{1,4}")
_HULL_BEHIND = re.compile(r" \((?:[A-Z]{1,4}[- ]?\d{1,4}|\d{2,3})\)")
_SHOTS = frozenset(("aimed", "fire", "fired", "firing", "shells", "shot", "shots", "torpedo", "torpedoes"))
_REACH = 8  # tokens from what is fired to whom it is fired at
_FORCE = re.compile(r"Force [A-Z]")
_IN = frozenset(("in", "at", "near"))
_AT_SEA = late_pattern(rf"\b(?:{'|'.join(sorted(WARSHIP_NOUNS | _CRAFT))}|torpedo(?:ed)?|convoy)s?\b")
_NUMBER = re.compile(r"#?\d+(?:\.\d+)*")
_EVERY = WARSHIP_NOUNS | _VESSELS | _CRAFT
_NOUNS = "|".join(sorted(WARSHIP_NOUNS | _VESSELS | _CRAFT))
_PAGE = late_pattern(
    rf"(?P<nation>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?) (?:[a-z-]+ )*?(?P<noun>{_NOUNS}) (?P<name>[A-Z0-9À-Þ].*)"
)
_SHIPS_NAMED = late_pattern(rf"\b(?:{_NOUNS})s (?=[A-ZÀ-Þ])")
_TORPEDO_BOAT = late_pattern(r"(?:Motor|Patrol) Torpedo Boat (?P<name>PT-\d+)")


def linked_ship(form: Form, page: str | None) -> str | None:
    """Return how the page that a name is linked to shows it to be a ship, None if it does not."""
    if page is None or page.find(" ") < 1:
        return None
    prefix = page.split(" ", 1)[0]
    last = form.key.rsplit(" ", 1)[-1]
    if prefix in PREFIXES:
        rest = page[len(prefix) + 1 :]
        is_short = len(prefix) == len("SS") and "(" not in page  # "SS Division X", "MS Quist"
        if is_short or last not in fold(rest).split() or _has_body(rest):
            return None
        return MERCHANT if prefix in CIVIL_PREFIXES else SHIP
    if _TORPEDO_BOAT.match(page):
        return SHIP
    named = _PAGE.match(page)
    if named is None or named["nation"] not in countries().adjectives:
        return None
    if last not in fold(named["name"]).split():
        return None
    return SHIP if named["noun"] in WARSHIP_NOUNS or "carrier" in named["noun"] else MERCHANT


def country_of_page(page: str | None) -> Country | None:
    """Return the state whose ship a page says that it is about: "Danish frigate Heron"."""
    named = None if page is None else _PAGE.match(page)
    return None if named is None else countries().adjectives.get(named["nation"])


def _has_body(name: str) -> bool:
    """Whether words hold the noun of a body: "SS Division Osk" is no ship."""
    return any(heads().get(word.lower()) == "military" for word in name.split())


def prefixed_ship(form: Form) -> str | None:
    """Return how a prefix shows a name to be a ship: "HMS Heron", "the SS Karvel"."""
    first = form.words[0].text
    if first not in PREFIXES or not 2 <= len(form.words) <= _LONGEST:
        return None
    if first not in CIVIL_PREFIXES:
        return SHIP
    if form.count("person") or _has_body(form.text) or not form.words[1].text[0].isupper():
        return None
    if first not in _ALSO_INITIALS:
        return MERCHANT
    shows = (
        form.count("article")
        or any(map(_behind_noun, form.sightings))
        or any(map(_is_aboard, form.sightings))
    )
    return MERCHANT if shows or form.lower[-1] == "maru" else None


def are_craft(form: Form) -> bool:
    """Whether a name only says what some craft are: "Motor Launches"."""
    last = form.lower[-1]
    return len(form.words) > 1 and last[-1] == "s" and (last[:-1] in _EVERY or last[:-2] in _EVERY)


def is_where(seen: Sighting) -> bool:
    """Whether a bare name that a ship has is a town's here: "in Karvel"; on board a ship is a person."""
    first, lower = seen.run.words[0].token, seen.run.sentence.lower
    if not first or lower[first - 1] not in _IN or seen.run.words[0].text in PREFIXES:
        return False
    return lower[first - 1] != "at" or _SHOTS.isdisjoint(lower[max(0, first - _REACH) : first - 1])


def with_hull_number(seen: Sighting, text: str) -> str | None:
    """Return a ship's name with its number in a bracket, "USS Heron (CL-7)", None if none stands there."""
    found = _HULL_BEHIND.match(text, seen.span.end)
    return None if found is None else text[seen.span.start : found.end()]


def _is_aboard(seen: Sighting) -> bool:
    first, lower = seen.run.words[0].token, seen.run.sentence.lower
    return first > 0 and lower[first - 1] in ("aboard", "board")


def numbered_ship(form: Form, is_at_sea: bool) -> str | None:
    """Return how a number shows a name to be a boat, a task force or a squadron of aircraft.

    `is_at_sea`: the article speaks of ships, where a boat's number need stand but once.
    """
    lower = form.lower
    if _FORCE.fullmatch(form.text) and is_at_sea:
        return SHIP
    if len(lower) > 2 and _NUMBER.fullmatch(lower[-1]) and is_craft(lower[:-1]):
        return SHIP  # "Patrol Boat Number 9"
    if len(lower) == 2 and lower[0] in TASK_LETTERS and _NUMBER.fullmatch(lower[1]):
        return SHIP
    if _AIRCRAFT_SQUADRON.fullmatch(form.text):
        return SHIP
    hull = _HULL.fullmatch(form.text)
    if hull is None or hull[1].lower() not in CRAFT_LETTERS or not (hull[1].isupper() or hull[1] == "Ro"):
        return None
    is_known = (
        is_at_sea or form.shows(_DOES) or len(form.sightings) > 1 or any(map(_behind_noun, form.sightings))
    )
    return SHIP if is_known and form.count("indefinite") < len(form.sightings) else None  # "a PT-76"


def may_list_ships(text: str) -> bool:
    """Whether a noun for several ships stands before a name somewhere."""
    return _SHIPS_NAMED.search(text) is not None


def tells_of_ships(text: str) -> bool:
    """Whether an article speaks of ships that fight."""
    return _AT_SEA.search(text) is not None


def convoy_letters(form: Form) -> str | None:
    """Return the letters of a convoy's number: "PQ-17", None for any other name."""
    found = _CONVOY.fullmatch(form.text)
    if found is None or not found[1].isupper():
        return None
    return found[1].lower()


def is_said_convoy(form: Form) -> bool:
    """Whether the text says that a name is a convoy's: "convoy PQ-17"."""
    return form.lower[0] == "convoy" or any(map(_is_behind_convoy, form.sightings))


def _is_behind_convoy(seen: Sighting) -> bool:
    first, lower = seen.run.words[0].token, seen.run.sentence.lower
    return first > 0 and lower[first - 1] in ("convoy", "convoys")


def is_listed_convoy(letters: str) -> bool:
    """Whether convoys of a war had these letters."""
    return letters in CONVOY_LETTERS


def described_ship(form: Form, with_prefix: bool = False) -> str | None:
    """Return how a noun before a name shows it to be a ship: "the frigate Heron", "the tanker Velm"."""
    if form.lower[-1] == "maru" and len(form.words) > 1:
        return MERCHANT
    if len(form.words) >= _LONGEST or (form.words[0].text in PREFIXES and not with_prefix):
        return None
    return next(filter(None, map(_behind_noun, form.sightings)), None)


def _behind_noun(seen: Sighting) -> str | None:
    first = seen.run.words[0].token
    return ship_noun(seen.run.sentence.lower, first - 1) if first else None


def ship_noun(lower: Sequence[str], at: int) -> str | None:
    """Return what kind of ship the word at an index is a noun of, None if it is none."""
    if at < 0:
        return None
    noun = lower[at]
    if noun in WARSHIP_NOUNS or (
        noun == "carrier" and at and lower[at - 1] in ("aircraft", "fleet", "escort")
    ):
        return SHIP
    if noun in _VESSELS:
        return SHIP if noun == "carrier" else MERCHANT
    if noun not in _CRAFT or not at:
        return None
    if lower[at - 1] in _PEACEFUL_TASKS:
        return MERCHANT
    return SHIP if lower[at - 1] in _TASKS_OF_CRAFT else None


def ship_nouns(lower: Sequence[str], at: int) -> str | None:
    """Return what kind of ships the plural at an index is a noun of: "the frigates"."""
    noun = lower[at] if at >= 0 else ""
    if noun[-1:] != "s":
        return None
    return ship_noun([*lower[:at], noun[:-1]], at) or ("" if noun in ("ships", "vessels") else None)
