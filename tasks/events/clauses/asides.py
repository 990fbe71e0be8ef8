"""Asides: the verb of a subject behind one between commas ("X, who had been trained abroad, decided to ...").

And those without a verb of their own: "was hijacked while on the ground by X".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tasks.events.subject_verb import is_verb
from tasks.lexicons.construction_words import words
from tasks.model.document import Token
from tasks.model.order import START
from tasks.model.span import Span

_ACTS = words("act")
_OPENS = frozenset(
    ("who", "which", "whose", "where", "led", "joined", "backed", "supported", "thought", "believed",
     "understood", "said", "described", "reported")
)  # fmt: skip
_MEANWHILE = frozenset(("as", "when", "while"))
_WHEREABOUTS = frozenset(("on", "in", "at", "en", "under", "aboard", "inside", "near"))
_REACH = 24  # tokens of an aside


def is_aside(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a clause without a verb begins here: "was boarded while at anchor off Osk by X"."""
    is_while = tokens[at].lower in _MEANWHILE and at + 1 < len(tokens)
    return is_while and tokens[at + 1].lower in _WHEREABOUTS


def behind_relatives(tokens: Sequence[Token], verbs: Sequence[int]) -> list[int]:
    """Return the verbs behind participles with their agents: "members of X recruited by Y, attacked Z"."""
    return [found for verb in verbs if (found := _behind_relative(tokens, verb)) is not None]


def _behind_relative(tokens: Sequence[Token], verb: int) -> int | None:
    if verb + 2 >= len(tokens) or tokens[verb + 1].lower != "by":
        return None
    for i in range(verb + 2, min(verb + 20, len(tokens) - 1)):
        if tokens[i].text == "," and tokens[i + 1].lower in _ACTS:
            return i + 1
    return None


def verb_behind_aside(tokens: Sequence[Token], span: Span) -> int | None:
    """Return the verb right behind the aside that a comma after a name opens, None if there is none."""
    at = bisect_left(tokens, span.end, key=START)
    if at < len(tokens) and tokens[at].text == "(":
        at = next((i + 1 for i in range(at, min(at + 8, len(tokens))) if tokens[i].text == ")"), at)
    if at + 2 >= len(tokens) or tokens[at].text != "," or tokens[at + 1].lower not in _OPENS:
        return None
    for close in range(at + 2, min(at + _REACH, len(tokens) - 1)):
        if tokens[close].text in (";", ":"):
            return None
        if tokens[close].text == "," and is_verb(tokens[close + 1]):
            return close + 1
    return None
