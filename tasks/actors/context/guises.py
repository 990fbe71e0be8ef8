"""Who somebody only looked like: "wearing Xenda fatigues", "disguised as soldiers", "posing as men of the X".

Whose clothes an attacker wears, and as whom he is dressed, has done nothing.
"""

from __future__ import annotations

from bisect import bisect_left

from tasks.actors.known.name_words import context
from tasks.model.document import Sentence
from tasks.model.order import START
from tasks.model.span import Span

_GARMENTS = context("garments")
_KINDS = frozenset(("army", "battle", "camouflage", "combat", "dress", "military", "police", "service"))
_OWNED = frozenset(("of", "from", "by", "to"))
_BEHIND_GARMENT = frozenset(("worn", "used", "belonging"))
_GUISES = frozenset(("disguised", "dressed", "posing", "posed", "masquerading", "masqueraded", "clad"))
_PRETENDS = frozenset(("pretending", "pretended", "purporting"))
_MIMICS = frozenset(("impersonating", "impersonated"))
_AS = frozenset(("as", "like"))
_BETWEEN = frozenset(("up", "themselves", "himself", "herself", "all"))  # "dressed up as"
_LOOKS = _GARMENTS | _GUISES | _PRETENDS | _MIMICS
_OF = frozenset(("of", "from"))
_DETERMINERS = frozenset(("the", "a", "an", "two", "three", "four", "five", "six"))


def has_guise(sentence: Sentence) -> bool:
    """Whether a sentence has a word for clothes or a disguise: a quick look before a slow one."""
    return not _LOOKS.isdisjoint(sentence.words)


def is_guise(sentence: Sentence, span: Span) -> bool:
    """Whether words are only for whose clothes somebody wears, or as whom he is dressed."""
    if not has_guise(sentence):  # nearly always
        return False
    lower = sentence.lower
    first, behind = (bisect_left(sentence.tokens, at, key=START) for at in (span.start, span.end))
    worn = behind + (behind < len(lower) and lower[behind] in _KINDS)
    if worn < len(lower) and lower[worn] in _GARMENTS:
        return True
    if begin_of_guise(sentence, first) is not None:
        return True
    at = first - 1 - (first > 0 and lower[first - 1] == "the")
    if at < 1 or lower[at] not in _OWNED:
        return False
    garment = at - 1 - (lower[at - 1] in _BEHIND_GARMENT)
    return garment >= 0 and lower[garment] in _GARMENTS


def begin_of_guise(sentence: Sentence, first: int) -> int | None:
    """Return where words begin that say of those from a token on that somebody only looked like them.

    "men | disguised as (two) soldiers", "gunmen | pretending to be members of the X"; None without them.
    """
    if not has_guise(sentence):
        return None
    at = _before_determiners(sentence, first)
    if at > 1 and sentence.lower[at] in _OF:  # "as two officers | of the X"
        at = _before_determiners(sentence, at - 1)
    lower = sentence.lower
    if at < 1:
        return None
    if lower[at] in _AS:
        verb = at - 1 - (lower[at - 1] in _BETWEEN)
        return verb if verb >= 0 and lower[verb] in _GUISES else None
    if lower[at - 1 : at + 1] == ("to", "be") and at > 1:
        return at - 2 if lower[at - 2] in _PRETENDS else None
    return at if lower[at] in _MIMICS else None


def _before_determiners(sentence: Sentence, first: int) -> int:
    """Return the index before the articles and numbers that stand before a token."""
    at = first - 1
    while at > 0 and (sentence.lower[at] in _DETERMINERS or sentence.tokens[at].kind == "number"):
        at -= 1
    return at
