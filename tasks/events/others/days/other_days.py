"""Whether a date is that of another event than the article's own."""

from __future__ import annotations

import re

from tasks.events.main.when.duration import Window
from tasks.events.sections import is_apart, is_before
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document

_RANGE = re.compile(r"\d-\d\d/\d{4}-\d\d-\d\d")  # from one day to another
_PART = re.compile(r"\b(?:early|mid|late|beginning|start|middle|end)\b", re.IGNORECASE)
_SET_APART = re.compile(r"\b(?:earlier|later)(?: in)? (?:the )?\Z", re.IGNORECASE)
_REPORTED_THEN = re.compile(
    r"\b(?:was|were|been|became) (?:only |first |not |later |publicly )?(?:reported|revealed|discovered"
    r"|published|uncovered|disclosed|made public|declassified|known|identified|exhumed)"
    r"(?: only| publicly)? (?:in|on) \Z"
    r"|\bsince (?:the )?(?:[\w'’-]+ ){1,3}(?:said|announced|promised|vowed|declared|agreed|pledged)"
    r" (?:in|on) \Z"
)
_CLAIMED = re.compile(r"\b(?:claimed|admitted|confessed|said|announced|confirmed) (?:on )?\Z")
_TOWN = re.compile(r"(?:\A|\n)[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?, \Z")  # before a report's own day
_FOR_ROLE = re.compile(
    r" (?:for|over) (?:his|her|their|its) (?:alleged |suspected )?(?:role|part|involvement) in\b"
)
_SAID_REACH = 60  # code points
_SET_APART_REACH = 15  # code points
_MONTH = 4  # date_prec


def is_other(document: Document, day: DateExpression, days: Window, heading: str, *, has_toll: bool) -> bool:
    """Whether a date is not the main event's, or is one day of a long main event that has its own toll."""
    if day.start is None or day.end is None or day.edtf.endswith("X"):  # a decade dates no single event
        return False
    if not _is_apart(document, day, days, heading, has_toll=has_toll):  # most dates
        return False
    if _REPORTED_THEN.search(document.text, max(0, day.span.start - _SAID_REACH), day.span.start):
        return False  # "it was only reported in 2019"
    start = day.span.start
    if document.text.startswith(":", day.span.end) and _TOWN.search(document.text, max(0, start - 40), start):
        return False  # "Osk, Oct 16: Seven soldiers"
    if _CLAIMED.search(document.text, max(0, day.span.start - _SAID_REACH), day.span.start) and (
        document.text.startswith((" to have ", " that "), day.span.end)
    ):
        return False  # "claimed last week to have killed him"
    # but "was hanged in March for his part in earlier raids"
    return _FOR_ROLE.match(document.text, day.span.end) is None


def _is_apart(document: Document, day: DateExpression, days: Window, heading: str, *, has_toll: bool) -> bool:
    """Whether the days of a date are not the main event's, whatever is told of them."""
    assert day.start is not None and day.end is not None
    if day.end < days.start or day.start > days.end:
        return True
    if has_toll and not days.is_long and is_rest_of_period(document, day, days):
        return True
    if has_toll and not days.is_long and day.start < days.start and days.end <= day.end:
        return _RANGE.search(day.edtf) is not None  # days of several raids, counted together
    if days.has_phases and day.start < days.start and day.end <= days.end and _is_range(document, day):
        return True  # what went on into a battle: "captured Osk from 11 to 16 January"
    if has_toll and day.prec == _MONTH and is_before(heading) and not days.is_long:
        return day.start <= days.start and days.end <= day.end  # "In May": the rest of the month
    is_within = days.start <= day.start and day.end <= days.end
    return days.is_long and is_within and day.prec == 1 and (has_toll or is_apart(heading))


def _is_range(document: Document, day: DateExpression) -> bool:
    """Whether a date gives a first and a last day: not "late July"."""
    return _RANGE.search(day.edtf) is not None and not _PART.search(day.span.of(document.text))


def is_rest_of_period(document: Document, day: DateExpression, days: Window) -> bool:
    """Whether words set the year or month of the article's own event apart: "earlier that year"."""
    if day.prec < _MONTH or day.start is None or day.end is None:
        return False
    start = day.span.start
    before = document.text[max(0, start - _SET_APART_REACH) : start]
    return day.start <= days.start and days.end <= day.end and _SET_APART.search(before) is not None


def is_apart_from(day: DateExpression | None, days: Window) -> bool:
    """Whether a date has no day of the article's own event."""
    return (
        day is not None
        and day.start is not None
        and day.end is not None
        and not (day.start <= days.end and day.end >= days.start)
    )


def is_early(day: DateExpression, days: Window) -> bool:
    """Whether a date begins before the article's own event ends."""
    return day.start is not None and day.start < days.end


def covers(day: DateExpression, days: Window | None) -> bool:
    """Whether the date is a day of the article's own event."""
    return (
        days is not None and day.prec <= 2 and day.start is not None and days.start <= day.start <= days.end
    )
