"""The date of the event that a news report is about: its first sentences say it, else its own day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from tasks.dates.bare_days import as_range
from tasks.dates.own_dates import is_own
from tasks.dates.report_deeds import Told, told_of
from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import any_of
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document
from tasks.model.span import Span

_OPENING = 2  # sentences behind the line with the day of the report
_SINCE = ("since ", "since late ", "since early ", "Since ")
_YEAR = late_pattern(r"\b(?:1[5-9]|20)\d\d\b")
_WEEKS = 31  # days before a report
_MONTH = 4  # date_prec
_LAW = late_pattern(rf"\b(?:{any_of(words('law_on_day'))})\b")
_MISSING = late_pattern(r"\b(?:missing|held|captive|detained)\b[^.;,]{0,20} since $")
_PROTEST = late_pattern(r"\b(?:protest|rall|march|demonstrat|riot|clash)", re.IGNORECASE)
_HAD = late_pattern(r"\b(?:after|since|following|had)\b[^.;]{0,80}$")


def date_of_report(document: Document, dates: Sequence[DateExpression], line: Span) -> DateExpression | None:
    """Return the day of a deed that a report's opening tells, or else the day of the report.

    A day on which somebody spoke or the law did something is none where another is told, in the opening or,
    for want of one there, below: "charged on Thursday over a blast on May 28".  A week or a month ("last
    week") is narrowed to the first day within it that the report names.

    Args:
        document: the report.
        dates: all its dates.
        line: the words of the day on which it was written.
    """
    of_title = _of_titled_year(document, dates, line)
    if of_title is not None:
        return of_title
    opening = [s.span for s in document.prose[1 : 1 + _OPENING]]
    told = [d for d in dates if any(s.contains(d.span) for s in opening) and d.start is not None]
    own = [
        (d, what)
        for d, what in _told(document, told)
        if (d.prec < 5 or "/" in d.edtf)
        and (is_own(document, d) or (what == "deed" and _is_counted(document, d)))
    ]
    before = [d for d, _ in own if _is_months_ago(document, d)]  # what a report compares its deed with
    own = [(d, what) for d, what in own if d not in before]
    happened = [d for d, what in own if what != "said"]
    issued = next((d for d in dates if d.span == line), None)
    if not happened and issued is not None and (begun := _begun(document, told, issued)) is not None:
        return begun
    deeds = [d for d, what in own if what == "deed" and not _is_behind_protest(document, d)]
    later = _deeds_below(document, dates, opening, issued) if not happened and (own or before) else []
    found = next(iter([*deeds, *happened, *later, *(d for d, _ in own)]), None)
    found = found or _missing(document, dates) or issued
    if found is None or found.prec <= 2 or found.start is None or found.end is None:
        return found
    days = (d for d in dates if d.prec == 1 and d.start is not None and found.start <= d.start <= found.end)
    return next((d for d in days if d.span != line and is_own(document, d)), found)


def _of_titled_year(document: Document, dates: Sequence[DateExpression], line: Span) -> DateExpression | None:
    """Return the first day told of the year that a headline names, if that is not the report's own year."""
    years = frozenset(_YEAR.findall(document.article.title))
    if not years or not years.isdisjoint(_YEAR.findall(line.of(document.text))):
        return None
    told = [
        d
        for d in dates
        if d.start is not None
        and d.span.start > line.end
        and str(d.start.year) in years
        and is_own(document, d)
    ]
    return next((d for d in told if d.prec <= 2), next(iter(told), None))


def _begun(
    document: Document, told: Sequence[DateExpression], issued: DateExpression
) -> DateExpression | None:
    """Return the days up to the report over which it went on by its first sentence: "since Saturday"."""
    first = document.prose[1].span if len(document.prose) > 1 else issued.span
    for day in told:
        if not first.contains(day.span) or day.prec != 1 or day.start is None or issued.end is None:
            continue
        is_since = document.text.endswith(_SINCE, 0, day.span.start)
        if is_since and 0 < (issued.end - day.start).days <= _WEEKS:
            return as_range(day, day.span, issued.edtf, issued.end)
    return None


def _told(document: Document, dates: Sequence[DateExpression]) -> Iterator[tuple[DateExpression, Told]]:
    """Yield dates with what is told of them; the words before one reach back to the one before it."""
    before: DateExpression | None = None
    what: Told = ""
    for day in dates:
        at = document.index_at(day.span.start)
        begin = document.sentences[at].span.start if at >= 0 else 0
        is_same = before is not None and begin <= before.span.start
        floor = before.span.end if before is not None and is_same else begin
        what = told_of(document, day, floor, is_said=is_same and what == "said")
        yield day, what
        before = day


def _deeds_below(
    document: Document,
    dates: Sequence[DateExpression],
    opening: Sequence[Span],
    issued: DateExpression | None,
) -> list[DateExpression]:
    """Return the days, or months, of deeds that a report tells below its opening."""
    end = max((s.end for s in opening), default=0)
    below = [d for d in dates if d.span.start >= end and d.start is not None]
    told = ((d, what) for d, what in _told(document, below) if d.prec < 5 or "/" in d.edtf)
    deeds = [d for d, what in told if what == "deed" and is_own(document, d)]
    last = issued.end if issued is not None else None
    deeds = [d for d in deeds if last is None or d.start is None or d.start <= last]
    if any(_LAW.search(s.of(document.text)) for s in opening):
        return deeds
    return [d for d in deeds if not _is_long_ago(d, last)]  # of which the report only reminds


def _is_long_ago(day: DateExpression, issued: date | None) -> bool:
    """Whether a month of another year lies so far back that only what a court hears is still news."""
    if issued is None or day.end is None or day.prec < _MONTH:
        return False
    return day.end.year < issued.year and (issued - day.end).days > _WEEKS


def _missing(document: Document, dates: Sequence[DateExpression]) -> DateExpression | None:
    """Return the day since which somebody is missing, of a report that dates nothing in its opening."""
    return next(
        (
            d
            for d in dates
            if d.prec == 1 and _MISSING.search(document.text[max(0, d.span.start - 60) : d.span.start])
        ),
        None,
    )


def _is_months_ago(document: Document, day: DateExpression) -> bool:
    """Whether a month or a year is counted back from the report: "the violence of four months ago"."""
    return day.prec > 3 and day.span.of(document.text).endswith(" ago")


def _is_counted(document: Document, day: DateExpression) -> bool:
    """Whether a day is counted back from another of the report: "killed nine a day earlier"."""
    return day.basis == "relative" and day.span.of(document.text).endswith(("earlier", "before"))


def _is_behind_protest(document: Document, day: DateExpression) -> bool:
    """Whether a deed only led to the protest of a headline: "marched, after police shot two on Friday"."""
    if not _PROTEST.search(document.article.title):
        return False
    return _HAD.search(document.text[max(0, day.span.start - 120) : day.span.start]) is not None
