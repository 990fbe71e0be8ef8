"""The days over which the article's own event lasted."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tasks.dates import main_date
from tasks.events.sections import is_apart
from tasks.model.article import INFOBOX, LEAD
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document

_SHORT = timedelta(days=6)  # a main event that lasts longer has incidents that are events of their own
_LONGEST = timedelta(days=400)
_LASTING = re.compile(
    r"\b(?:offensive|campaign|battle|siege|war|clashes|skirmishes|rebellion|uprising|insurgency|operation|invasion|"
    r"fighting|conflict|revolt|unrest)\b",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    r"\b(?:began|begun|beginning|launched|started|starting|since|from|commenced|initiated)\b[^.]{0,60}$"
)


@dataclass(frozen=True, slots=True)
class Window:
    """First and last day of the article's own event."""

    start: date
    end: date

    @property
    def is_long(self) -> bool:
        """Whether incidents within it are events of their own."""
        return self.end - self.start > _SHORT


def event_date(document: Document, dates: Sequence[DateExpression]) -> DateExpression | None:
    """Return the date of the article's own event.

    An offensive, a siege and the like of which only the first day is given lasts to the last day that
    the sections about it date; such a date has the basis "relative" and that last day as its anchor.
    """
    main = main_date(document, tuple(dates))
    if main is None or main.start is None or main.end is None or main.basis == "infobox":
        return main
    if not _LASTING.search(document.article.title) or main.start != main.end or not _opens(document, main):
        return main
    last = _last(document, dates, main.end)
    if last is None or last.end is None or last.end <= main.end:
        return main
    end = last.end
    prec = 2 if end - main.start <= _SHORT else 3 if (end - main.start).days <= 10 else 4
    prec = prec if (end - main.start).days <= 31 else 5
    return replace(main, edtf=f"{main.start}/{end}", end=end, prec=prec, basis="relative", anchor=last.span)


def window(document: Document, dates: Sequence[DateExpression]) -> Window | None:
    """Return the days of the article's own event, None if it has no date."""
    main = event_date(document, dates)
    if main is None or main.start is None or main.end is None:
        return None
    return Window(main.start, main.end)


def _opens(document: Document, main: DateExpression) -> bool:
    """Whether the date is only the first day: it is said to begin there, or the lead does not give it."""
    before = document.text[max(0, main.span.start - 120) : main.span.start]
    lead = [s.span for s in document.article.sections if s.heading in (LEAD, INFOBOX)]
    return bool(_BEGINS.search(before)) or not any(span.contains(main.span) for span in lead)


def _last(document: Document, dates: Sequence[DateExpression], first: date) -> DateExpression | None:
    starts = [s.span.start for s in document.sentences]
    found = []
    for day in dates:
        if day.end is None or day.start is None or day.prec > 2 or not first < day.end <= first + _LONGEST:
            continue
        heading = document.heading_of(document.sentences[max(0, bisect_right(starts, day.span.start) - 1)])
        if not is_apart(heading):
            found.append(day)
    return max(found, key=lambda d: (d.end or first, -d.span.start), default=None)
