"""The day within the month that a first sentence gives: "a raid in June 1665. On 4 June they landed"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.events.by_sentence import dates_in
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document

_BESIDE = late_pattern(r"\b(?:after|before|since|until|by|following|prior to)\b[^.;]{0,40}$")
_LONGEST = 4  # date_prec of a month
_SENTENCES = 4  # of the lead in which the day is told


def narrowed(document: Document, dates: Sequence[DateExpression], main: DateExpression) -> DateExpression:
    """Return the first day that the lead tells within the month of an event that does not last.

    Itself where the lead tells none, and where the time is several months or the title names several events.
    """
    if main.prec > _LONGEST or main.start is None or main.end is None or "~" in main.edtf:
        return main
    by_sentence = dates_in(document, dates)
    for sentence in document.lead[:_SENTENCES]:
        for day in by_sentence.get(sentence.index, ()):
            if day.prec != 1 or day.start is None or day.span.start < main.span.end:
                continue
            before = document.text[sentence.span.start : day.span.start]
            if main.start <= day.start <= main.end and not _BESIDE.search(before):
                return day
    return main
