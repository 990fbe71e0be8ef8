"""The date of the event that an article is about."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from datetime import date

from tasks.dates import absolute
from tasks.dates.anchors import Anchor
from tasks.dates.bare_days import as_range, from_first, listed, to_joined
from tasks.dates.calendar import Period
from tasks.dates.lasts_until import follows, is_until
from tasks.dates.own_dates import comes_after, is_last, is_own, may_date, not_beside, of_only_year
from tasks.dates.report_date import date_of_report
from tasks.dates.report_day import dateline
from tasks.dates.worded_date import period as reading_period
from tasks.lexicons.deeds import deed
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.article import INFOBOX, LEAD
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document
from tasks.model.order import SPAN_START
from tasks.model.span import Span, hull

_FIELDS = ("date", "date_begin")
_BRACKET_REACH = 60  # code points of a spelling before the dates of a life
_TO_LAST_DAY = re.compile(r"\s?[–—-]\s?(?:c\. ?|ca?\. ?)?(?:\d{1,2} [A-Z]|[A-Z][a-z]+ \d{1,2}|\d{3,4}\b)")


@dataclass(frozen=True, slots=True)
class _Candidate:
    period: Period
    span: Span


def main_date(document: Document, dates: tuple[DateExpression, ...]) -> DateExpression | None:
    """Return the date, or range of dates, of the article's own event; None if nothing gives one.

    The infobox's date field comes first; then the first date of the lead that agrees with the title
    ("November 2031 Aldmoor bombing"), a day or a range of days before a month, a month before a year;
    then the body's; then the title's own.  A title or a lead that gives the end as well ("(2016–2017)",
    "lasted until 11 June 1999") makes it a range.  A report's is what its beginning says.
    """
    line = dateline(document)
    if line is not None:
        return date_of_report(document, dates, line.span)
    fields = [d for f in document.article.infobox if f.name in _FIELDS for d in _inside(f.span, dates)]
    if fields:
        return listed(document, fields) or _with_end(document, dates, fields[0])
    title = _title(document)
    agreeing = [d for d in dates if d.start and (title is None or _agrees(d, title.period))]
    leading = [d for d in agreeing if _within(document, d.span, LEAD)]
    found = _of_lead(document, [d for d in leading if not comes_after(document, d)])
    if found is None:
        is_dated = title is not None and (
            "-" in title.period.edtf[1:] or _LONG.search(document.article.title) is not None
        )
        course = not_beside(document, agreeing)
        found = _of_body(document, course, is_dated) or _of_lead(document, leading)
        found = found or _of_eve(document, agreeing) or _of_body(document, agreeing, is_dated)
        found = found and _of_course(document, agreeing, found)
    elif (
        found.prec == 4
        and (title is None or title.period.prec == 5)
        and not _LONG.search(document.article.title)
    ):
        within = Period(found.edtf, found.start, found.end, found.prec)  # one day of that month
        body = _of_body(
            document, [d for d in not_beside(document, agreeing) if d.prec <= 2 and _agrees(d, within)]
        )
        found = body or found
    is_day_titled = title is not None and title.period.prec == 1 and found is not None and found.prec > 3
    if found is not None and not is_day_titled:
        return _until(document, dates, found, title)
    if title is None:
        told = [d for d in dates if not d.edtf.startswith("X")]
        return next((d for d in told if may_date(document, d)), None) or of_only_year(told)
    period = title.period
    return DateExpression(title.span, period.edtf, period.start, period.end, period.prec, "sentence")


def _of_lead(document: Document, dates: list[DateExpression]) -> DateExpression | None:
    """Return the first of the lead's dates that is more than a year; a day within that month beats the month.

    A date without year counts only in the first sentence with a date: later ones tell the event's course.
    """
    own = [d for d in dates if (d.prec < 5 or "/" in d.edtf) and is_own(document, d)]
    first = next((s for d in own if (s := _sentence_of(document, d.span)) is not None), None)
    own = [d for d in own if d.basis != "relative" or (first is not None and first.contains(d.span))]
    head = own[0] if own else None
    if head is None or head.prec <= 3 or _gives_days(head):
        return head
    period = Period(head.edtf, head.start, head.end, head.prec)
    day = next((d for d in own if d.prec <= 3 and _agrees(d, period)), head)
    is_begin = _BEGAN.search(document.text[max(0, head.span.start - 60) : head.span.start])
    if day is head or not is_begin or day.start == day.end == head.start or "/" in day.edtf:
        return day
    if not _LONG.search(document.article.title) or day.end is None or day.span.start < head.span.start:
        return day
    return as_range(head, hull((head.span, day.span)), day.edtf, day.end)


def _gives_days(at: DateExpression) -> bool:
    """Whether a range names its first and its last day ("from 15 January to 17 February 2023")."""
    return "/" in at.edtf and all(part.count("-") == 2 for part in at.edtf.split("/"))


def _sentence_of(document: Document, span: Span) -> Span | None:
    """Return the sentence that holds a passage, None if none does."""
    at = document.index_at(span.start)
    sentence = document.sentences[at].span if at >= 0 else None
    return sentence if sentence is not None and sentence.contains(span) else None


def _of_body(
    document: Document, dates: list[DateExpression], is_dated: bool = False
) -> DateExpression | None:
    """Return the body's first day, of those with a year if there is one; failing that, its first month."""
    own = [d for d in dates if not _within(document, d.span, LEAD) and is_own(document, d)]
    own = [d for d in own if not _within(document, d.span, INFOBOX)]
    if is_dated:  # the title gives the year, so that a date without one says as much
        own = [d for d in own if d.prec <= 3][:1] or own
    whole = [d for d in own if d.basis != "relative"]
    for group, limit in ((whole, 3), (own, 3), (whole, 4)):
        for at in group:
            if at.prec <= limit:
                return at
    return None


