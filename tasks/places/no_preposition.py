"""Prepositions before which no place stands: within names, of persons, of "called on"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.lexicons.deeds import deeds
from tasks.model.document import Token

_DONE_TO_PEOPLE = deeds("person", "one") | {"arrest"}
_OF_STATE = frozenset(("secretary", "secretaries", "minister", "ministers", "department", "head", "heads"))
_REALMS = ("State", "Emirate")  # "the Islamic State of Iraq" is no place in Iraq
_POWERS = frozenset(("State", "Government", "Regime", "Army", "Empire"))
_CALLS = frozenset(("call", "calls", "called", "calling"))  # "called on Osk to explain it"
_ENDED_BY_OFF = _CALLS | {"fend", "fended", "fending", "ward", "warded", "warding"}
_SWEARS = frozenset(("swear", "sworn", "swore", "swearing"))  # "the vote to swear in Jan Smit"
_SHOUTED = ("OF", "BETWEEN")


def is_no_preposition(tokens: Sequence[Token], at: int) -> bool:
    """Whether a preposition is a capitalised word of a name, of words all in capitals, or of a verb.

    "Operation Behind the Dunes"; "the rebellion OF THE WHITE RIVER FRONT" (bold type, shouted).
    """
    text = tokens[at].text
    if text.islower():  # nearly always
        if text == "of":
            if at > 0 and tokens[at - 1].lower in _DONE_TO_PEOPLE:
                return True  # "the assassination of Ada Day"
            if at > 0 and tokens[at - 1].lower in _OF_STATE and tokens[at + 1 : at + 2][0:1]:
                return tokens[at + 1].text in ("State", "Defense", "Defence")  # "Secretary of State Ada Day"
            return at > 1 and tokens[at - 1].text in _REALMS and tokens[at - 2].text == "Islamic"
        if text == "against":
            return any(t.text in _POWERS for t in tokens[at + 2 : at + 5])  # "against the Norlandist State"
        if text == "off":
            return at > 0 and tokens[at - 1].lower in _ENDED_BY_OFF  # "called off the other flight"
        if text == "on":
            return at > 0 and tokens[at - 1].lower in _CALLS
        return at > 0 and text == "in" and tokens[at - 1].lower in _SWEARS
    if text in _SHOUTED and any(t.text.isupper() for t in tokens[at + 1 : at + 2]):
        return True
    return at > 0 and text[:1].isupper() and tokens[at - 1].text[:1].isupper()
