"""The kinds of evidence for who did the article's own event, with their ranks: one table for all finders.

What the article shows in its own voice where it tells of the deed needs no evidence.  Where it names nobody
there, whoever is found by a kind of a higher rank is taken, and those of lower ranks are not.
"""

from __future__ import annotations

from typing import Literal

from tasks.model.event import EventActor
from tasks.model.value import value

KindName = Literal["seized", "finding", "owned", "in_name", "named", "told", "doubted", "blamed", "suspected"]


@value(frozen=True, slots=True)
class Kind:
    """A kind of evidence.

    Attributes:
        rank: the higher counts where two kinds name somebody.
        is_firm: it counts beside people who are only said to be whose ("Northland troops").
        is_withdrawn: it does not count for one who denies the deed.
    """

    rank: int
    is_firm: bool
    is_withdrawn: bool


KINDS: dict[KindName, Kind] = {
    "seized": Kind(80, is_firm=True, is_withdrawn=False),  # announced that power is theirs
    "finding": Kind(70, is_firm=True, is_withdrawn=False),  # a commission, a court, a board found it
    "owned": Kind(60, is_firm=True, is_withdrawn=False),  # admitted it, or took responsibility
    "in_name": Kind(50, is_firm=True, is_withdrawn=False),  # somebody claimed it in their name
    "named": Kind(40, is_firm=True, is_withdrawn=False),  # "the attacker, X"
    "told": Kind(30, is_firm=True, is_withdrawn=False),  # the body tells what their men did
    "doubted": Kind(20, is_firm=False, is_withdrawn=True),  # somebody claims or suggests it of others
    "blamed": Kind(10, is_firm=False, is_withdrawn=True),  # suspected, accused, blamed
    "suspected": Kind(5, is_firm=False, is_withdrawn=True),  # the infobox calls them suspected
}


@value(frozen=True, slots=True)
class Evidence:
    """A party and the kind of what speaks for it."""

    kind: KindName
    party: EventActor


def best_kind(found: list[Evidence]) -> KindName | None:
    """Return the kind of the highest rank among pieces of evidence, None if there are none."""
    return max((e.kind for e in found), key=lambda kind: KINDS[kind].rank, default=None)
