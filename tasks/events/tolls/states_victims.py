"""Whether a figure states a number of the event's victims: not denied or taken back, no part, no convict."""

from __future__ import annotations

import re
from functools import lru_cache

from tasks.events.tolls.told_figure import ToldFigure
from tasks.figures.parts.alternatives import ALTERNATIVE

SENTENCED = re.compile(  # an execution by sentence of a court is no loss of the event
    r"\b(?:convict\w*|condemned|sentenced?)\b[^.]{0,80}\b(?:executed|hanged)\b"
    r"|\b(?:executed|hanged)\b[^.]{0,80}\b(?:convict\w*|condemned|sentenced?)\b"
)
_BROKEN_DOWN = re.compile(  # "five civilians died: three in car accidents and two of heart attacks"
    r"\b(?:killed|died|dead|deaths|casualties|injured|wounded|lives)\b[^.:;]{0,60}: $"
)
_ANOTHER_COUNT = re.compile(  # "11 killed, Norland claim: 20 killed, total: 33 killed"
    r"[,;] [^,;:]{0,40}\b(?:claims?|estimates?|total|toll|sources?|figures)(?: \([^()]{0,40}\))?: $",
    re.IGNORECASE,
)
_OF_THE_DEAD = re.compile(
    r" of (?:those (?:who|killed|dead|that)|the (?:dead|victims|killed|deceased|casualties|fatalities))\b"
)
_TAKEN_BACK = re.compile(  # "had said that 30 had died but later withdrew that figure"
    r"[^.;]{0,80}\b(?:but|and|though|before|which|who)\b[^.;]{0,40}\b(?:retract(?:ed|ing)|withdr(?:ew|awn|awing)"
    r"|took back|taken back|disavowed) ?(?:(?:that|this|the|its|their|his|her|those|these) )?"
    r"(?:[\w-]+ )?(?:estimates?|figures?|numbers?|counts?|claims?|statements?|tolls?|reports?|[.,;]|$)"
)
_INCLUDED = re.compile(
    r"\bincluding(?: (?:those|that|the deaths?|the lives) of)?(?: at least| some| about)? $"
)


def states_number(told: ToldFigure) -> bool:
    """Return whether a figure counts victims of the event, and no part of a number beside it."""
    figure, claim = told.figure, told.claim
    if _OF_THE_DEAD.match(told.words, figure.number.end - told.offset):
        return False
    if "including " in told.words and _INCLUDED.search(told.words[: figure.number.start - told.offset]):
        return False
    if ("ret" in told.words or "with" in told.words or "back" in told.words) and _TAKEN_BACK.match(
        told.words, figure.number.end - told.offset
    ):
        return False
    if figure.is_negated or figure.is_subset or figure.value_low is figure.value_high is None:
        return False
    if (claim.claim_type == "denial" or claim.is_negated) and figure.rule != ALTERNATIVE:
        return False
    return not _is_of_another_kind(told.words, figure.number.start - told.offset)


@lru_cache(maxsize=1024)  # a figure is asked for each toll
def _is_of_another_kind(words: str, start: int) -> bool:
    return bool(
        (("executed" in words or "hanged" in words) and SENTENCED.search(words))
        or (
            words.endswith(": ", 0, start)
            and _BROKEN_DOWN.search(words[:start])
            and not _ANOTHER_COUNT.search(words[:start])
        )
    )


def is_given_by(told: ToldFigure) -> bool:
    """Whether the words behind a number say whose it is: "as 40 by the government, as 120 by survivors"."""
    return told.words.startswith(" by ", told.figure.number.end - told.offset)