_LONG = late_pattern(
    rf"\b(?:battles?|offensive|siege|campaign|operation|clashes|{deed('rising')}|war|skirmishes|"
    r"capture of|recapture of|fall of|storming of|liberation of)\b",
    re.IGNORECASE,
)


def _of_eve(document: Document, dates: list[DateExpression]) -> DateExpression | None:
    """Return the last day told of the time before: an account that leads up to the event ends with it."""
    eves = [s.span for s in document.article.sections if _EVE.search(s.heading)]
    told = [d for d in dates if d.prec == 1 and any(e.contains(d.span) for e in eves)]
    return told[-1] if told and is_own(document, told[-1]) else None


_EVE = late_pattern(r"prelude|planning|preparation|build-up", re.IGNORECASE)


def _of_course(document: Document, dates: list[DateExpression], begin: DateExpression) -> DateExpression:
    """Return the range up to the last day told, for a battle or an offensive that no lead dates."""
    if not _LONG.search(document.article.title):
        return begin
    told = not_beside(document, [d for d in dates if d.prec <= 2 and is_last(document, d)])
    told = [d for d in told if not _within(document, d.span, LEAD) and d.span.start > begin.span.end]
    last = max(told, key=lambda d: d.end or date.min, default=None)
    if last is None or last.end is None or begin.end is None or not begin.end < last.end:
        return begin
    if (last.end - begin.end).days > _LONGEST:
        return begin
    if begin.prec <= 3:
        begin = replace(begin, edtf=begin.edtf.partition("/")[0])
    return as_range(begin, begin.span, last.end.isoformat(), last.end)


_LONGEST = 366  # days: a later date is hardly the course of one battle


def first_main(document: Document) -> Anchor | None:
    """Return the anchor that an article starts with.

    The infobox's date, else the lead's first date with a year, else the body's; a title that names a
    span of years sets the end.
    """
    title = _title(document)
    sections = document.article.sections
    spans = [f.span for f in document.article.infobox if f.name in _FIELDS]
    spans += [s.span for s in sections if s.heading == LEAD]
    found = _first_whole(document, spans, title)
    if found is None and title is not None:
        return Anchor(title.period, title.span)
    if found is None:
        found = _first_whole(document, [s.span for s in sections if s.heading not in (LEAD, INFOBOX)], None)
    if found is None or title is None or not _is_longer(title.period, found.period.end):
        return found
    return Anchor(replace(found.period, end=title.period.end, prec=title.period.prec), found.span)


def _first_whole(document: Document, spans: list[Span], title: _Candidate | None) -> Anchor | None:
    for span in (part for whole in spans for part in _read_parts(document, whole)):
        for reading in absolute.readings(span.of(document.text)):
            period = reading_period(reading) if reading.is_whole else None
            if period is None or period.start is None or (title and not _overlap(period, title.period)):
                continue
            if period.prec == 5 and title is not None and "/" not in title.period.edtf:
                continue
            if _is_birth(document.text, span.start + reading.start, span.start + reading.end):
                continue
            return Anchor(period, Span(span.start + reading.start, span.start + reading.end))
    return None


