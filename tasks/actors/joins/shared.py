"""The name by which actors of different articles are compared: one for all names of what the world knows.

"ISIL" in one article and "Islamic State" in another are one armed group, "the US" and "United States" one
state, "UN" and "United Nations" one body, by the lists that join such names within an article; "Norland
troops" and "the Armed Forces of Norland" are the same state's forces.  A correction that splits
two names keeps the second of them to itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from tasks.actors.joins.aliases import signature
from tasks.actors.joins.state_forces import forces_of
from tasks.actors.known.actor_entries import Entry, country_in
from tasks.actors.known.armed_groups import group_of
from tasks.actors.known.countries import countries
from tasks.actors.known.folded_names import fold, without_article, without_owner
from tasks.actors.known.name_words import collectives, context, heads, known
from tasks.actors.names.written import is_ordinal
from tasks.model.actor import Actor

_BODY = "body of"
_OF_MANY = frozenset(
    (
        "city",
        "commons",
        "external",
        "foreign",
        "general",
        "high",
        "house",
        "internal",
        "presidential",
        "staff",
    )
)


def shared_keys(actors: Iterable[Actor]) -> Mapping[str, str]:
    """Return, by the key of each actor of an article, the folded name that it shares with other articles.

    Two actors of one article never share one: what the article, or a correction, keeps apart stays apart.
    """
    found = {actor.key: _known_as(actor) for actor in actors}
    bearers = Counter(found.values())
    return {key: shared if bearers[shared] == 1 else key for key, shared in found.items()}


def _body_of(name: str) -> str | None:
    """Return the name that articles share of a state's body: "Defence Ministry of Norland" is as another.

    None for a body that names no state of today.
    """
    words = tuple(map(without_owner, without_article(name).split()))
    entry = Entry(fold(name), name, words, "government", "shared")
    entry.country = country_in(words)
    sign = signature(entry) if entry.country is not None and entry.country.iso3 is not None else None
    return f"{_BODY} {fold(' '.join(sign))}" if sign is not None and len(sign) > 1 else None


def is_body(key: str) -> bool:
    """Say whether a key that articles share is that of a state's body, whichever way it is written."""
    return key.startswith(f"{_BODY} ")


def is_generic(name: str) -> bool:
    """Say whether a body's name says no more than what it is: "Ministry of Defence", "Police", "5th Brigade".

    Another article's is another's, if neither names a state; what the world knows has a name of its own.
    """
    if fold(name) in known() or group_of(fold(name)) is not None:
        return False
    lower = without_article(name).lower().split()
    return all(word in _generic_words() or is_ordinal(word) for word in lower)


@cache
def _generic_words() -> frozenset[str]:
    nouns = {word for head in (*heads(), *collectives()) for word in head.split()}
    roles = ("portfolios", "duties", "modifiers", "unit_heads", "party_causes", "small")
    return frozenset(nouns).union(*(context(role) for role in roles), _OF_MANY)


def _known_as(actor: Actor) -> str:
    full: str | None = None
    if actor.is_apart:
        return actor.key
    if actor.kind in ("government", "military") and actor.key not in known():
        return forces_of(actor.name) or _body_of(actor.name) or actor.key
    if actor.kind == "state":
        table = countries()
        country = (
            table.names.get(actor.name) or table.plurals.get(actor.name) or table.capitals.get(actor.name)
        )
        full = country.name if country is not None else None
    elif actor.kind != "person" and actor.key in known():
        full = known()[actor.key][0]
    elif actor.kind == "armed_group":
        full = group_of(actor.key) or group_of(actor.key.partition(" in ")[0])  # "X Party in Norland"
    return actor.key if full is None else fold(full)
