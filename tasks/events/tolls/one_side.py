"""Whether a number is the loss of one side alone, or of all sides together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.events.tolls.told_figure import ToldFigure
from tasks.lexicons.construction_words import words
from tasks.lexicons.violence import any_of

_MEN = any_of(words("own_men"))
_OWN = re.compile(  # "seven of his men had been killed", "nine of its fighters"
    rf" of (?:his|her|its|their|our) (?:own )?(?:\w+ )?(?:{_MEN})\b"
)
_ADMITS = re.compile(  # "admitted to nine dead", "acknowledged the loss of four men"
    r"\b(?:admit(?:ted|s|ting)?|acknowledg(?:ed|es|ing)|conced(?:ed|es|ing))(?: to)?"
    r"(?: (?:the )?(?:loss|losses|deaths?) of| losing| having lost| only)*(?: at least| some| about)? $"
)
_LOST = re.compile(
    r"\b(?:it|they|he|she|which|and|side|group) (?:had |has |have |also |itself )*(?:lost|suffered)"
    r"(?: at least| only| some| about| just)? $"
)
_ALL_SIDES = re.compile(
    r"\b(?:on|from|by|among|of) (?:both|all|the two|either) (?:of the )?sides\b"
    r"|\bboth sides (?:together|combined)\b"
)
_CLAIM = re.compile(r"\b(?:claim(?:s|ed)?|per|according to)\b", re.IGNORECASE)
_CLAIMED = re.compile(r"[^,;()]{0,40}\([^()]{0,60}\bclaim(?:s|ed)?\b", re.IGNORECASE)
_HANDED = re.compile(
    r"\b(?:receiv(?:ed|ing)|taken in|took in|handed over|transferred|transported|buried|collected|returned|"
    r"brought)(?: (?:in|back))?(?: at least| some| about)? $"
)
_BODIES = re.compile(r" (?:[\w-]+ )?(?:bodies|corpses|dead)\b")


def counts_own(told: ToldFigure) -> bool:
    """Whether a number is what one side says that it lost itself: "admitted to nine dead"."""
    start, end = _place(told)
    if told.claim.voice != "attributed":
        return False
    before = told.words[:start]
    return (
        _OWN.match(told.words, end) is not None
        or _LOST.search(before) is not None
        or (_ADMITS.search(before) is not None and told.figure.victim_class not in ("civilians", "attackers"))
    )


def counts_all_sides(told: ToldFigure) -> bool:
    """Whether a number is said to be that of all sides: "about 30 people had died on both sides"."""
    return "sides" in told.words and _ALL_SIDES.search(told.words) is not None


def counts_handed_over(told: ToldFigure) -> bool:
    """Whether a number is of bodies that somebody received or buried, who need not have had them all."""
    start, end = _place(told)
    return _BODIES.match(told.words, end) is not None and _HANDED.search(told.words[:start]) is not None


def says_claimed(told: ToldFigure) -> bool:
    """Whether brackets behind a number say that it is somebody's claim: "3 killed (rebel claim)"."""
    return "laim" in told.words and _CLAIMED.match(told.words, _place(told)[1]) is not None


def without_one_side(told: Sequence[ToldFigure], *, has_two_sides: bool) -> list[ToldFigure]:
    """Return the figures without those of one side, where others count all.

    Where somebody counts all sides together, what each party says of the other in the infobox is no toll;
    in a battle what a side says of itself is none beside a count of those who were killed in it.
    """
    dead = [
        t
        for t in told
        if t.figure.property == "killed" and not t.figure.is_subset and not t.figure.is_negated
    ]
    if any(counts_all_sides(t) for t in dead):
        parts = {t.index for t in dead if not counts_all_sides(t) and _is_of_party(t)}
    elif has_two_sides:
        own = [t for t in dead if counts_own(t)]
        most = max((t.figure.value_high or t.figure.value_low or 0 for t in own), default=0)
        others = [t for t in dead if t not in own and (t.figure.value_low or t.figure.value_high or 0) > most]
        parts = {t.index for t in own} if others else set()
    else:
        return list(told)
    return [t for t in told if t.index not in parts]


def _is_of_party(told: ToldFigure) -> bool:
    """Whether a party tells it of one side: in the infobox with whose claim it is, or in a statement."""
    if told.figure.side is not None:
        return _CLAIM.search(told.words) is not None
    return told.claim.voice == "attributed"


def _place(told: ToldFigure) -> tuple[int, int]:
    number = told.figure.number
    return number.start - told.offset, number.end - told.offset
