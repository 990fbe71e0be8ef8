"""Who was killed beside those counted: "killed him and at least six others", "Jan Smit and two guards"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.events.tolls.told_figure import ToldFigure

_OTHERS = re.compile(r" (?:[\w-]+ )?others?\b| more\b")
_SOMEBODY = re.compile(  # a name that is no plural, or a pronoun
    r"(?:\b(?:him|her|himself|herself)|\b[A-ZÀ-Þ][\w'’-]*[^\W\ds]),? and (?:[a-z]+ ){0,2}$"
)


_JOINED = re.compile(  # what stands between a name and those counted with it
    r"(?:, [^,;:]{1,40})?,? (?:(?:and|as well as|along with|together with) )?(?:at least |about |some )?"
)


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
    behind = _named_behind(told, every)
    in_row = _named_before(told, every)
    if behind and not figure.is_named:
        return behind + in_row
    if figure.property == "killed" and not here and _is_with_one(told, every):
        return 1
    if figure.property == "injured" or not _OTHERS.match(told.words, end):
        return in_row
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


def _named_behind(told: ToldFigure, every: Sequence[ToldFigure]) -> int:
    """Return how many are named in one row behind those counted: "killing a nurse, a cook and the driver"."""
    found, last, is_joined = 0, told, False
    for t in sorted(_alike(told, every), key=_by_number):
        if t.figure.number.start < _end(last):
            continue
        joint = _JOINED.fullmatch(told.words, _end(last) - told.offset, t.figure.number.start - told.offset)
        if joint is None or t.population == "attackers":
            break
        is_joined = is_joined or joint.group().rstrip() != ","
        found, last = found + t.figure.is_named, t
    return found if is_joined else 0


def _named_before(told: ToldFigure, every: Sequence[ToldFigure]) -> int:
    """Return how many are named in one row before those counted: "Quist, his wife and two guards died"."""
    found, first = 0, told
    for t in sorted(_alike(told, every), key=_by_number, reverse=True):
        if _end(t) > first.figure.number.start or t.population == "attackers":
            continue
        if not _JOINED.fullmatch(told.words, _end(t) - told.offset, first.figure.number.start - told.offset):
            break
        found, first = found + t.figure.is_named, t
    return found


def _alike(told: ToldFigure, every: Sequence[ToldFigure]) -> list[ToldFigure]:
    """Return the figures of a sentence that say of others what one says of some, without parts of them."""
    return [
        t
        for t in every
        if t.sentence == told.sentence
        and t.figure.property == told.figure.property
        and not (t.figure.is_subset or t.figure.is_negated)
    ]


def _by_number(told: ToldFigure) -> int:
    return told.figure.number.start


def _end(told: ToldFigure) -> int:
    return (told.figure.victim or told.figure.number).end
