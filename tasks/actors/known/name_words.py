"""The word lists that decide what a capitalised name is, each as one set or mapping."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from tasks.actors.known.countries import Country, countries, country_by_code
from tasks.actors.known.folded_names import fold
from tasks.lexicons.classes import classes
from tasks.lexicons.load import load
from tasks.model.actor import ActorKind

_ORIGIN = re.compile(r"(?:[AEae][ldnrstz]h?|[Uu]l)[-‑][A-Z][^\W\d_]{3,}i")  # "al-Xi": of X


def context(role: str) -> frozenset[str]:
    """Return the words that play a part beside names; see `tasks/lexicons/data/actor_context.csv`.

    Raises:
        KeyError: if the lexicon has no such part.
    """
    return classes("actor_context", "role")[role]


# Heads that say only that somebody speaks, or that are as often a thing: alone they make no name an actor.
WEAK_HEADS = context("weak_heads")
# Titles that are as often a part of other names or common nouns: only in lower case, beside a name.
WEAK_TITLES = context("weak_titles")


@cache
def titles() -> dict[str, str]:
    """Return person titles in lower case with their class: honorific, office, rank or role.

    One who holds a title no more holds it too: "then-president", "ex-minister".
    """
    listed = {row["title"]: row["class"] for row in load("person_titles")}
    former = {
        f"{before}-{title}": kind for title, kind in listed.items() for before in ("then", "ex", "former")
    }
    return {**former, **listed}


@cache
def titles_by_first_word() -> dict[str, int]:
    """Return for each first word of a title how many words the longest such title has."""
    return _longest((title.split(" ")[0], title) for title in titles())


@cache
def titles_by_last_word() -> dict[str, int]:
    """Return for each last word of a title how many words the longest such title has."""
    return _longest((title.split(" ")[-1], title) for title in titles())


def _longest(pairs: Iterable[tuple[str, str]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for word, title in pairs:
        found[word] = max(found.get(word, 0), title.count(" ") + 1)
    return found


@cache
def heads() -> dict[str, ActorKind]:
    """Return head nouns of organisations in lower case with the kind of actor they usually name."""
    return {row["head"]: row["actor_kind"] for row in load("organisation_heads")}  # type: ignore[misc]


@cache
def collectives() -> dict[str, tuple[ActorKind, int | None]]:
    """Return common nouns of groups of people with their kind and ACLED code."""
    return {
        row["noun"]: (row["kind"], int(row["inter"]) if row["inter"] else None)  # type: ignore[misc]
        for row in load("collective_nouns")
    }


@cache
def country_nouns() -> dict[str, tuple[ActorKind, int | None]]:
    """Return the nouns, written small, that name a group or a body of the country before them."""
    bodies = {row["noun"]: (row["kind"], None) for row in load("small_bodies")}
    return {**bodies, **collectives()}  # type: ignore[dict-item]


@cache
def name_words() -> dict[str, str]:
    """Return words that are, or end, capitalised names of what is no actor, with their class."""
    return {row["word"]: row["class"] for row in load("name_words")}


@cache
def given_names() -> frozenset[str]:
    """Return common given names."""
    return frozenset(row["name"] for row in load("given_names"))


@cache
def known() -> dict[str, tuple[str, ActorKind]]:
    """Return bodies and media known the world over: folded form to full name and kind."""
    table: dict[str, tuple[str, ActorKind]] = {}
    for row in load("known_actors"):
        for form in (row["name"], *filter(None, row["alternatives"].split(";"))):
            table[fold(form)] = (row["name"], row["kind"])  # type: ignore[assignment]
    return table


@cache
def _countries_of_known() -> dict[str, Country]:
    return {
        fold(form): countries().names.get(row["country"]) or country_by_code(row["country"])
        for row in load("known_actors")
        if row["country"]
        for form in (row["name"], *filter(None, row["alternatives"].split(";")))
    }


def country_of_known(key: str) -> Country | None:
    """Return the state whose body the world knows by a folded name: that of "Pentagon" or "Royal Navy"."""
    return _countries_of_known().get(key)


@cache
def regions() -> frozenset[str]:
    """Return names of large parts of countries."""
    return frozenset(row["name"] for row in load("regions"))


@cache
def unit_nouns() -> dict[str, str]:
    """Return transcribed nouns of armed groups and parties with what they mean, both folded."""
    return {fold(row["noun"]): row["meaning"] for row in load("unit_nouns")}


@cache
def _surnames() -> dict[str, tuple[str, ...]]:
    parts: dict[str, list[str]] = {"whole": [], "end": [], "begin": []}
    for row in load("surnames"):
        parts[row["part"]].append(row["form"])
    return {part: tuple(forms) for part, forms in parts.items()}


@cache
def _whole_surnames() -> frozenset[str]:
    return frozenset(_surnames()["whole"])


@lru_cache(maxsize=20_000)
def is_surname(word: str) -> bool:
    """Say whether a word as written is, or has the end or the begin of, a people's last name.

    An Arabic name of origin ("al-Xi") is one as well.
    """
    if word in _whole_surnames():
        return True
    if _ORIGIN.fullmatch(word):
        return True
    if any(word.startswith(b) and word[len(b) :][:1].isupper() for b in _surnames()["begin"]):
        return True
    return word[:1].isupper() and any(word.endswith(e) and len(word) > len(e) + 2 for e in _surnames()["end"])
