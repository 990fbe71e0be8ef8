"""Ships: "HMS Heron" is an actor, and "Heron" alone is the same ship, whoever else has that surname.

A navy that writes no prefix has its ships named behind what they are: "the frigate Heron".  What else shows
a ship is in `ship_signs`, lists of them in `ship_lists`.  Warships and convoys' escorts are military, a
merchantman and a convoy are organisations.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from tasks.actors.bodies.ship_lists import ships_in_lists
from tasks.actors.bodies.ship_signs import (
    MERCHANT,
    PREFIXES,
    SHIP,
    are_craft,
    convoy_letters,
    country_of_page,
    described_ship,
    is_listed_convoy,
    is_said_convoy,
    linked_ship,
    may_list_ships,
    numbered_ship,
    prefixed_ship,
    tells_of_ships,
)
from tasks.actors.context.sightings import Form, Sighting
from tasks.actors.kinds.decision import Decision, decided
from tasks.actors.known.actor_entries import Entries
from tasks.actors.known.countries import Country, country_by_code
from tasks.actors.known.folded_names import fold
from tasks.actors.known.merging import Join
from tasks.actors.known.name_words import given_names
from tasks.actors.names.name_word import Word
from tasks.lexicons.load import load

_SIGHTINGS_TO_A_PERSON = 4  # of a ship's name alone
_FEW_LETTERS = 2  # of a prefix that may be a person's initials: "army spokesman JS Quist"
_DECIDED: Mapping[str, Decision] = {
    SHIP: decided("military", SHIP),
    MERCHANT: decided("organisation", MERCHANT),
}


def with_ships(
    forms: Mapping[str, Form],
    decisions: dict[str, Decision],
    linked: Mapping[str, str | None],
    text: str,
    in_order: Sequence[tuple[Sighting, str]],
) -> None:
    """Let a ship's prefix, page, number or noun decide what its name is, alone as well.

    Args:
        forms: the article's capitalised names by folded form.
        decisions: what each names, which changes here.
        linked: the page that each is linked to.
        text: the article's text.
        in_order: all sightings in text order, each with its form's key.
    """
    is_at_sea = tells_of_ships(text)
    for key, form in forms.items():
        ship = _ship(form, decisions[key], linked.get(key), is_at_sea)
        if ship is not None:
            decisions[key] = _DECIDED[ship]
        elif decisions[key].kind in ("person", "unknown") and are_craft(form):
            decisions[key] = decided(None, "thing")
    _convoys(forms, decisions)
    if not any(d.rule in (SHIP, MERCHANT) for d in decisions.values()) and not may_list_ships(text):
        return
    for key, kind in list(ships_in_lists(forms, decisions, text, in_order)):
        decisions[key] = _DECIDED[kind]
    for key, form in forms.items():
        if decisions[key].rule in (SHIP, MERCHANT) and form.words[0].text in PREFIXES:
            _let_stand_alone(form, forms, decisions, decisions[key])


def _ship(form: Form, decision: Decision, page: str | None, is_at_sea: bool) -> str | None:
    """Return what kind of ship a name shows by itself, None where it shows none."""
    found = linked_ship(form, page)
    if found is not None:
        return found
    is_open = decision.kind in (None, "unknown")
    found = prefixed_ship(form)
    if found is None:
        found = numbered_ship(form, is_at_sea)
        if found is None:
            return described_ship(form) if is_open else None
        return found if is_open or decision.rule in ("agent", "acronym") else None
    if decision.kind is None and form.count("place"):
        return None  # somebody was aboard
    if decision.kind == "person" and len(form.words[0].text) <= _FEW_LETTERS:
        return described_ship(form, with_prefix=True)
    return found


def _convoys(forms: Mapping[str, Form], decisions: dict[str, Decision]) -> None:
    """Let convoys be actors by their letters: one that is called so shows all that have the same ones."""
    lettered = {key: letters for key, form in forms.items() if (letters := convoy_letters(form)) is not None}
    said = {letters for key, letters in lettered.items() if is_said_convoy(forms[key])}
    for key, letters in lettered.items() if said else ():
        if letters in said or is_listed_convoy(letters):
            decisions[key] = _DECIDED[MERCHANT]


def _let_stand_alone(
    form: Form, forms: Mapping[str, Form], decisions: dict[str, Decision], decision: Decision
) -> None:
    """Let a ship's name without its prefix be the ship, if few titles stand beside it."""
    short = fold(" ".join([w.text for w in form.words[1:]]))
    shorts = [short, form.key.rsplit(" ", 1)[-1]] if _is_called_by_person(form.words[1:]) else [short]
    for key in shorts:
        alone = forms.get(key)
        if alone is not None and alone.count("person") * _SIGHTINGS_TO_A_PERSON <= len(alone.sightings):
            decisions[key] = decision


def _is_called_by_person(words: Sequence[Word]) -> bool:
    """Whether a ship has a person's whole name, of which the surname alone is left: "USS Ada B. Quist"."""
    return len(words) > 1 and words[0].text in given_names()


@cache
def _navies() -> Mapping[str, str]:
    return {row["prefix"]: row["country"] for row in load("ship_navies")}


def country_of_ship(word: str, page: str | None = None) -> Country | None:
    """Return the state whose navy gives a name its first word, or of which its page says that it is.

    "HMS Heron" is a British ship, and so is "Heron" with the page "HMS Heron (J12)".
    """
    code = _navies().get(word) or _navies().get((page or "").split(" ")[0])
    return country_of_page(page) if code is None else country_by_code(code)


def one_ship(entries: Entries) -> Iterator[Join]:
    """A ship with a prefix, with another of another service, and without one."""
    named: dict[str, list[str]] = defaultdict(list)
    for entry in entries.values():
        if entry.method in (SHIP, MERCHANT):
            at = 1 if entry.words[0] in PREFIXES and len(entry.words) > 1 else 0
            named[fold(" ".join(entry.words[at:]))].append(entry.key)
    for name in [n for n in named if " " not in n]:
        whole = [n for n in named if n.endswith(f" {name}") and n.split()[0].capitalize() in given_names()]
        if len(whole) == 1:
            named[whole[0]] += named.pop(name)
    for keys in named.values():
        first = max(keys, key=lambda k: len(k.split()))
        yield from ((first, key, "ship") for key in keys if key != first)
