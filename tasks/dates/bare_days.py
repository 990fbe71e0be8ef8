"""Ranges of days: up to a later date, or from bare days before a date: "on 6 and 9 August"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from tasks.dates.calendar import length_prec
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document
from tasks.model.span import Span

_AND = re.compile(r"\b(\d{1,2})(?:, \d{1,2})*,? (?:and )?$")


def from_first(document: Document, begin: DateExpression) -> DateExpression:
    """Return the date with the bare days that stand before it: "24, 25 and 26 February"."""
    before = _AND.search(document.text, max(0, begin.span.start - 20), begin.span.start)
    if before is None or begin.start is None or begin.end is None or begin.start.month != begin.end.month:
        return begin
    day, is_one = int(before[1]), begin.start == begin.end
    if not 0 < day < begin.start.day or before[0].endswith("and ") != is_one or begin.prec > 2:
        return begin
    start = begin.start.replace(day=day)
    first = replace(begin, start=start, edtf=start.isoformat())
    return as_range(first, Span(before.start(1), begin.span.end), begin.end.isoformat(), begin.end)


def as_range(begin: DateExpression, span: Span, edtf: str, end: date) -> DateExpression:
    """Return a date as a range up to a day with its EDTF, told by the passage."""
    days = (end - begin.start).days + 1 if begin.start else 366
    prec = max(begin.prec, length_prec(days))
    # A part of a month is a span itself; the range starts with its month then.
    start = begin.edtf if "/" not in begin.edtf else begin.edtf[:7]
    return replace(begin, span=span, edtf=f"{start}/{edtf}", end=end, prec=prec)
