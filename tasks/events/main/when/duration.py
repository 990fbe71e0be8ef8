"""The days over which the article's own event lasted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tasks.dates.bare_days import as_range
from tasks.dates.main_date import main_date
from tasks.events.main.when.departures import set_out
from tasks.events.main.when.endings import CLOSING, LONGEST, ended, ended_in_body
from tasks.events.main.when.lasted import last_day
from tasks.events.main.when.narrowed import narrowed
from tasks.events.sections import is_apart, opening
from tasks.events.ships.ship_loss import ship_loss
from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import deed
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import any_of
from tasks.model.article import INFOBOX, LEAD
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document

_SHORT = timedelta(days=6)  # a main event that lasts longer has incidents that are events of their own
_FEW = timedelta(days=2)  # the same of a battle, whose days are told apart
_LONG = any_of(words("lasting_event"))
_LASTING = late_pattern(
    rf"\b(?:{_LONG})\b",
    re.IGNORECASE,
)
_SERIES = late_pattern(rf"\b(?:{deed('attack', 'several')}|protests|riots)\b", re.IGNORECASE)
_NIGHT = timedelta(days=1)
_PART_OF_MONTH = timedelta(days=10)  # of "early", "mid" and "late"
_TAKING = late_pattern(r"\b(?:capture|recapture|fall|storming|liberation) of\b", re.IGNORECASE)
_PART = late_pattern(r"\b(?:early|mid|late|beginning|start|middle|end)\b(?! \d)", re.IGNORECASE)
_BEGINS = late_pattern(
    r"\b(?:began|begun|beginning|launched|started|starting|since|from|commenced|initiated)\b[^.]{0,60}$"
)


@dataclass(frozen=True, slots=True)
class Window:
    """First and last day of the article's own event."""

    start: date
    end: date
    has_phases: bool = False
    is_one: bool = False

    @property
    def is_long(self) -> bool:
        """Whether incidents within it are events of their own."""
        return not self.is_one and self.end - self.start > (_FEW if self.has_phases else _SHORT)


def event_date(document: Document, dates: Sequence[DateExpression]) -> DateExpression | None:
    """Return the date of the article's own event; of a ship that was lost, the day of that.

    An offensive, a siege and the like of which only the first day is given lasts to the last day that
    the sections about it date; such a date has the basis "relative" and that last day as its anchor.
    """
    main = main_date(document, tuple(dates))
    if main is None or main.basis != "infobox":
        main = ship_loss(document, dates) or main
    if main is None or main.start is None or main.end is None or main.basis == "infobox":
        return main
    title = document.article.title
    if _is_inexact(document, main):
        if _LASTING.search(title) or _TAKING.search(title):
            return _to_end(document, dates, main) or _course(document, dates, main)
        if _SERIES.search(title):
            return _to_end(document, dates, main) or main
        main = narrowed(document, dates, main)
    if main.start is None or main.start != main.end:
        return main
    is_lasting = bool(_LASTING.search(title) or _TAKING.search(title))
    is_lasting = is_lasting or (_SERIES.search(title) is not None and _begins(document, main))
    last = None if _closes(document, main) else ended(document, dates, main, is_lasting=is_lasting)
    last = last or (None if _closes(document, main) else last_day(document, main))
    if last is not None:
        return _lasting(main, last)
    if not (is_lasting and (_opens(document, main) or _closes(document, main))):
        return main
    days = _days(document, dates, main.start)
    first = min(days, key=_start) if days and _closes(document, main) else main
    last = main if _closes(document, main) else ended_in_body(document, dates, main)
    last = last or max([main, *days], key=_end)
    if first.start is None or last.end is None or (first is main and last is main):
        return main
    return _lasting(first, last)


def _to_end(
    document: Document, dates: Sequence[DateExpression], main: DateExpression
) -> DateExpression | None:
    """Return the time up to the day on which the lead says that what began in a month or a year ended."""
    if main.edtf.count("/") and not _PART.search(main.span.of(document.text)):
        return None
    last = ended(document, dates, main, is_lasting=True)
    if last is None or last.end is None:
        return None
    begin = replace(main, edtf=main.edtf.partition("/")[0])
    return replace(
        as_range(begin, main.span, last.end.isoformat(), last.end), basis="relative", anchor=last.span
    )


