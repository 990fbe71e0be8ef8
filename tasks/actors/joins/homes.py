"""Which state a name or an office is of: by its words, by the list of known bodies."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from tasks.actors.context.sightings import Sighting
from tasks.actors.joins.shared import is_generic
from tasks.actors.known.actor_entries import Entry, country_in
from tasks.actors.known.countries import Country, countries
from tasks.actors.known.folded_names import without_owner
from tasks.actors.known.name_words import country_of_known, heads, titles
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.actor import Actor

SENT_TO = late_pattern(  # the country that an envoy is sent to is not who sends them
    r"(?<=\b)(envoy|ambassador|emissary|coordinator|co-ordinator|rapporteur|negotiator|representative|consul"
    r"|mediator|delegate|attach[eé])s? (?:for|to|in|on) .*",
    re.IGNORECASE,
)
_APART = ("party", "organisation", "media", "armed_group")  # kinds of bodies that are none of a state
_LISTS = {"List": "party"}  # of candidates; no word that a party's name is known by elsewhere
_OF_OFFICE = frozenset(("office", "rank"))
_SERVE = ("government", "military")


def country_of_name(key: str, words: Sequence[str]) -> Country | None:
    """Return the state that a body's name names ("Norland Navy"), or whose body the lists know it to be."""
    return country_in(words) or country_of_known(key)


def be_owned(entry: Entry, sightings: Sequence[Sighting]) -> None:
    """Note which state owns a body, if one alone does: "Norland's Gendarmerie".

    What many states have is called by its owner as well: "Norland's Ministry of Justice".
    """
    owners = {}
    for seen in sightings:
        at = seen.run.words[0].token
        owner = seen.run.sentence.tokens[at - 1].text if at else ""
        if owner[-2:] in ("'s", "’s") and without_owner(owner) in countries().names:
            owners[without_owner(owner)] = owner
    if len(owners) != 1:
        return
    (state, owner), *_ = owners.items()
    entry.country = countries().names[state]
    if is_generic(entry.name):
        entry.name, entry.words = f"{owner} {entry.name}", (owner, *entry.words)
        entry.written.add(entry.name)


@lru_cache(maxsize=4096)  # whoever holds an office is asked for it several times
def office_country(position: str | None) -> Country | None:
    """Return the country that begins an office ("Danish minister") or that it is of ("King of Denmark").

    One that begins the name of a party, a bank or the like has no such office: "Danish List vice-president".
    """
    if not position:
        return None
    words = position.split()
    heads_of = (heads().get(word.lower(), _LISTS.get(word)) for word in words[1:] if word[:1].isupper())
    if any(kind in _APART for kind in heads_of):
        return None
    for word in words[:2]:
        country = countries().adjectives.get(word) or countries().names.get(without_owner(word))
        if country is not None:
            return country
    return _first_country(words) or _behind_of(SENT_TO.sub(r"\1", position).split())


def _first_country(words: Sequence[str]) -> Country | None:
    """Return the country whose name or adjective begins the words; one of several words as well."""
    table = countries()
    for size in range(min(table.longest, len(words)), 0, -1):
        text = without_owner(" ".join(words[:size]))
        country = table.adjectives.get(text) or table.names.get(text)
        if country is not None:
            return country
    return None


def _behind_of(words: Sequence[str]) -> Country | None:
    """Return the country behind the first "of" or "for" of an office: "speaker of the Norland parliament"."""
    at = next((i for i, word in enumerate(words) if word in ("of", "for")), 0)
    holds = at and (titles().get(words[at - 1].lower()) in _OF_OFFICE or words[at - 1].startswith("spokes"))
    if not holds:
        return None
    return _first_country(words[at + 2 :] if words[at + 1 : at + 2] == ["the"] else words[at + 1 :])


def with_employers(made: Mapping[str, Actor]) -> dict[str, Actor]:
    """Return the actors, each person without a country with that of the state's body that they serve.

    Args:
        made: by root, each with the key of the actor that it belongs to.
    """
    by_key = {actor.key: actor for actor in made.values()}
    return {
        root: actor if (iso3 := _employers(actor, by_key)) is None else replace(actor, country_iso3=iso3)
        for root, actor in made.items()
    }


def _employers(actor: Actor, by_key: Mapping[str, Actor]) -> str | None:
    whole = by_key.get(actor.part_of or "")
    is_open = actor.kind == "person" and actor.country_iso3 is None
    return whole.country_iso3 if is_open and whole is not None and whole.kind in _SERVE else None
