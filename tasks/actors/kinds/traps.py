"""Capitalised words that name no actor: dates, weapons, titles, beliefs, peoples, places, battles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tasks.actors.context.sightings import Form
from tasks.actors.kinds.decision import Decision, body_head, decided, stands_up_for
from tasks.actors.known.countries import countries
from tasks.actors.known.name_words import (
    collectives,
    context,
    given_names,
    heads,
    name_words,
    regions,
    titles,
)
from tasks.actors.names.capitalised import OPENERS
from tasks.actors.names.segments import title_at

_ACTS = frozenset(("verb", "claimant", "agent"))
_PERSONAL = frozenset(("inc", "inc.", "jr", "jr.", "ltd", "ltd.", "of", "sr", "sr."))  # of a peer, a firm
_PLACE_FIRSTS = context("place_firsts")
_PORTFOLIOS = context("portfolios")
_MOST_OF_PORTFOLIO = 4  # words
_SOCIETIES = frozenset(("association", "foundation", "society", "trust", "museum", "committee", "limited"))


def trap(form: Form, page: str | None) -> Decision | None:
    """Dates, weapons, languages, beliefs and peoples."""
    lower = form.lower
    if len(lower) == 1 and lower[0] == "eve" and _is_of_day(form):
        return decided(None, "date")
    if len(lower) == 1 and (decision := _trap_word(form, lower[0])) is not None:
        return decision
    if title_at(lower, 0) == len(lower) or (lower[0] == "lord" and title_at(lower, 1) == len(lower) - 1):
        return decided(None, "title")
    if lower[0] == "state" and form.count("of_office"):
        return decided(None, "title")
    if lower[-1] in _PORTFOLIOS and len(lower) < _MOST_OF_PORTFOLIO and _is_of_minister(form):
        return decided(None, "title")  # "the Minister of National Defence", "Higher Education Minister"
    last = form.words[-1].text
    if len(lower) > 1 and _is_people(last) and all(_is_people(w.text, True) for w in form.words):
        return decided(None, "people")
    if (
        _is_adjective(last)
        and all(_is_adjective(w.text) for w in form.words)
        and (len(lower) == 1 or body_head(form) is None)
    ):
        return decided(None, "adjective")
    if form.text in regions() or _is_cape(form, lower) or (page and _is_place_of_page(form, page)):
        return decided(None, "place")
    thing = _trap_thing(form, lower)
    return None if thing is None or _is_persons(form) else thing


def _is_place_of_page(form: Form, page: str) -> bool:
    """Say whether a link's page is called by a place and what it is in: "Karvel, Norland"; not by a peer."""
    name, comma, whole = page.partition(", ")
    words = whole.lower().split()
    if not comma or name != form.text or any(map(str.isdigit, page)) or not whole[:1].isupper():
        return False
    return not any(w in titles() or w in heads() or w in _PERSONAL for w in words)


def _is_cape(form: Form, lower: Sequence[str]) -> bool:
    """Say whether a place's first word stands before a noun of who speaks: "off Cape Report"."""
    return heads().get(lower[-1]) == "unknown" and lower[0] in _PLACE_FIRSTS and form.count("place") > 0


def _is_of_day(form: Form) -> bool:
    """Say whether a name is the eve of a day wherever it stands: "New Year's Eve"."""
    firsts = ((seen.run.sentence.lower, seen.run.words[0].token) for seen in form.sightings)
    return all(first and lower[first - 1].endswith(("'s", "’s")) for lower, first in firsts)


def _is_of_minister(form: Form) -> bool:
    """Say whether a name is what a minister or secretary is of: an office stands before it, or behind."""
    if form.count("of_office"):
        return True
    for seen in form.sightings:
        last, lower = seen.run.words[-1], seen.run.sentence.lower
        if not last.is_owner and title_at(lower, last.token + 1):
            return True
    return False


def _trap_word(form: Form, word: str) -> Decision | None:
    """A single word that is no name of an actor."""
    kind = name_words().get(word)
    if kind and (not form.words[0].text.isupper() or kind in ("thing", "date")):
        return decided(None, kind)
    if word in titles() or word in collectives() or heads().get(word) in ("unknown", "civilians"):
        return decided(None, "common_noun")
    if word.endswith("ians"):  # "Californians"
        return decided("civilians" if form.shows(_ACTS) else None, "people")
    if word in OPENERS and not form.words[0].text.isupper():
        return decided(None, "small_word")  # "We", "Every" in the midst of a quotation
    return None


def _is_persons(form: Form) -> bool:
    """Say whether a title or a given name shows that a thing's word is a last name: "General Ada Ford"."""
    return bool(form.count("person")) or (len(form.words) == 2 and form.words[0].text in given_names())


def _trap_thing(form: Form, lower: Sequence[str]) -> Decision | None:
    """A battle, an operation, a weapon with its number."""
    is_named_after = len(lower) > 2 and lower[-1] in _SOCIETIES  # "Exercise Lion Association"
    if (
        len(lower) > 1
        and lower[0] in {"operation", "exercise", "battle", "siege", "treaty"}
        and not is_named_after
    ):
        return decided(None, "event")
    ends = name_words().get(lower[0]), name_words().get(lower[-1])
    if "event" in ends or "thing" in ends or (len(lower) > 1 and any(map(str.isdigit, form.text))):
        is_body = (
            body_head(form) is not None or stands_up_for(form.lower) or (lower[-1] == "tv" and len(lower) > 1)
        )
        return None if is_body else decided(None, "event_or_thing")
    return None


@lru_cache(maxsize=20_000)
def _is_people(word: str, or_country: bool = False) -> bool:
    """Say whether a word means people of a country or of a belief."""
    table = countries()
    return (
        word in table.plurals
        or word in table.adjectives
        or name_words().get(word.lower()) == "belief"
        or (or_country and word in table.names)
    ) and word.lower() not in heads()


@lru_cache(maxsize=20_000)
def _is_adjective(word: str) -> bool:
    """Say whether a word, or every part of a compound, is an adjective of a country, a people or a belief."""
    table = countries()
    parts = re.split("[-‑–]", word) if word not in table.names else [word]
    return all(
        (part in table.adjectives and part not in table.names)
        or (len(parts) > 1 and part in table.names)
        or name_words().get(part.lower()) == "belief"
        for part in parts
    )
