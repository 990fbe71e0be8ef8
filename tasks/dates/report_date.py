"""The date of the event that a news report is about: its first sentences say it, else its own day."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.dates.bare_days import as_range
from tasks.dates.own_dates import is_own
from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import any_of
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document
from tasks.model.span import Span

_OPENING = 2  # sentences behind the line with the day of the report
_TELLS = any_of(words("told_on_day"))
_SAID = late_pattern(  # "issued a statement on Wednesday", "said on Monday": when somebody spoke
    rf"\b(?:sa(?:id|ys)|{_TELLS}|statements?|called|asked|requested|spoke|met|arrested|identified)\b"
    r"(?:\s\w+){0,3}?\s*$"
)
_SAID_THEN = late_pattern(  # "On Monday the authorities raised the death toll"
    rf",? (?:[\w'’-]+ ){{1,5}}?(?:sa(?:id|ys)|{_TELLS}|issued|named|"
    r"(?:raised|updated|revised|lowered|put) the (?:\w+ )?(?:death )?toll)\b"
)
_SINCE = ("since ", "since late ", "since early ", "Since ")
_WEEKS = 31  # days before a report
_BETWEEN = 40  # code points before a date in which that is looked for


def date_of_report(document: Document, dates: Sequence[DateExpression], line: Span) -> DateExpression | None:
    """Return the first date of a report's opening that is no speaker's, or else the day of the report.

    A week or a month ("last week") is narrowed to the first day within it that the report names.

    Args:
        document: the report.
        dates: all its dates.
        line: the words of the day on which it was written.
    """
    opening = [s.span for s in document.prose[1 : 1 + _OPENING]]
    told = [d for d in dates if any(s.contains(d.span) for s in opening) and d.start is not None]
    own = [d for d in told if d.prec < 5 and is_own(document, d)]
    happened = [d for d in own if not _is_said(document, d)]
    issued = next((d for d in dates if d.span == line), None)
    if not happened and issued is not None and (begun := _begun(document, told, issued)) is not None:
        return begun
    found = next(iter(happened or own), None) or issued
    if found is None or found.prec <= 2 or found.start is None or found.end is None:
        return found
    days = (d for d in dates if d.prec == 1 and d.start is not None and found.start <= d.start <= found.end)
    return next((d for d in days if d.span != line and is_own(document, d)), found)


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


def _is_said(document: Document, at: DateExpression) -> bool:
    before = document.text[max(0, at.span.start - _BETWEEN) : at.span.start]
    if before.endswith("On ") and _SAID_THEN.match(document.text, at.span.end):
        return True
    return _SAID.search(before.removesuffix("on ")) is not None
