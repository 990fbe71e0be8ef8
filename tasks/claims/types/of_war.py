"""Whether what a side tells another did is no more than war: what it did, and to whom or what.

Under a plain "said" a report of fighting accuses nobody ("the enemy had shelled the town", "two vessels were
sunk by a missile").  It accuses who is said to have harmed people whom no side may harm, to have done by hand
what war does not do (burned, looted), or to have done a crime, whoever suffered it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from tasks.claims.cues.cue_words import type_words
from tasks.claims.types.deed_clause import Part
from tasks.claims.types.wrong_object import people

_OF_FORCES = frozenset({"military", "army", "police", "security", "naval", "rebel", "enemy", "training"})
_PRONOUN_OBJECTS = frozenset({"him", "her", "me", "us"})
_NEAR = frozenset(
    ("in", "near", "from", "outside", "around", "behind", "during", "beside", "along", "with", "using", "as",
     "at", "for")
)  # fmt: skip
_AIMED = frozenset({"fired", "firing", "shot", "shooting", "lobbed", "hurled", "opened", "opening"})
_POINTED_AT = frozenset({"the", "this", "that", "these", "those", "both"})


def is_wrong(words: Sequence[str], at: int, struck: Part | None, *, by_hand: bool) -> bool:
    """Tell whether what a verb of harm did to its object is more than war does.

    Args:
        words: the words of a content in lower case.
        at: where the verb stands.
        struck: where the words for what was struck stand; None where there are none.
        by_hand: it was done by hand whatever the verb ("set on fire").
    """
    if struck is None:
        return False
    wronged = _belonging() if by_hand or _is(words, at, "by_hand") else _protected()
    if words[struck[0] : struck[0] + 1] and words[struck[0]] in _PRONOUN_OBJECTS:
        return True
    return any(
        words[i] in wronged and words[i - 1] not in _OF_FORCES
        for i in range(*_without_place(words, at, struck))
    )


def is_outrage(words: Sequence[str], at: int) -> bool:
    """Tell whether a verb is a crime whoever suffers it ("was assassinated", "had been tortured")."""
    return _is(words, at, "outrage")


def is_fighting(words: Sequence[str], part: Part) -> bool:
    """Tell whether a deed that a part names is one of many in a war, not one that is pointed at.

    "Air strikes were carried out" and "a new assault" are; "the attack was carried out" is not.
    """
    told = words[slice(*part)]
    named = next((i for i, word in enumerate(told) if word in type_words("warfare")), None)
    return named is not None and _POINTED_AT.isdisjoint(told[:named])


def holds_victims(words: Sequence[str], part: Part | None) -> bool:
    """Tell whether a part holds somebody or something that no side may harm; not "two military convoys"."""
    if part is None:
        return False
    if words[part[0] : part[0] + 1] and words[part[0]] in _PRONOUN_OBJECTS:
        return True
    victims = _victims()
    return any(words[i] in victims and words[i - 1] not in _OF_FORCES for i in range(*part))


def _without_place(words: Sequence[str], at: int, part: Part) -> Part:
    """Return a part without where or with what it was done ("killed a guard | near the school")."""
    start = part[0] + 1
    for i in range(start, part[1]):
        if words[i] in _NEAR and not (words[i] == "at" and words[at] in _AIMED):
            return (part[0], i)
    return part


def _is(words: Sequence[str], at: int, kind: str) -> bool:
    some = type_words(kind)
    return any(" ".join(words[at : at + length]) in some for length in (1, 2, 3))


@cache
def _victims() -> frozenset[str]:
    return type_words("victim") | people()


@cache
def _protected() -> frozenset[str]:
    return type_words("protected") | people()


@cache
def _belonging() -> frozenset[str]:
    return type_words("belonging") | people()
