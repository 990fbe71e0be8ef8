"""Injured who are told beside a part of the dead are a part of the injured."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.events.tolls.told_figure import ToldFigure
from tasks.model.article import INFOBOX, LEAD

_SEVERAL = 2


def without_injured_of_parts(told: Sequence[ToldFigure], least: int | None) -> list[ToldFigure]:
    """Return the figures without the injured of single places, one by one, below a head that counts all.

    `least` is the least number of dead of the whole.  "Fourteen died": "killing six and wounding a seventh"
    in one street, "killing one and wounding six" in another.
    """
    head = (INFOBOX, LEAD)
    if least is None or not any(t.section in head and t.figure.property == "killed" for t in told):
        return list(told)
    dead: dict[int, int] = {}
    for t in told:
        if t.figure.property == "killed" and t.section not in head and not t.figure.is_subset:
            dead[t.sentence] = dead.get(t.sentence, 0) + (t.figure.value_high or t.figure.value_low or 0)
    parts = {
        t.sentence
        for t in told
        if t.figure.property == "injured" and 0 < dead.get(t.sentence, 0) < least and t.section not in head
    }
    if len(parts) < _SEVERAL:
        return list(told)
    return [
        t
        for t in told
        if t.figure.property != "injured"
        or (t.sentence not in parts and t.figure.value_high != 0)  # "no soldier was hurt" where others were
    ]