def _lasting(first: DateExpression, last: DateExpression) -> DateExpression:
    """Return the days from one date to another, with the later one as their anchor."""
    if first.start is None or last.end is None:
        return first
    return replace(
        first,
        edtf=f"{first.start}/{last.end}",
        end=last.end,
        prec=_precision(last.end - first.start),
        basis="relative",
        anchor=last.span,
    )


def _is_inexact(document: Document, day: DateExpression) -> bool:
    """Whether the first or the last day is not known: months, a year, "early March"."""
    is_part = _PART.search(day.span.of(document.text)) is not None
    return day.edtf.partition("/")[0].count("-") < 2 or (is_part and _ends_on_a_day(day))


def _ends_on_a_day(date: DateExpression) -> bool:
    """Whether the last day of several is told: "from early March to 6 March"."""
    return date.edtf.partition("/")[2].count("-") == 2


def _course(document: Document, dates: Sequence[DateExpression], main: DateExpression) -> DateExpression:
    """Return the days of a battle of which title or lead give the month only ("fought in August 2016").

    They are the first and the last of at least two days that sections about it tell within those months.
    """
    if main.start is None or main.end is None:
        return main
    begins = _opens(document, main)
    days = [
        d
        for d in _days(document, dates, main.start, main.end)
        if not d.span.overlaps(main.span)
        and d.start is not None
        and d.end is not None
        and main.start <= d.start
        and (begins or d.end <= main.end)
    ]
    there = [d for d in days if not set_out(document.text, d.span.end)]
    first, last = min(there, key=_start, default=None), max(days, key=_end, default=None)
    if first is not None and _ends_on_a_day(main) and _start(first)[0] > main.start + _PART_OF_MONTH:
        return main  # "from late October to 14 January": what November tells is no first day
    if first is None or last is None or _start(first)[0] == _end(last)[0]:
        return main
    return _lasting(first, last_day(document, first) or last)  # "besieged the city for nine days"


def _precision(length: timedelta) -> int:
    """Return UCDP's date_prec of a span of days."""
    return next((prec for prec, days in ((1, 0), (2, 6), (3, 10), (4, 31)) if length.days <= days), 5)


def window(main: DateExpression | None, title: str = "") -> Window | None:
    """Return the days of the article's own event from its date, None if it has none.

    A `title` that names a battle or the like says that its days may have tolls of their own.
    """
    if main is None or main.start is None or main.end is None:
        return None
    has_phases = bool(_LASTING.search(title) or _TAKING.search(title))
    # A kidnapping that ends with a release is one event, whose first day is none of its own.
    return Window(main.start, main.end, has_phases, main.basis == "relative" and not has_phases)


def over_night(document: Document, dates: Sequence[DateExpression], days: Window | None) -> Window | None:
    """Return both days of the night that the first sentence gives, where the infobox has one of them."""
    first = opening(document)[:1]
    if days is None or not first or days.start != days.end:
        return days
    for day in dates:
        if day.start is None or day.end is None or not first[0].span.contains(day.span):
            continue
        if day.end - day.start == _NIGHT and day.start <= days.start <= day.end:
            return replace(days, start=day.start, end=day.end)
    return days


def _begins(document: Document, main: DateExpression) -> bool:
    return bool(_BEGINS.search(document.text[max(0, main.span.start - 120) : main.span.start]))


def _opens(document: Document, main: DateExpression) -> bool:
    """Whether the date is only the first day: it is said to begin there, or the lead does not give it."""
    lead = [s.span for s in document.article.sections if s.heading in (LEAD, INFOBOX)]
    return _begins(document, main) or not any(span.contains(main.span) for span in lead)


def _closes(document: Document, main: DateExpression) -> bool:
    """Whether the date is only the last day: that of a capture, a victory or an end."""
    return bool(CLOSING.search(document.text[max(0, main.span.start - 100) : main.span.start]))


def _days(
    document: Document, dates: Sequence[DateExpression], first: date, last: date | None = None
) -> list[DateExpression]:
    """Return the days, or few days, that the sections about the event date, not long before or after it."""
    last = last or first
    found = []
    for day in dates:
        if day.end is None or day.start is None or day.prec > 2:
            continue
        if not first - LONGEST <= day.end <= last + LONGEST:
            continue
        heading = document.heading_of(document.sentences[max(0, document.index_at(day.span.start))])
        if not is_apart(heading):
            found.append(day)
    return found


def _start(day: DateExpression) -> tuple[date, int]:
    return day.start or date.max, day.span.start


def _end(day: DateExpression) -> tuple[date, int]:
    return day.end or date.min, -day.span.start
