"""Sentences that sum up what the next ones tell: "In 2015 it suffered two attacks. In July, ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.events.candidate import Candidate
from tasks.lexicons.deeds import deed
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.document import Document

_MONTH = 4  # date_prec
_NEXT = 3  # sentences behind
_SEVERAL = late_pattern(
    r"\b(?:two|three|four|five|six|several|multiple|many|numerous|a (?:series|number|wave|spate|string) of)"
    r" (?:[\w-]+ ){0,3}?"
    rf"(?:{deed('attack', 'several')}|incidents)\b",
    re.IGNORECASE,
)


def without_summed_up(document: Document, events: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Return the events without a year or a month of several whose days or months the next sentences tell."""
    return tuple(e for e in events if not (_is_summed_up(document, e, events) or _is_long_onset(document, e)))


def _is_long_onset(document: Document, event: Candidate) -> bool:
    """Whether an event is no more than the year or month in which years of violence began."""
    if event.date is None or event.date.prec < _MONTH:
        return False
    noun = event.trigger.span.of(document.text).casefold()
    return noun in _YEARS_LONG and _BEGAN.search(event.evidence.of(document.text)) is not None


_YEARS_LONG = frozenset({"insurgency", "conflict", "unrest", "insurgencies"})
_BEGAN = late_pattern(r"\b(?:began|begun|started)\b")


def _is_summed_up(document: Document, event: Candidate, events: Sequence[Candidate]) -> bool:
    day = event.date
    if day is None or day.prec < _MONTH or day.start is None or day.end is None:
        return False
    sentence = document.sentences[event.sentence]
    if _SEVERAL.search(sentence.span.of(document.text)) is None:
        return False
    parts = [
        e
        for e in events
        if event.sentence < e.sentence <= event.sentence + _NEXT
        and document.sentences[e.sentence].paragraph == sentence.paragraph
        and e.date is not None
        and e.date.prec < day.prec
        and e.date.start is not None
        and day.start <= e.date.start <= day.end
    ]
    return len(parts) > 1
