"""The date of the event that an article is about."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tasks.dates import absolute
from tasks.dates.anchors import Anchor
from tasks.dates.calendar import Period, length_prec
from tasks.model.article import INFOBOX, LEAD
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document
from tasks.model.span import Span, hull

_FIELDS = ("date", "date_begin")


@dataclass(frozen=True, slots=True)
class _Candidate:
    period: Period
    span: Span


def main_date(document: Document, dates: tuple[DateExpression, ...]) -> DateExpression | None:
    """Return the date, or range of dates, of the article's own event; None if nothing gives one.

    The infobox's date field comes first; then the first date of the lead that agrees with the title
    ("November 2016 Hillah bombing"), a day or a range of days before a month, a month before a year;
    then the body's; then the title's own.
    """
    fields = _infobox_dates(document, dates)
    if fields:
        return _with_end(document, dates, fields[0])
    title = _title(document)
    groups = [
        [d for d in dates if _within(document, d.span, LEAD)],
        [d for d in dates if not _within(document, d.span, LEAD) and not _within(document, d.span, INFOBOX)],
    ]
    for group in groups:
        dated = [d for d in group if d.start is not None or not d.edtf.startswith("X")]
        best = _best([d for d in dated if title is None or _agrees(d, title.period)])
        if best is not None and (best.prec < 5 or title is None or group is groups[-1]):
            return best
    if title is None:
        return _best([d for d in groups[0] if not d.edtf.startswith("X")])
    return DateExpression(
        title.span, title.period.edtf, title.period.start, title.period.end, title.period.prec, "sentence"
    )


def first_main(document: Document) -> Anchor | None:
    """Return the anchor that an article starts with: infobox date, else the lead's first date with a year."""
    spans = [f.span for f in document.article.infobox if f.name in _FIELDS]
    spans += [s.span for s in document.article.sections if s.heading == LEAD]
    title = _title(document)
    for span in spans:
        for reading in sorted(absolute.readings(span.of(document.text)), key=lambda r: r.start):
            period = absolute.period(reading) if reading.is_whole else None
            if period is None or period.start is None or (title and not _overlap(period, title.period)):
                continue
            if period.prec == 5 and title is not None and title.period.prec < 5:
                continue
            return Anchor(period, Span(span.start + reading.start, span.start + reading.end))
    return None if title is None else Anchor(title.period, title.span)


def _infobox_dates(document: Document, dates: tuple[DateExpression, ...]) -> list[DateExpression]:
    found = []
    for name in _FIELDS:
        for field in document.article.infobox:
            if field.name == name:
                found += [d for d in dates if field.span.contains(d.span)]
    return found


def _with_end(document: Document, dates: tuple[DateExpression, ...], begin: DateExpression) -> DateExpression:
    """Return the infobox's date, as a range if another field gives the end of it."""
    for field in document.article.infobox:
        for end in dates if field.name == "date_end" else ():
            if not field.span.contains(end.span) or begin.start is None or "/" in begin.edtf + end.edtf:
                continue
            if end.end is None or begin.start >= end.end:
                continue
            prec = max(begin.prec, end.prec, length_prec((end.end - begin.start).days + 1))
            return replace(
                begin,
                span=hull((begin.span, end.span)),
                edtf=f"{begin.edtf}/{end.edtf}",
                end=end.end,
                prec=prec,
            )
    return begin


def _best(dates: list[DateExpression]) -> DateExpression | None:
    """Return the first date of at most a few weeks, else the first month, else the first of all."""
    for limit in (3, 4, 5):
        for at in dates:
            if at.prec <= limit and at.basis != "relative":
                return at
    return dates[0] if dates else None


def _title(document: Document) -> _Candidate | None:
    title = document.article.title
    at = document.text.find(title)
    found = min(absolute.readings(f"the {title}"), key=lambda r: r.start, default=None)
    if at < 0 or found is None or not found.is_whole:
        return None
    period = absolute.period(found)
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
    return any(s.heading == heading and s.span.contains(span) for s in document.article.sections)
