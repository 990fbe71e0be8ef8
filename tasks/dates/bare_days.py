"""Ranges of days: up to a later date, from bare days before one ("on 6 and 9 August"), to those joined."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from tasks.dates.calendar import length_prec
from tasks.lexicons.deeds import deed
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document
from tasks.model.span import Span, hull

_JOINED = late_pattern(r"(?:,|,? and(?: again)?(?: on)?)(?: the (?:following|next)| on)? ")
_ENDS = late_pattern(  # of what is told of those days: no clause of its own begins behind them
    r"$|[.,;:)]| (?:by|in|at|near|on|of|off|during|when|as|against|between|outside|inside|\d{4})\b"
)
_SEVERAL = late_pattern(
    rf"\b(?:{deed('attack', 'several')}|{deed('fight', 'several')}|air strikes|protests|incidents"
    r"|engagements|landings)\b",
    re.IGNORECASE,
)
_COMMAS = (", ", " and ", ", and ", "; ")
_MONTHS_APART = 100  # days between two of several attacks that one article is about
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


def listed(document: Document, days: Sequence[DateExpression]) -> DateExpression | None:
    """Return the days from the first to the last that a box lists ("15 June, 27 June, 11 July 2015")."""
    gaps = (document.text[a.span.end : b.span.start] for a, b in pairwise(days))
    if len(days) < 2 or any(gap not in _COMMAS for gap in gaps) or any(d.prec > 1 for d in days):
        return None
    first, last = days[0], days[-1]
    if first.start is None or last.end is None or first.start >= last.end:
        return None
    return as_range(replace(first, basis=last.basis), hull((first.span, last.span)), last.edtf, last.end)


def to_joined(
    document: Document, dates: Iterable[DateExpression], begin: DateExpression, sentence: Span
) -> DateExpression:
    """Return the days from a date to the last of those that are joined to it.

    "On 15 April and the following Monday" goes for any event, "on 21 February and 2 March" where the title or
    the words before say that there were several: "two attacks".  "And the next day the group claimed" is a
    clause of its own.
    """
    text, last = document.text, begin
    before = text[sentence.start : begin.span.start]
    is_several = _SEVERAL.search(document.article.title) or _SEVERAL.search(before)
    for day in dates:
        if day.span.start < last.span.end or not sentence.contains(day.span):
            continue
        gap = text[last.span.end : day.span.start]
        if not _JOINED.fullmatch(gap) or day.prec > 2 or day.start is None or last.end is None:
            break
        if not 0 < (day.start - last.end).days <= _MONTHS_APART:
            break
        is_told = day.basis == "relative" and not any(c.isdigit() for c in day.span.of(text))
        if not (is_several or (is_told and "and" in gap)):
            break
        last = day
    if last is begin or last.end is None or not _ENDS.match(text, last.span.end):
        return begin
    return as_range(begin, hull((begin.span, last.span)), last.end.isoformat(), last.end)