def _is_birth(text: str, start: int, end: int) -> bool:
    """Whether a date is the first half of a bracket: "(c. 1984 – 9 February 2016)", a birth."""
    opened = text.rfind("(", max(0, start - _BRACKET_REACH), start)
    return opened >= 0 and ")" not in text[opened:start] and _TO_LAST_DAY.match(text, end) is not None


def _read_parts(document: Document, span: Span) -> list[Span]:
    """Return the sentences of a passage, which are read anyway; itself where more stands between them."""
    first = bisect_left(document.sentences, span.start, key=SPAN_START)
    last = bisect_left(document.sentences, span.end, key=SPAN_START)
    parts = [s.span for s in document.sentences[first:last]]
    edges = zip((span.start, *(p.end for p in parts)), (*(p.start for p in parts), span.end), strict=True)
    return [span] if any(document.text[a:b].strip() for a, b in edges) else parts


def _is_longer(title: Period, end: date | None) -> bool:
    """Say whether the title names a span that goes on after a date."""
    return "/" in title.edtf and end is not None and title.end is not None and title.end > end


# "It began in September and led to the capture of the town on 16 October."
_BEGAN = late_pattern(
    r"\b(?:began|started|launched|commenced|broke\sout|erupted)\s(?:[\w-]+\s){0,6}?(?:on|in)\s(?:the\s)?$"
)


def _until(
    document: Document, dates: tuple[DateExpression, ...], begin: DateExpression, title: _Candidate | None
) -> DateExpression:
    """Return the date as a range, if its sentence or the title says until when the event lasted."""
    sentence = _sentence_of(document, begin.span) or begin.span
    begin = to_joined(document, dates, from_first(document, begin), sentence)
    if begin.end is None or "[" in begin.edtf:
        return begin
    is_begin = _BEGAN.search(document.text[max(0, begin.span.start - 20) : begin.span.start])
    for end in dates:
        if not sentence.contains(end.span) or end.span.start <= begin.span.end:
            continue
        is_around = end.start is not None and begin.start is not None and end.start <= begin.start
        lasts = (is_begin and not is_around) or is_until(document.text, begin.span, end.span)
        is_part = "/" in end.edtf and (end.prec < 4 or begin.prec < 4)  # "3–5 May", not "early 1879"
        lasts = lasts or follows(document.text, begin, end)
        if lasts and end.end is not None and end.end > begin.end and not is_part:
            last = end.edtf.rpartition("/")[2]
            return as_range(begin, hull((begin.span, end.span)), last, end.end)
    if title is not None and _is_longer(title.period, begin.end) and "/" not in begin.edtf:
        last = title.period.edtf.rpartition("/")[2]
        if title.period.end is not None and not begin.edtf.startswith(last):
            return as_range(begin, begin.span, last, title.period.end)
    return begin


def _with_end(document: Document, dates: tuple[DateExpression, ...], begin: DateExpression) -> DateExpression:
    """Return the infobox's date, as a range if another field gives the end of it."""
    for field in document.article.infobox:
        for end in _inside(field.span, dates) if field.name == "date_end" else ():
            if begin.start is None or "/" in begin.edtf + end.edtf:
                continue
            if end.end is not None and begin.start < end.end:
                return as_range(begin, hull((begin.span, end.span)), end.edtf, end.end)
    return begin


def _title(document: Document) -> _Candidate | None:
    title = document.article.title
    at = document.text.find(title)
    found = next(iter(absolute.readings(f"the {title}")), None)
    if at < 0 or found is None or not found.is_whole:
        return None
    period = reading_period(found)
    if period is None or period.start is None:
        return None
    return _Candidate(period, Span(at + max(0, found.start - 4), at + found.end - 4))


def _agrees(at: DateExpression, title: Period) -> bool:
    return at.start is not None and _overlap(Period(at.edtf, at.start, at.end, at.prec), title)


def _overlap(a: Period, b: Period) -> bool:
    if a.start is None or a.end is None or b.start is None or b.end is None:
        return False
    return a.start <= b.end and b.start <= a.end


def _within(document: Document, span: Span, heading: str) -> bool:
    return document.heading_at(span) == heading


def _inside(span: Span, dates: tuple[DateExpression, ...]) -> tuple[DateExpression, ...]:
    """Return the dates, of all in text order, that stand within a passage."""
    first = bisect_left(dates, span.start, key=SPAN_START)
    last = bisect_left(dates, span.end, key=SPAN_START)
    return tuple(d for d in dates[first:last] if span.contains(d.span))
