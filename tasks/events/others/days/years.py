"""The year of a date without one in a section on what came before or after the event."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from tasks.dates.report_day import dateline
from tasks.events.main.when.duration import Window
from tasks.events.sections import is_after, is_before
from tasks.model.article import INFOBOX, LEAD
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document, Sentence
from tasks.model.span import Span

_LONG_BEFORE = timedelta(days=60)
_TOLD_BEFORE = frozenset(("had", "since"))
_COUNTED = re.compile(r"\b(?:after|before|later|earlier|previous|following|next|same)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


def in_section(
    document: Document, own: Sequence[DateExpression], days: Window, sentence: Sentence, moved: set[Span]
) -> list[DateExpression]:
    """Return a sentence's dates as their section has them: before the event, after it, or as they are.

    A year that the sentence gives holds for the rest.  `moved` are the dates that were given another
    year: a chronicle of the time around an event goes on behind it, so that in a section on what came
    before a date stays that follows one of the section's own that was not moved.
    """
    if dateline(document) is not None:
        return list(own)  # a report counts back from its own day
    heading = document.heading_of(sentence)
    if not (is_before(heading) or is_after(heading)):
        found = [_goes_on(document, day, days, sentence, moved) for day in own]
        moved.update(day.span for day, new in zip(own, found, strict=True) if new is not day)
        return found
    section = document.article.sections[document.section_of(sentence)].span
    told = next((i for i, d in enumerate(own) if _YEAR.search(d.span.of(document.text))), len(own))
    found = list(own)
    for i, day in enumerate(own[:told]):
        is_firm = day.anchor is not None and section.contains(day.anchor) and day.anchor not in moved
        if _COUNTED.search(day.span.of(document.text)) and day.anchor not in moved:
            continue
        if not is_before(heading):
            found[i] = after(day, days)
        elif not is_firm:
            found[i] = before(day, days)
        if found[i] is not day:
            moved.add(day.span)
    return found


def _goes_on(
    document: Document, day: DateExpression, days: Window, sentence: Sentence, moved: set[Span]
) -> DateExpression:
    """Return the date, a year later where its inferred year puts it months before the event that is told.

    What a story of the event tells goes on from it, unless "had" or "since" takes it back, the sentence
    gives another day beside it, or the story itself told the day that it goes on from.
    """
    is_long_before = day.end is not None and days.start - day.end > _LONG_BEFORE
    if not is_long_before or not _TOLD_BEFORE.isdisjoint(sentence.words):
        return day
    anchor = day.anchor
    if anchor is not None and (sentence.span.contains(anchor) or _is_told(document, anchor, moved)):
        return day
    return after(day, replace(days, start=days.start - _LONG_BEFORE))


def _is_told(document: Document, anchor: Span, moved: set[Span]) -> bool:
    """Whether a day that others count from is one of the story, told in its body and not moved itself.

    Or the year of a heading of the body: "=== October 2022 to January 2023 ===".
    """
    sections = document.article.sections
    head = max((s.span.end for s in sections if s.heading in (LEAD, INFOBOX)), default=0)
    return anchor not in moved and bool(sections) and anchor.start >= max(head, sections[0].span.start)


def after(day: DateExpression, days: Window) -> DateExpression:
    """Return the date, a year later if its year was inferred and puts it before the article's own event."""
    if (
        day.basis != "relative"
        or day.start is None
        or day.end is None
        or day.end >= days.start
        or day.prec > 2
    ):
        return day
    try:
        start, end = (d.replace(year=d.year + 1) for d in (day.start, day.end))
    except ValueError:
        return day
    if start < days.start:
        return day
    return replace(day, start=start, end=end, edtf=_YEAR.sub(lambda m: f"{int(m[0]) + 1:04d}", day.edtf))


def before(day: DateExpression, days: Window) -> DateExpression:
    """Return the date, a year earlier if its year was inferred and puts it after the article's own event.

    "On 14 July" in the background of an event of December 2016 is of July 2016, although July 2017 is
    nearer.  A date that words alone give, or that would be no day a year earlier, stays.
    """
    if day.basis != "relative" or day.start is None or day.end is None or day.start <= days.end:
        return day
    try:
        start, end = (d.replace(year=d.year - 1) for d in (day.start, day.end))
    except ValueError:
        return day
    if start > days.end:
        return day
    return replace(day, start=start, end=end, edtf=_YEAR.sub(lambda m: f"{int(m[0]) - 1:04d}", day.edtf))
