"""That nobody was killed or injured, in other words: "There were no casualties", "Nobody was hurt"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tasks.events.tolls.told_figure import ToldFigure
from tasks.model.figure import FigureProperty

_LOSSES = ("killed", "injured", "killed_or_injured")
_HURT = ("hurt", "harmed")


def with_nobody(told: Sequence[ToldFigure]) -> Sequence[ToldFigure]:
    """Return the figures with what is said of nobody told of the killed and of the injured.

    Only where no figure of the event counts anybody: else it is said of a part, or of another moment.
    """
    none = [t for t in told if t.figure.property in _LOSSES and _is_none(t)]
    if not none or len(none) < sum(t.figure.property in _LOSSES for t in told):
        return told
    found = list(told)
    for one in none:
        found += [replace(one, figure=replace(one.figure, property=prop)) for prop in _more(one)]
    return found


def _is_none(told: ToldFigure) -> bool:
    figure = told.figure
    return figure.value_low == figure.value_high == 0 and not (figure.is_negated or figure.is_subset)


def _more(told: ToldFigure) -> tuple[FigureProperty, ...]:
    """Return what else befell nobody: without casualties nobody is killed or injured, unhurt nobody dead."""
    if told.figure.property == "killed_or_injured":
        return ("killed", "injured")
    begin, end = told.figure.span.start - told.offset, told.figure.span.end - told.offset
    is_hurt = told.figure.property == "injured" and any(w in told.words[begin:end] for w in _HURT)
    return ("killed",) if is_hurt else ()
