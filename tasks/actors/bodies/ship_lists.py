"""Ships in a list of bare names: "HMS Heron, Gull and Tern", "the frigates Gull and Tern"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from tasks.actors.bodies.ship_signs import MERCHANT, PREFIXES, SHIP, is_where, ship_nouns
from tasks.actors.context.sightings import Form, Sighting
from tasks.actors.kinds.decision import Decision
from tasks.actors.known.countries import countries
from tasks.actors.known.folded_names import fold
from tasks.actors.known.name_words import heads, name_words

_GAP = re.compile(
    r"(?: \([^()\n]{1,30}\))?(?P<joint>,? (?:and|&|or|with|as well as) |, )(?:(?:the|her sisters?) )?"
    r"(?:[A-Z][\w-]+ )?(?:[a-z-]+ ){0,2}?(?P<noun>[a-z-]+s? )?"
)
_LONGEST_GAP = 50  # code points
_LONGEST_NAME = 3  # words
_TO_A_TOWN = 4  # sightings of a ship to one of a town with her name
_LIST = 3  # names with which no town is meant among ships
# What a place in a list of ships does not outweigh.
_SURE = frozenset(
    ("title", "head", "given_name", "family_name", "country", "people", "realm", "date", "unit_noun")
)


def ships_in_lists(
    forms: Mapping[str, Form],
    decisions: Mapping[str, Decision],
    text: str,
    in_order: Sequence[tuple[Sighting, str]],
) -> Iterator[tuple[str, str]]:
    """Yield (key, kind of ship) of names that nothing else says to be ships but the list they stand in."""
    reached = -1
    for at, (seen, key) in enumerate(in_order):
        if at <= reached:
            continue
        kind = _begins(seen, key, decisions)
        if kind is None:
            continue
        chain, reached = _chain(in_order, at, text)
        for other in chain:
            if _may_be_ship(forms[other], decisions[other], len(chain)):
                yield other, kind


@cache
def _nations() -> frozenset[str]:
    return frozenset(map(fold, countries().adjectives))


def _begins(seen: Sighting, key: str, decisions: Mapping[str, Decision]) -> str | None:
    """Return of which kind the ships are that a list names which begins with this name; None if of none."""
    rule = decisions[key].rule
    if rule in (SHIP, MERCHANT) and seen.run.words[0].text in PREFIXES:
        return rule
    first = seen.run.words[0].token
    found = ship_nouns(seen.run.sentence.lower, first - 1) if first else None
    if found == "":
        return rule if rule in (SHIP, MERCHANT) else None
    return found


def _chain(in_order: Sequence[tuple[Sighting, str]], at: int, text: str) -> tuple[list[str], int]:
    """Return the names of a list and where its last one is; only its first where "and" closes none."""
    chain, last = [in_order[at][1]], at
    closed, end = at, in_order[at][0].span.end
    for index in range(at + 1, len(in_order)):
        seen, key = in_order[index]
        if seen.start < end or key in _nations():
            continue  # "HMS Heron and the French frigate Gull"
        gap = text[end : seen.start]
        joint = _GAP.fullmatch(gap) if len(gap) < _LONGEST_GAP else None
        if joint is None:
            break
        chain.append(key)
        end = seen.span.end
        if joint["joint"] != ", ":
            closed, last = index, len(chain)
    return (chain[:last], closed) if closed > at else (chain[:1], at)


def _may_be_ship(form: Form, decision: Decision, size: int) -> bool:
    """Whether a name of a list may be a ship's: a word or three with a capital, no state, person or body."""
    if decision.rule in (SHIP, MERCHANT) or decision.rule in _SURE or len(form.words) > _LONGEST_NAME:
        return False
    if form.titles or any(word.lower in heads() for word in form.words) or form.words[0].text in PREFIXES:
        return False
    if form.text in countries().names or form.key in _nations() or name_words().get(form.lower[-1]) == "date":
        return False
    if form.text in countries().capitals:
        return size >= _LIST
    most = len(form.sightings) // _TO_A_TOWN if size >= _LIST else 0
    return sum(map(is_where, form.sightings)) <= most
