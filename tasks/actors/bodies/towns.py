"""A town's own forces, which are no actor of the world's but one of the article: "Sorrel police"."""

from __future__ import annotations

from tasks.actors.bodies.collective import Collective
from tasks.actors.known.actor_entries import Entry
from tasks.actors.known.name_words import name_words, titles

_OF_PLACES = frozenset(("police", "police officers", "policemen", "security forces", "militia"))  # of a town


def is_towns(group: Collective, owner: Entry | None, text: str) -> bool:
    """Say whether a group is a town's police or militia, no actor's, nor police of a day: "Sorrel police"."""
    before = text[max(0, group.span.start - 6) : group.span.start].lower().split()
    is_towns = owner is None and group.noun in _OF_PLACES
    if not is_towns or before[-1:] in (["in"], ["at"], ["near"]):
        return False
    if any(len(w) > 1 and w.isupper() for w in (group.owner or "").split()):
        return False  # "the Norlandic ABC militia"
    words = (group.owner or "").lower().split()
    return not any(name_words().get(w, "place") != "place" or w in titles() for w in words)
