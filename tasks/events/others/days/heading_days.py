"""The day that a section's heading gives to all that it tells: "=== 9 August ==="."""

from __future__ import annotations

import re
from datetime import timedelta

from tasks.dates.absolute import readings
from tasks.dates.worded_date import period
from tasks.events.main.when.duration import Window
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document, Sentence
from tasks.model.span import Span

_DAY = re.compile(r"(?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2})(?:,? \d{4})?")
_NEAR = timedelta(days=60)  # from the article's own event: the year of a day without one


def heading_day(document: Document, sentence: Sentence, days: Window) -> DateExpression | None:
    """Return the one day that the heading above a sentence consists of, None if it is no day.

    Its year, where the heading has none, is that which brings it near the article's own event.
    """
    section = document.article.sections[document.section_of(sentence)]
    heading = section.heading
    if _DAY.fullmatch(heading) is None:
        return None
    at = document.text.rfind(heading, max(0, section.span.start - len(heading) - 40), section.span.start)
    read = next(iter(readings(f"on {heading}")), None) if at >= 0 else None
    if read is None or read.form != "point" or read.first.day is None:
        return None
    for year in (None,) if read.is_whole else (days.start.year, days.end.year, days.end.year + 1):
        told = period(read, year)
        if told is None or told.start is None or told.end is None:
            continue
        if read.is_whole or days.start - _NEAR <= told.start <= days.end + _NEAR:
            span = Span(at, at + len(heading))
            return DateExpression(span, told.edtf, told.start, told.end, told.prec, "relative", span)
    return None
