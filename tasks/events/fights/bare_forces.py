"""Forces told by their noun alone that were told in full before: "the warriors" after "Osk warriors"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from tasks.model.actor import ActorBook

_FIGHTING = ("military", "armed_group", "civilians")
_SHARED = frozenset(("forces", "army", "troops", "military", "soldiers", "men", "police", "people"))


def bare_forces(actors: ActorBook) -> Mapping[str, str]:
    """Return the one force that each noun means, which says nothing of whose it is."""
    full: defaultdict[str, list[str]] = defaultdict(list)
    bare: list[str] = []
    for key, actor in actors.actors.items():
        words = actor.name.split()
        if actor.kind not in _FIGHTING or words[-1].lower() in _SHARED:
            continue
        if len(words) == 1 and actor.name.islower():
            bare.append(key)
        elif words[0][:1].isupper() and words[-1].islower():
            full[words[-1]].append(key)
    return {key: found[0] for key in bare if len(found := full[actors.actors[key].name]) == 1}
