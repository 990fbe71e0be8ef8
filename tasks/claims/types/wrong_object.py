"""What a verb does to people: whether they or what is theirs are its object, and it is not harmless."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from tasks.claims.cues.cue_words import type_words, word_class
from tasks.claims.types.deed_clause import BE, OF_OWN
from tasks.lexicons.load import load

CLAUSE_ENDS = frozenset(
    {";", ":", ".", "(", ")", "–", "—", "that", "which", "while", "when", "because", "after"}
)
_ENDS = CLAUSE_ENDS | word_class("have") | BE
OBJECT_ENDS = word_class("preposition") | _ENDS | {",", "and", "as", "to", "who"}
_NO_PEOPLE = frozenset({"staff", "minor", "minors", "president", "presidents", "ambassador", "ambassadors"})
_TAKING = frozenset(
    {"took", "taken", "taking", "take", "demanded", "demanding", "extorted", "extorting", "bought"}
)
_OF_WAR = frozenset({"prisoners", "prisoner", "captives", "captive", "men", "people"})
_AGAINST = frozenset({"on", "at", "upon", "against"})
_TURNED = _AGAINST | {"of"}
_OF_FIGHTS = frozenset(
    {"captured", "capturing", "taken", "took", "held", "holding", "occupied", "occupying", "used", "using"}
)
_OF_CIVILIANS = frozenset({"clothes", "clothing", "dress", "life", "rule", "government", "control"})
_PARTICLES = frozenset({"out", "off", "up", "on", "at", "down", "away", "upon", "into", "back", "of"})
LENGTH = 7  # words of an object


@cache
def people() -> frozenset[str]:
    """Return the nouns for people whom no side may harm."""
    rows = load("victims")
    return frozenset(r["noun"] for r in rows if r["class"] == "civilians") - _NO_PEOPLE | type_words("people")


def harms(words: Sequence[str], verb: int) -> bool:
    """Tell whether a verb has people for its object, or what is theirs.

    Not one that is harmless, nor one of harm: whom those may strike is told by `told_deeds.py`.

    Args:
        words: the words of a content in lower case.
        verb: where the verb stands.
    """
    if words[verb] in type_words("harmless") or words[verb] in type_words("harm"):
        return False
    found = _object(words, verb)
    for k in found:
        if words[k] in people() and not _OF_CIVILIANS.isdisjoint(words[k + 1 : k + 2]):
            continue
        if words[k] in people():
            if words[verb] in _TAKING and words[k] in _OF_WAR:
                return False  # who fights takes prisoners
            return words[k - 1] not in OF_OWN or words[k] != "men"
        against = not _AGAINST.isdisjoint(words[found[0] : k])
        if against and words[k] in type_words("protected") and words[verb] not in type_words("stationing"):
            return True  # "poured oil on the tents"; "opened fire on the town" is war
        if words[k] in type_words("property") and not (against and words[k] in type_words("struck")):
            behind = words[found[-1] + 1 : found[-1] + 2]
            return words[verb] not in _OF_FIGHTS or behind == ["as"] or words[k - 1] in OF_OWN
    return False


def _object(words: Sequence[str], verb: int) -> Sequence[int]:
    """Return where a verb's object stands: the thing, of whom it is, against whom it is turned."""
    at = verb + 1
    if words[at : at + 1] and words[at] in _PARTICLES:
        at += 1
    passed = _TURNED | {"from", "and"} if words[verb] in _TAKING else _TURNED
    for k in range(at, min(len(words), at + LENGTH)):
        if words[k] in type_words("kindly") or (
            words[k] in OBJECT_ENDS and (k == at or words[k] not in passed)
        ):
            return range(at, k)
    return range(at, min(len(words), at + LENGTH))
