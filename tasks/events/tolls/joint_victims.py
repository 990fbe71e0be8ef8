"""Victims who are counted once with the wounded: "nine were killed and one injured ... all ten victims"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.events.tolls.told_figure import ToldFigure


def without_joint_victims(told: Sequence[ToldFigure]) -> list[ToldFigure]:
    """Return the figures without a number of "victims" that is the sum of the dead and the injured."""
    killed = {t.figure.value_low or 0 for t in told if _is_exact(t) and not _counts_victims(t)}
    injured = {t.figure.value_low or 0 for t in told if _is_exact(t, "injured")}
    sums = {k + i for k in killed for i in injured if k and i}
    return [t for t in told if not (_is_exact(t) and _counts_victims(t) and t.figure.value_low in sums)]


def _is_exact(told: ToldFigure, prop: str = "killed") -> bool:
    figure = told.figure
    return figure.property == prop and figure.value_low is not None and figure.value_low == figure.value_high


def _counts_victims(told: ToldFigure) -> bool:
    return (
        told.figure.rule == "toll"
        and told.figure.victim is not None
        and told.words[
            told.figure.victim.start - told.offset : told.figure.victim.end - told.offset
        ].endswith("victims")
    )
