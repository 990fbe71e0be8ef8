"""Stages of a long battle that its own sections tell before its first day or behind its last.

A section on "prior skirmishes" tells how the fight for the place went on before, one on the "withdrawal" how
it went out. What is told there day by day is no event of its own, unless it has its own dead or wounded.
"""

from __future__ import annotations

import re
from datetime import timedelta

from tasks.events.main.when.duration import Window
from tasks.events.sections import headings_of
from tasks.lexicons.deeds import deed
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document, Sentence

_PRIOR = late_pattern(
    r"\b(?:prior|previous|earlier|preceding|initial|unsuccessful|failed) (?:[\w-]+ ){0,2}"
    rf"(?:{deed('fight', 'several')}|{deed('attack', 'several')}|skirmishes|fighting|attempts|offensives)\b",
    re.IGNORECASE,
)
_LEAVING = late_pattern(r"\b(?:withdrawal|retreat|pull-?out)\b", re.IGNORECASE)
_LONG_BEFORE = timedelta(days=366)
_SOON = timedelta(days=10)


def is_stage(
    document: Document, sentence: Sentence, day: DateExpression, days: Window, *, has_toll: bool
) -> bool:
    """Whether a day near a battle's own is told in a section on its first or last stages, without a toll."""
    if has_toll or not days.has_phases or day.start is None or day.end is None:
        return False
    if timedelta() < days.start - day.end < _LONG_BEFORE:
        return any(_PRIOR.search(heading) for heading in headings_of(document, sentence))
    if timedelta() < day.start - days.end <= _SOON:
        return any(_LEAVING.search(heading) for heading in headings_of(document, sentence))
    return False
