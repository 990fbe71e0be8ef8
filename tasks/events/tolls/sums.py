"""Which figures of one sentence add up: "15 soldiers and three rebels", "eight in X and three in Y"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.events.tolls.told_figure import ToldFigure, population, victim_words
from tasks.figures.parts.alternatives import ALTERNATIVE
from tasks.figures.parts.other_side import OTHER_SIDE
from tasks.model.article import INFOBOX

_TIME = re.compile(
    r"(?:the )?(?:\d|(?:Jan|Febr)uary|March|April|May\b|June|July|August|(?:Sept|Nov|Dec)ember|October|"
    r"(?:following|next|same|previous|morning|evening|night|first|second|third)\b)"
)
_ONE_PLACE = re.compile(r"(?:[^,;]{0,20}\W)?(?P<where>in|on|at|aboard|near) [^,;]{2,40},? and (?:another )?$")
_PLACE = re.compile(r"(?:in|on|at|aboard|near) ")
_ABOARD = re.compile(r"\b(?:on board|aboard)\b")
_TOLL_VERB = re.compile(
    r"\b(?:kill\w*|d(?:ied|ying|ead)|deaths?|murder\w*|injur\w+|wound\w*|casualt\w+|los(?:t|ing)|slain|shot)\b",
    re.IGNORECASE,
)


def adding_up(items: Sequence[ToldFigure], every: Sequence[ToldFigure]) -> list[list[ToldFigure]]:
    """Return the figures that add up, together: other victims of the same sentence, in the same voice.

    Civilians with a verb of their own are counted apart: they are another toll.
    """
    groups: list[list[ToldFigure]] = []
    for item in items:
        last = groups[-1] if groups else None
        if last is None or last[-1].claim != item.claim or not _adds(last, item, every):
            groups.append([item])
        else:
            last.append(item)
    return groups


def of_each_side(items: Sequence[ToldFigure]) -> list[ToldFigure]:
    """Return what an infobox counts of each side: the first number, with people of another kind behind it.

    "2 soldiers killed; 4 civilians killed" are six; of "42 killed, 3 officers" the first is the whole.
    """
    by_side: dict[str, list[ToldFigure]] = {}
    for item in items:
        found = by_side.setdefault(item.figure.side or "", [])
        kinds = {t.population for t in found}
        is_other = item.population != "all" and not kinds & {"all", item.population}
        if not found or is_other or _are_told_apart(found[-1], item):
            found.append(item)
    return [t for found in by_side.values() for t in found]


def _adds(group: Sequence[ToldFigure], item: ToldFigure, every: Sequence[ToldFigure]) -> bool:
    last = group[-1]
    if item.figure.rule == ALTERNATIVE:
        return False
    if item.figure.rule == OTHER_SIDE:
        return True
    if "respectively" in item.words:  # "the two services lost 343 and 72 people respectively"
        return True
    if last.section == INFOBOX and _are_listed([*group, item]):
        return True
    if last.section == INFOBOX and _are_told_apart(last, item):
        return True
    if last.section != INFOBOX and item.figure.victim is None and _is_elsewhere(last, item):
        return True
    between = item.words[last.figure.number.end - item.offset : item.figure.number.start - item.offset]
    if _ABOARD.search(between) and "on the ground" in item.words[item.figure.number.end - item.offset :]:
        return True
    if last.section == INFOBOX or last.figure.victim is None or item.figure.victim is None:
        return last.figure.is_named and item.figure.is_named
    words = {victim_words(t) for t in group}
    if victim_words(item) in words:
        return False
    if not _TOLL_VERB.search(between):
        return True
    if _is_people(last) and _is_people(item) and "," not in between[-3:]:
        return True  # "nine Danes were wounded, and two Swedes were wounded"
    kinds = {population(last, every), population(item, every)}
    return "civilians" not in kinds and "all" not in kinds and len(kinds) == 2


def _is_people(told: ToldFigure) -> bool:
    """Whether those counted are called after their people or belief: "nine other Danes"."""
    victim = told.figure.victim
    words = told.words[victim.start - told.offset : victim.end - told.offset].split() if victim else []
    return bool(words) and words[-1][:1].isupper() and words[-1].endswith("s")


def _is_elsewhere(last: ToldFigure, item: ToldFigure) -> bool:
    """Whether a bare number goes on with another place: "eight were killed in Osk and three in Melton"."""
    between = item.words[last.figure.number.end - item.offset : item.figure.number.start - item.offset]
    found = _ONE_PLACE.fullmatch(between)
    after = item.words[item.figure.number.end - item.offset :].lstrip()
    where = _PLACE.match(after)
    if found is None or where is None or _TIME.match(between, found.end("where") + 1):
        return False
    return _TIME.match(after, where.end()) is None  # but "in 2006 and 22 in 2007"


def _are_told_apart(last: ToldFigure, item: ToldFigure) -> bool:
    """Whether a side of an infobox lost people of two forces: "9 peacekeepers killed, 2 gendarmes killed"."""
    classes = {last.figure.victim_class, item.figure.victim_class}
    between = item.words[last.figure.number.end - item.offset : item.figure.number.start - item.offset]
    return classes in ({"soldiers", "police"}, {"soldiers", "civilians"}, {"police", "civilians"}) and (
        ";" not in between and "(" not in between
    )


def _are_listed(items: Sequence[ToldFigure]) -> bool:
    """Whether an infobox lists victims of different kinds with their numbers ("4 civilians, 2 soldiers")."""
    kinds = [victim_words(t) for t in items]
    return (
        all(kinds) and len(set(kinds)) == len(kinds) and all(t.figure.rule == "infobox_field" for t in items)
    )
