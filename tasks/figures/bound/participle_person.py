"""One person whom a participle is about: "with a guard killed", "a student shot dead by police in 1985"."""

from __future__ import annotations

from tasks.figures.lines.line import Group, Line
from tasks.figures.lines.predicates import Predicate

_BEFORE = frozenset(("with", "and", "leaving", "left", "", ","))
_BEHIND = frozenset(("by", "in", "on", "at", "near", "during", "outside", "while", "when"))
_DAYS = ("day", "january", "february", "march", "april", "may", "june", "july", "august", "ember", "october")
_YEAR = 4  # digits


def may_be_reduced(line: Line, group: Group, predicate: Predicate) -> bool:
    """Return whether one person before a past form was killed and did not kill."""
    if group.last == predicate.first and line.word(predicate.last) in _BEHIND and _is_dated(line):
        return True
    return line.word(group.first - 1) in _BEFORE


def _is_dated(line: Line) -> bool:
    """Say whether a line gives a year, or a day or a month by its name."""
    return any(word.endswith(_DAYS) or (len(word) == _YEAR and word.isdigit()) for word in line.words)
