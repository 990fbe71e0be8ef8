"""Who was killed beside those counted: "killed him and at least six others", "Jan Smit and two guards"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.events.tolls.told import ToldFigure

_OTHERS = re.compile(r" (?:[\w-]+ )?others?\b| more\b")
_SOMEBODY = re.compile(  # a name that is no plural, or a pronoun
    r"(?:\b(?:him|her|himself|herself)|\b[A-ZÀ-Þ][\w'’-]*[^\W\ds]),? and (?:[a-z]+ ){0,2}$"
)


_JOINED = re.compile(  # what stands between a name and those counted with it
    r"(?:, [^,;:]{1,40})?,? (?:(?:and|as well as|along with|together with) )?(?:at least |about |some )?"
)


_AND = re.compile(r",? (?:and|as well as|along with|together with) ")


def counted_beside(told: ToldFigure, every: Sequence[ToldFigure]) -> int:
    """Return how many people were killed beside those whom a figure counts, who are none of them.

    They are whom the sentence names in one row with them ("killed Jan Smit and two guards"); beside "others"
    whom it names before, else one whom it points to or who was told of before.
    """
    figure = told.figure
    start, end = figure.number.start - told.offset, figure.number.end - told.offset
    if figure.property not in ("killed", "injured") or figure.is_additional:
        return 0
    here = [t for t in every if t.sentence == told.sentence and _is_lost_before(t, told)]
    behind = sum(_is_behind(t, told) for t in every if t.sentence == told.sentence)
    if behind and not figure.is_named:
        return behind
    if figure.property == "killed" and not here and _is_with_one(told, every):
        return 1
    if figure.property == "injured" or not _OTHERS.match(told.words, end):
        return sum(_is_in_row(t, told) for t in here)
    if any(not t.figure.is_named for t in here):
        return 0  # "two soldiers and three others"
    if here:
        return len(here)
    # A number that no figure gives is none of a toll.
    is_told = any(t.figure.is_named and _is_lost_before(t, told) for t in every)
    return int(
        is_told and (not told.words[:start].strip() or _SOMEBODY.search(told.words[:start]) is not None)
    )


_WITH_ONE = re.compile(  # "two guards were killed with him", "a guard also died"
    r"[^.;,]{0,60}\b(?:(?:killed|died|murdered|shot)(?: together| along)? with (?:him|her)\b"
    r"|(?:was|were) also (?:killed|shot dead|murdered)\b|also (?:died|lost (?:his|her|their) li[fv]es?)\b)"
)


def _is_with_one(told: ToldFigure, every: Sequence[ToldFigure]) -> bool:
    """Whether those counted died beside one who is named before, and who alone is told of until then."""
    if not ("with h" in told.words or "also" in told.words):
        return False
    before = [t for t in every if _is_lost_before(t, told) and t.sentence != told.sentence]
    is_lone = bool(before) and all(t.figure.is_named and t.population != "attackers" for t in before)
    return is_lone and _WITH_ONE.match(told.words, told.figure.number.end - told.offset) is not None


def _is_lost_before(one: ToldFigure, told: ToldFigure) -> bool:
    return one.figure.property == told.figure.property and one.figure.number < told.figure.number


def _is_behind(named: ToldFigure, told: ToldFigure) -> bool:
    """Whether one is named right behind those counted: "killing five passengers and the driver"."""
    counted = told.figure.victim or told.figure.number
    if not named.figure.is_named or named.figure.property != told.figure.property:
        return False
    if named.figure.number.start < counted.end or named.population == "attackers":
        return False
    return (
        _AND.fullmatch(told.words, counted.end - told.offset, named.figure.number.start - told.offset)
        is not None
    )


def _is_in_row(named: ToldFigure, told: ToldFigure) -> bool:
    victim = named.figure.victim or named.figure.number
    if not named.figure.is_named or victim.end > told.figure.number.start or named.population == "attackers":
        return False
    return (
        _JOINED.fullmatch(told.words, victim.end - told.offset, told.figure.number.start - told.offset)
        is not None
    )
