"""The name by which actors of different articles are compared: one for all names of what the world knows.

"ISIL" in one article and "Islamic State" in another are one armed group, "the US" and "United States" one
state, "UN" and "United Nations" one body, by the lists that join such names within an article; "Norland
troops" and "the Armed Forces of Norland" are the same state's forces.  A correction that splits
two names keeps the second of them to itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from tasks.actors.armed_groups import group_of
from tasks.actors.countries import countries
from tasks.actors.folding import fold
from tasks.actors.state_forces import forces_of
from tasks.actors.words import known
from tasks.model.actor import Actor


def shared_keys(actors: Iterable[Actor]) -> Mapping[str, str]:
    """Return, by the key of each actor of an article, the folded name that it shares with other articles.

    Two actors of one article never share one: what the article, or a correction, keeps apart stays apart.
    """
    found = {actor.key: _known_as(actor) for actor in actors}
    bearers = Counter(found.values())
    return {key: shared if bearers[shared] == 1 else key for key, shared in found.items()}


def _known_as(actor: Actor) -> str:
    full: str | None = None
    if actor.is_apart:
        return actor.key
    if actor.kind == "military" and actor.key not in known():
        return forces_of(actor.name) or actor.key
    if actor.kind == "state":
        country = countries().names.get(actor.name) or countries().plurals.get(actor.name)
        full = country.name if country is not None else None
    elif actor.kind != "person" and actor.key in known():
        full = known()[actor.key][0]
    elif actor.kind == "armed_group":
        full = group_of(actor.key)
    return actor.key if full is None else fold(full)
