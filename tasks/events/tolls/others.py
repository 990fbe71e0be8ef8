"""Who was killed beside "others": "killed him and at least six others", "eleven others were killed"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.events.tolls.told import ToldFigure

_OTHERS = re.compile(r" (?:[\w-]+ )?others?\b| more\b")
_SOMEBODY = re.compile(  # a name that is no plural, or a pronoun
    r"(?:\b(?:him|her|himself|herself)|\b[A-ZÀ-Þ][\w'’-]*[^\W\ds]),? and (?:[a-z]+ ){0,2}$"
)


def counted_beside(told: ToldFigure, every: Sequence[ToldFigure]) -> int:
    """Return how many people were killed beside those whom a figure calls others, 0 if it calls none so.

    They are those whom the sentence names before, else one whom it points to or who was told of before.
    """
    figure = told.figure
    start, end = figure.number.start - told.offset, figure.number.end - told.offset
    if figure.property != "killed" or figure.is_additional or not _OTHERS.match(told.words, end):
        return 0
    dead = [t for t in every if t.figure.property == "killed" and t.figure.number < figure.number]
    here = [t for t in dead if t.sentence == told.sentence]
    if any(not t.figure.is_named for t in here):
        return 0  # "two soldiers and three others"
    if here:
        return len(here)
    if _SOMEBODY.search(told.words[:start]):
        return 1
    return int(not told.words[:start].strip() and any(t.figure.is_named for t in dead))
