"""Who speaks and where he is from: "a nurse from Osk, Norland | said", "NAME of Osk, Norland | denied"."""

from __future__ import annotations

from functools import cache

from tasks.claims.cues.view import Range, View
from tasks.claims.speakers.listing import is_plain
from tasks.lexicons.load import load

_FROM = frozenset({"of", "from", "in", "at", "near", "outside"})
_LONGEST = 4  # words of a land's name


def is_of_town(view: View, before: Range, last: Range) -> bool:
    """Say whether a stretch between commas is the land of the town with which the one before ends.

    Args:
        view: the sentence.
        before: the stretch before the comma: "a nurse from Osk"; not "In Osk".
        last: the stretch behind it, up to the verb: "Norland".
    """
    if (
        last[1] - last[0] > _LONGEST
        or not is_plain(view, before)
        or view.is_word(before[0] - 1, "preposition")
    ):
        return False  # "After the raid of Osk, Norland said"
    land = " ".join(view.low[k] for k in range(*last) if view.low[k] != "the")
    if land not in _lands():
        return False
    at = before[1] - 1
    while at > before[0] and view.is_capital(at):
        at -= 1
    return before[0] < at < before[1] - 1 and view.low[at] in _FROM


@cache
def _lands() -> frozenset[str]:
    """Return the names of states and of large parts of them in lower case."""
    states = (name for row in load("countries") for name in (row["name"], *row["alternatives"].split(";")))
    return frozenset(name.lower() for name in (*states, *(row["name"] for row in load("regions"))) if name)
