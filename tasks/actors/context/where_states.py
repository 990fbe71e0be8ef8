"""States that only say where something is: "sailed for Norland", "ports in Sorrel and Norland"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.actors.known.name_words import context
from tasks.model.document import Token

_SETS_OUT = context("sets_out")
_REACH = 6  # tokens from the verb of setting out to "for"
_IN = frozenset(("at", "in", "near", "off", "to"))
_LONGEST_PLACE = 4  # tokens of the place before the state
_OPENS = frozenset((",", ";", ":", "(", "and", "but", "while", "when"))


def is_where(tokens: Sequence[Token], lower: Sequence[str], first: int) -> bool:
    """Say whether the words before a state's name make it a place, whatever stands behind it.

    Args:
        tokens: those of the sentence.
        lower: they in lower case.
        first: index of the name's first token.
    """
    at = first - 1 - (first > 0 and lower[first - 1] == "the")
    if at < 1:
        return False
    if lower[at] == "for":
        return not _SETS_OUT.isdisjoint(lower[max(0, at - _REACH) : at])
    return lower[at] in ("and", "or") and _is_behind_place(tokens, lower, at)


def _is_behind_place(tokens: Sequence[Token], lower: Sequence[str], end: int) -> bool:
    """Say whether a place stands before `end` behind "in", within a clause: "ports | in Sorrel and Norland".

    At the begin of one the state may act: "In Sorrel and Norland".
    """
    at = end - 1
    while at > 0 and end - at <= _LONGEST_PLACE and tokens[at].text[0].isupper():
        at -= 1
    return 0 < at < end - 1 and lower[at] in _IN and lower[at - 1] not in _OPENS
