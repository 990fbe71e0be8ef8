"""Whether words tell that a place was taken: "rebels captured 13 villages", "the airbase was overrun".

A verb of taking tells of an event by itself only where a place is taken; soldiers, ships and companies
are captured and taken over as well.
"""

from __future__ import annotations

from collections.abc import Sequence

from tasks.events.subject_verb import is_verb
from tasks.events.triggers import Trigger
from tasks.lexicons.construction_words import words
from tasks.model.document import Sentence, Token
from tasks.places.place_names import site_kind

CONTROL = frozenset(
    f"{verb} {how}control of"
    for verb in ("gained", "regained", "seized", "took")
    for how in ("", "full ", "complete ")
)
TAKES = CONTROL | words("takes_place") | {"took over"}
EXPELS = frozenset(("ousted", "expelled", "dislodged"))
_GROUND = words("ground")
_SKIPPED = frozenset(("the", "a", "an", "of", "and", "its", "their", "out", "&"))
_AUXILIARY = frozenset(("was", "were", "been", "being"))
_PERFECT = frozenset(("had", "has", "have"))
_FARTHER = frozenset(("farther", "further", "north", "south", "east", "west", "away", "nearby"))
_REACH = 8  # tokens of what is taken
_PLACE_REACH = 6  # tokens of a place
_EXPELLED = 6  # tokens between a verb of expelling and its place


def is_place_taken(sentence: Sentence, trigger: Trigger) -> bool:
    """Return whether what a verb of taking takes is a kind of place, as its object or its passive subject.

    Places that are only named are not looked at: a name may be that of a person or a company.
    """
    tokens = sentence.tokens
    before = _before_adverbs(tokens, trigger.first)
    if before > 0 and tokens[before - 1].lower in _AUXILIARY:
        end = _before_adverbs(tokens, before - 1)
        while end > 1 and tokens[end - 1].lower in _FARTHER:  # "a base farther north was overrun"
            end -= 1
        is_perfect = end > 0 and tokens[end - 1].lower in _PERFECT
        after = tokens[trigger.last + 1].lower if trigger.last + 1 < len(tokens) else ""
        if is_perfect and after in (",", "and", "from"):
            return False  # "On 24 January, half of the city had been retaken, and": how things stood
        end -= is_perfect
        return end > 0 and is_ground(tokens[end - 1])
    return has_ground(tokens, trigger.last + 1) or is_of_which(tokens, trigger.first)


def is_driven_out(sentence: Sentence, trigger: Trigger) -> bool:
    """Return whether somebody is driven out of a place: "ousted the garrison from the town"."""
    tokens = sentence.tokens
    near = range(trigger.last + 1, min(trigger.last + 1 + _EXPELLED, len(tokens)))
    out = next((i for i in near if tokens[i].lower == "from"), None)
    return out is not None and (has_ground(tokens, out + 1) or _is_named(tokens, out + 1))


def _is_named(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].text[:1].isupper()


def _before_adverbs(tokens: Sequence[Token], at: int) -> int:
    while at > 0 and (
        tokens[at - 1].lower.endswith("ly") or tokens[at - 1].lower in ("also", "then", "soon")
    ):
        at -= 1
    return at


def has_ground(tokens: Sequence[Token], at: int) -> bool:
    """Return whether the noun phrase at a token has a kind of place in it, before a preposition or a verb."""
    for token in tokens[at : at + _REACH]:
        if is_ground(token):
            return True
        is_in_phrase = token.kind in ("word", "number") or token.text == ","
        if not is_in_phrase or (token.lower in _STOPS and token.lower not in _SKIPPED) or is_verb(token):
            return False
    return False


def is_place_at(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a name or a kind of place stands at a token; no war that is entered, no number."""
    if at >= len(tokens):
        return False
    is_name = tokens[at].text[:1].isupper() and tokens[at].kind == "word"
    return (is_name or has_ground(tokens, at)) and not any(
        t.lower == "war" for t in tokens[at : at + _PLACE_REACH]
    )


def is_of_which(tokens: Sequence[Token], verb: int) -> bool:
    """Return whether a place named before "which" is a verb's object: "Osk, which the army had sacked on"."""
    near = range(verb - 1, max(0, verb - 1 - _REACH), -1)
    which = next((i for i in near if tokens[i].lower in ("which", "that")), 0)
    if not which or verb - which < 2 or any(is_verb(t) for t in tokens[which + 1 : verb - 1]):
        return False
    if tokens[verb - 1].lower in _AUXILIARY:
        return False
    at = which - 1 - (tokens[which - 1].text == ",")
    if at < 0:
        return False
    return is_ground(tokens[at]) or (tokens[which - 1].text == "," and tokens[at].text[:1].isupper())


def is_ground(token: Token) -> bool:
    """Return whether a word is for a kind of place."""
    return token.lower in _GROUND or (token.kind == "word" and site_kind(token) is not None)


_STOPS = words("place_preposition") | {
    "from",
    "by",
    "with",
    "after",
    "before",
    "who",
    "which",
    "that",
    "to",
    "as",
}
