"""The one body of a state that "the army" or "the government" can mean, named only later in the article.

News reports begin with "the army said" and tell whose army it is at their end.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tasks.actors.known.folded_names import fold
from tasks.model.actor import Actor

_BODIES = frozenset(("army", "government", "military", "navy", "parliament", "police"))
_OF_A_STATE = ("government", "military")


def only_body(words: Sequence[str], actors: Iterable[Actor], home: str | None) -> Actor | None:
    """Return the one body of a state that a noun alone can mean; None if the article names two, or another's.

    Args:
        words: the description in lower case without "the".
        actors: all of the article.
        home: iso3 of the country of the article's event, where known.
    """
    if len(words) != 1 or words[0] not in _BODIES:
        return None
    noun = words[0]
    fits = [
        actor
        for actor in actors
        if actor.kind in _OF_A_STATE and actor.country_iso3 is not None and _is_called(actor, noun)
    ]
    if home is not None:
        fits = [actor for actor in fits if actor.country_iso3 == home]
    return fits[0] if len(fits) == 1 else None


def is_called_so(words: Sequence[str], actor: Actor) -> bool:
    """Say whether a noun alone is a name of a state's body, and not only refers to it."""
    return len(words) == 1 and words[0] in _BODIES and actor.kind in _OF_A_STATE


def _is_called(actor: Actor, noun: str) -> bool:
    """Say whether one of an actor's names ends with a noun, or has it before "of"."""
    for name in (actor.name, *actor.aliases):
        parts = fold(name).split()
        cut = parts.index("of") if "of" in parts[1:] else len(parts)
        if len(parts) > 1 and parts[cut - 1] == noun:
            return True
    return False
