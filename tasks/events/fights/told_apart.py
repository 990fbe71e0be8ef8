"""What a lead tells of who attacked, where the box or the order of its names seems to tell otherwise."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from tasks.events.fights.fight import Fight, attacking_side
from tasks.events.fights.of_side import Side


def are_told_apart(fight: Fight, sides: tuple[Side, Side]) -> bool:
    """Whether the lead shows both who attacked and who withstood, and neither is of a side of the box.

    The box names states, the lead "a Flemish corps" and "a States garrison": those are whom it tells of.
    """
    camps = {fight.camp(key) for side in sides for _, key in side}
    told = [s for s in fight.signs if s.in_lead and s.signal.actor is not None]
    if any(s.camp in camps for s in fight.signs):
        return False
    shown = ({s.camp for s in told if s.signal.attacks}, {s.camp for s in told if not s.signal.attacks})
    return all(shown) and shown[0].isdisjoint(shown[1])


def named_otherwise(fight: Fight, against: Collection[str], keys: Sequence[Sequence[str]]) -> int:
    """Return which of two sides attacked if it is one fought "against", the only one shown to; else 0.

    "Fought by X against Y", and of all signs there is none but that Y struck first.
    """
    sides = [attacking_side(fight, [sign], *keys) for sign in fight.signs]
    shown = {side for side in sides if side}
    is_theirs = any(s.signal.attacks and s.signal.actor in against for s in fight.signs)
    return shown.pop() if is_theirs and len(shown) == 1 else 0
