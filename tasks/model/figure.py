"""A number of people who were killed, injured, ... as the text states it."""

from __future__ import annotations

from typing import Literal

from tasks.model.span import Span
from tasks.model.value import value

FigureProperty = Literal["killed", "injured", "killed_or_injured", "missing", "captured", "displaced"]
FigureQualifier = Literal["exact", "at_least", "at_most", "approx", "range", "vague"]
VictimClass = Literal["civilians", "fighters", "soldiers", "police", "attackers", "mixed", "unknown"]


@value(frozen=True, slots=True)
class Figure:
    """One figure. See the codebook's `figures` for what low, high and qualifier mean.

    Attributes:
        span: the words that give number and property ("At least 78 rebel fighters were killed").
        number: the number alone ("At least 78"); lies within `span` unless the construction shares it.
        victim: the words for the victims ("rebel fighters"), if stated.
        is_named: one named person ("X was killed"), which stands for 1.
        is_subset: part of another figure of the sentence ("including 12 children"); enters no toll.
        side: "1", "2", ... where an infobox gives casualties by side.
        rule: the construction that bound number and property.
    """

    span: Span
    number: Span
    property: FigureProperty
    value_low: int | None
    value_high: int | None
    value_qualifier: FigureQualifier
    victim: Span | None
    victim_class: VictimClass
    is_additional: bool
    is_cumulative: bool
    is_negated: bool
    rule: str
    is_named: bool = False
    is_subset: bool = False
    side: str | None = None
