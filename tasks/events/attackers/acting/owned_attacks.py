"""Whose attack it was, by the name beside the noun: "was an Osk Air Force strike on", "an operation of X"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence, Set

from tasks.events.found import Found, Words
from tasks.events.triggers import violent_triggers
from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import deeds
from tasks.model.actor import ActorBook
from tasks.model.order import START
from tasks.model.span import Span

_FORCES = ("military", "armed_group")
_RULERS = ("government", "state", "organisation", "party")  # whose an operation is that is said against whom
_BE = words("be")
_DURING, _DIED = frozenset(("in", "during")), frozenset(("killed", "died", "dead", "injured", "wounded"))
_STRIKES = words("strike_noun") | {"strike", "raid", "attack"}
_STRUCK = deeds("afar") | {"attack", "attacks", "raids", "strike", "strikes"}
_OPERATIONS = frozenset(("operation", "raid", "offensive", "expedition", "campaign"))
_WAGED = _OPERATIONS | _STRUCK | {"assault", "action", "crackdown"}
_SERIES = frozenset(("series", "string", "wave", "number", "pair", "campaign", "spate"))
_NUMBERS = frozenset(("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several"))
_DEFINES = frozenset(
    ("near", "around", "inside", "on", "upon", "against", "that", "which", "in", "at", "targeting")
)


def owned_attacks(words_: Words, actors: ActorBook, *, is_first: bool = False) -> Sequence[Found]:
    """Return the force whose attack a sentence says that something was.

    The first sentence may tell it by where people died: "three were killed in an Osk Front attack on a bus".
    """
    tokens = words_.tokens
    if _BE.isdisjoint(words_.sentence.words):
        return []
    ahead = _BE | _DURING if is_first and not _DIED.isdisjoint(words_.sentence.words) else _BE
    defined = [(span, key) for span, key in words_.mentions if _is_defined(words_, span, ahead)]
    found = [
        Found(key, "perpetrator", span, "owned_attack")
        for span, key in words_.mentions
        if (a := actors.actors.get(key)) is not None
        and (
            (a.kind in _FORCES and _is_of_operation(words_, span))
            or (a.kind in _RULERS and _is_against(words_, span))
        )
    ]
    if not defined:  # nearly always
        return found
    triggered = [t for t in violent_triggers(words_.sentence) if not t.is_verb]
    last = {t.first: t.last for t in triggered} | {i: i for i in words_.sentence.places(_STRIKES)}
    for span, key in defined:
        actor = actors.actors.get(key)
        at = bisect_left(tokens, span.end, key=START)
        if at not in last or actor is None or actor.kind not in _FORCES:
            continue
        follows = tokens[last[at] + 1].lower if last[at] + 1 < len(tokens) else ""
        if follows in _DEFINES:
            found.append(Found(key, "perpetrator", span, "owned_attack"))
    return found


def _is_defined(words_: Words, span: Span, ahead: Set[str]) -> bool:
    """Whether a name stands behind an article and one of some words: "was an Osk Air Force strike"."""
    tokens = words_.tokens
    first = bisect_left(tokens, span.start, key=START)
    if first > 4 and (tokens[first - 1].kind == "number" or tokens[first - 1].lower in _NUMBERS):
        first -= 1
    if first > 3 and tokens[first - 1].lower == "of" and tokens[first - 2].lower in _SERIES:
        first -= 2  # "a series of 37 Osk Air Force strikes"
    return first > 1 and tokens[first - 1].lower in ("a", "an") and tokens[first - 2].lower in ahead


def _is_against(words_: Words, span: Span) -> bool:
    """Whether what the event was is told of a name and against another: "was an operation of X against Y"."""
    tokens = words_.tokens
    last = bisect_left(tokens, span.end, key=START)
    if last + 1 >= len(tokens) or tokens[last].lower != "against":
        return False
    at = bisect_left(tokens, span.start, key=START) - 1
    at -= at > 0 and tokens[at].lower == "the"
    return at > 2 and tokens[at].lower == "of" and tokens[at - 1].lower in _WAGED


def _is_of_operation(words_: Words, span: Span) -> bool:
    """Whether a name stands behind what the event was: "was an operation of Osk commandos", "a raid of X"."""
    tokens = words_.tokens
    at = bisect_left(tokens, span.start, key=START) - 1
    at -= at > 0 and tokens[at].lower == "the"
    if at < 3 or tokens[at].lower != "of":
        return False
    last = bisect_left(tokens, span.end, key=START)
    is_on = last < len(tokens) and tokens[last].lower in ("on", "upon", "against")  # "air strikes of X on Y"
    if tokens[at - 1].lower not in _OPERATIONS and not (is_on and tokens[at - 1].lower in _STRUCK):
        return False
    if is_on and tokens[at - 1].lower in _STRUCK:
        return True
    before = [t.lower for t in tokens[max(0, at - 4) : at - 1]]
    return ("a" in before or "an" in before) and not _BE.isdisjoint(before)
