"""Where those begin on whom blame is laid: "held X accountable", "put the blame on X", "put it down to X"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.events.attackers.blamed.suspected_of import DEEDS
from tasks.lexicons.construction_words import words
from tasks.model.document import Token

ACCOUNTABLE = frozenset(("accountable", "answerable", "culpable", "liable"))
_BE = words("be") | {"been"}
_HELD = ACCOUNTABLE | {"responsible"}
_FALLS = _BE | {"fell", "falls", "rested", "lay"}
_LAID = words("lays_blame")
_BLAMED = DEEDS | {"it", "death", "deaths"}
_REACH = 9  # tokens of a phrase
_HELD_REACH = 14  # tokens of "held a local commander, X, responsible"


def behind_word(tokens: Sequence[Token], at: int, prepositions: Sequence[str]) -> int | None:
    """Return the token behind the first of some prepositions that follows in the same phrase."""
    for j in range(at + 1, min(at + _REACH, len(tokens))):
        if tokens[j].lower in prepositions:
            return j + 1
        if tokens[j].kind == "punct":
            return None
    return None


def held_responsible(tokens: Sequence[Token], at: int) -> int | None:
    """Return where those begin who are "held responsible", the name of a person behind what they were."""
    end = next((k for k in range(at + 2, min(at + _HELD_REACH, len(tokens))) if tokens[k].lower in _HELD), 0)
    if not end:
        return None
    return next((k + 1 for k in range(at + 1, end) if tokens[k].text == ","), at + 1)


def put_down(tokens: Sequence[Token], at: int) -> int | None:
    """Return where those begin to whom a deed is "put down": "put the bombing down to X"."""
    to = behind_word(tokens, at, ("to",))
    if to is None or tokens[to - 2].lower != "down":
        return None
    is_deed = is_passive(tokens, at) or any(t.lower in DEEDS or t.lower == "it" for t in tokens[at + 1 : to])
    return to if is_deed else None


def is_laid(tokens: Sequence[Token], at: int) -> bool:
    """Return whether "responsibility for the attack was placed on X", "lay with X"."""
    on = behind_word(tokens, at, ("on", "with")) if tokens[at].lower == "responsibility" else None
    return on is not None and tokens[on - 2].lower in _LAID


def falls_on(tokens: Sequence[Token], at: int) -> bool:
    """Return whether "blame" is a noun that falls on somebody: "blame fell on X", "laid the blame on X"."""
    if tokens[at].lower != "blame" or at + 1 >= len(tokens):
        return False
    return tokens[at + 1].lower in _FALLS or any(t.lower in _LAID for t in tokens[max(0, at - 3) : at])


def is_deed_blamed(tokens: Sequence[Token], at: int) -> bool:
    """Return whether "on" follows a noun for the deed: "blamed the attack on X", not "blamed X on Monday"."""
    close = behind_word(tokens, at, ("on",))
    return close is not None and any(t.lower in _BLAMED for t in tokens[at + 1 : close])


def is_passive(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a form of "be" stands close before a participle."""
    return any(t.lower in _BE for t in tokens[max(0, at - 2) : at])
