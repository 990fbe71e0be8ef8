"""What looks attacked and is not: the dead, and what blew up under who ran into it."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.events.clauses.undergone import Aimed
from tasks.model.document import Token

_REMAINS = frozenset(("corpse", "corpses", "bodies", "remains"))
_TRAPS_LAID = frozenset(("mine", "mines", "landmine", "landmines", "bomb", "ied", "device", "tripwire"))
_RUNS_INTO = frozenset(("hit", "hits", "struck", "strikes", "striking", "hitting"))


def is_dead_or_trap(tokens: Sequence[Token], aim: Aimed) -> bool:
    """Whether a phrase is of those who are dead already, or of what blew up: "hit a mine", "the corpses"."""
    head = tokens[aim.phrase.head].lower
    if head in _REMAINS:
        return True
    return head in _TRAPS_LAID and tokens[aim.at].lower in _RUNS_INTO
