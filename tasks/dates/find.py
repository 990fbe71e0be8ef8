"""All dates of an article, in text order, each against its anchor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tasks.dates import absolute, relative
from tasks.dates.anchors import Anchor, AnchorStack, nearest_year
from tasks.dates.calendar import Period, shift_days
from tasks.dates.deictic import REPORTED, reported, with_deictic, without_speakers_days
from tasks.dates.joined_dates import with_joined
from tasks.dates.main_date import first_main
from tasks.dates.relative import Offset
from tasks.dates.report_date import date_of_report
from tasks.dates.report_day import dateline
from tasks.dates.report_years import year_of_report
from tasks.dates.respective import with_respective
from tasks.dates.ship_story import is_ship_story
from tasks.dates.signs import signs_of
from tasks.dates.story import day_title, goes_on_before, names_event, told_before
from tasks.dates.worded_date import Day, Reading
from tasks.dates.worded_date import period as reading_period
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.article import INFOBOX
from tasks.model.date_expression import DateBasis, DateExpression
from tasks.model.document import Document
from tasks.model.span import Span


def find_dates(document: Document) -> tuple[DateExpression, ...]:
    """Return the dates of the infobox and of the prose, in text order; none invents a day, month or year.

    A date without year takes the one that brings it nearest to the last date told in its section (at
    first the article's own date); a date without anchor keeps its year unspecified ("XXXX-10-27", no
    start and end).  Headings give anchors and no dates of their own.
    """
    found: list[DateExpression] = []
    stack = AnchorStack(
        first_main(document),
        issued=dateline(document),
        titled=day_title(document),
        is_story=is_ship_story(document),
    )
    section = -1
    for sentence in document.sentences:
        here = document.section_of(sentence)
        is_infobox = document.article.sections[here].heading == INFOBOX
        if here != section:
            section, new = here, document.article.sections[here]
            stack.before = told_before(document, new, stack)
            stack.enter(document, new)
        basis: DateBasis = "infobox" if is_infobox else "sentence"
        is_spelt, is_told = signs_of(sentence.words)
        if is_spelt or (is_told and not is_infobox):
            if stack.issued is not None and is_told and "after" in sentence.words:
                stack.main = _main_of_report(document, found, stack)
            found += _of_passage(
                document.text, sentence.span, basis, stack, is_spelt=is_spelt, is_told=is_told
            )
    kept = found if stack.issued is None else list(without_speakers_days(document, found))
    return with_joined(document.text, with_respective(document, kept))


def _main_of_report(document: Document, found: Sequence[DateExpression], stack: AnchorStack) -> Anchor | None:
    """Return the day of what a report is about, from which "two days after the blast" counts."""
    assert stack.issued is not None
    day = date_of_report(document, found, stack.issued.span)
    if day is None or day.start is None:
        return stack.main
    return Anchor(Period(day.edtf, day.start, day.end, day.prec), day.span)


def _of_passage(
    text: str, span: Span, basis: DateBasis, stack: AnchorStack, *, is_spelt: bool, is_told: bool
) -> list[DateExpression]:
    words = span.of(text)
    spelt = absolute.readings(words) if is_spelt else ()
    told = list(relative.offsets(words)) if is_told and basis == "sentence" else []
    if is_told and stack.issued is not None and basis == "sentence":
        told = with_deictic(words, told)
    if not spelt and not told:  # most sentences
        return []
    items: list[Reading | Offset] = [_with_next_year(words, at, spelt) for at in range(len(spelt))]
    if told:
        covered = {i for r in spelt for i in range(r.start, r.end)}
        free = [o for o in told if covered.isdisjoint(range(o.start, o.end))]
        items += [o for o in free if not _is_gloss(words, o, spelt)]
    found = []
    for item, is_counted in _of_counted_years(words, sorted(items, key=lambda i: i.start), span.start, stack):
        at = Span(span.start + item.start, span.start + item.end)
        if isinstance(item, Reading):
            read_from: DateBasis = "relative" if is_counted else basis
            expression = _spelt(text, item, at, read_from, stack)
        else:
            expression = _told(text, item, at, stack)
        if expression is None:
            continue
        found.append(expression)
        if basis == "sentence" and (isinstance(item, Reading) or not item.from_event):
            period = Period(expression.edtf, expression.start, expression.end, expression.prec)
            stack.tell(text, at, period)
    return found


def _is_gloss(words: str, offset: Offset, spelt: Sequence[Reading]) -> bool:
    """Say whether it says the day before it in other words: "On 20 October, three days after it fell,"."""
    if not _STEP.match(words, offset.start, offset.end):
        return False
    days = (r for r in spelt if r.form == "point" and r.first.day and r.end < offset.start)
    return any(
        _GLOSS.fullmatch(words, day.end, offset.start) and _DAY_CUE.search(words, 0, day.start)
        for day in days
    )


_STEP = late_pattern(r"[\w-]+\s(?:day|night|week|month|year)s?\s(?:after|before|later|earlier)\b")
_GLOSS = late_pattern(r",\s(?:just\s|only\s|exactly\s|some\s)?")
_DAY_CUE = late_pattern(r"\b(?:[Oo]n|[Bb]y|[Oo]f)\s(?:the\s)?(?:[A-Z][a-z]+day,?\s)?$")


def _with_next_year(words: str, at: int, spelt: Sequence[Reading]) -> Reading:
    """Return a reading with the year of the one that it is joined to ("late March and early April 1981").

    A day before an event noun has the year behind that: "until the July 22 attacks in 2011".
    """
    reading = spelt[at]
    if reading.is_whole or at + 1 == len(spelt) or not spelt[at + 1].is_whole:
        return reading
    following = spelt[at + 1]
    if following.first.month is None and _OF_NOUN.fullmatch(words, reading.end, following.start):
        is_joined = _BEFORE_DAY.search(words, 0, reading.start) is not None
    else:
        is_joined = _JOINED.fullmatch(words[reading.end : following.start]) is not None
        is_joined = is_joined and following.first.month is not None
    if not is_joined:
        return reading
    return replace(reading, first=replace(reading.first, year=following.first.year))


_BEFORE_DAY = late_pattern(r"\b(?:[Tt]he|[Tt]hat|[Aa]n?|its|their)\s$")
_OF_NOUN = late_pattern(r"\s[a-z][\w'’-]*(?:\s[\w'’-]+){0,3}\s(?:in|of)\s")
_JOINED = late_pattern(r"\s?(?:,|and|or|to|–|-|until)\s?(?:on\s|in\s)?(?:the\s)?")


def _of_counted_years(
    words: str, items: Sequence[Reading | Offset], begin: int, stack: AnchorStack
) -> Iterator[tuple[Reading | Offset, bool]]:
    """Yield what a passage gives, a month with the year that is counted behind it, and whether one is.

    "in August of the previous year" is August 1971, and "the previous year" 1971, not the one before August.
    """
    counted: int | None = None
    for number, item in enumerate(items, 1):
        following = items[number] if number < len(items) else None
        if isinstance(item, Offset):
            year = Reading(item.start, item.end, "point", Day(counted))
            yield (item, False) if counted is None else (year, True)
            counted = None
            continue
        if not item.is_whole and isinstance(following, Offset) and following.unit in _YEARS:
            between = words[item.end : following.start]
            is_of = between == " of " or (between == " " and following.unit == "year of report")
            counted = _year_told(following, begin, stack) if is_of else None
        if counted is not None:
            yield replace(item, first=replace(item.first, year=counted)), True
        else:
            yield item, False


_YEARS = ("year", "year of report")


def _year_told(offset: Offset, begin: int, stack: AnchorStack) -> int | None:
    """Return the one year that words count from the last date or a report's day, None if there is none.

    `begin` is where the passage begins that the offset counts in.
    """
    at = Span(begin + offset.start, begin + offset.end)
    anchor = stack.of_sentence(begin) if offset.steps else stack.same(at)
    told = relative.period(offset, anchor.period) if anchor is not None else None
    if offset.unit in REPORTED and stack.issued is not None:
        told = reported(offset, stack.issued.period)
    if told is None or told.start is None or told.end is None or told.start.year != told.end.year:
        return None
    return told.start.year


def _is_known(text: str, at: Span) -> bool:
    """Say whether the date is one of something past: "the March 5 pact", "in retaliation for ... on 5 May".

    "On the 16 March" and "by the 4 May" only say which day it was.
    """
    if _CAUSE.search(text, max(0, at.start - 100), at.start):
        return True
    before = text[max(0, at.start - 10) : at.start].lower()
    if not before.endswith("the "):  # nearly always
        return False
    return not (text[at.start].isdigit() and _ON_THE.search(before))


_CAUSE = late_pattern(  # what is answered was before
    r"\b(?:in (?:retaliation|response|reprisal|reprisals|revenge) (?:for|to)|to avenge|avenging"
    r"|retaliat(?:ed|ing|ion) for)\b[^.;\n]{0,80}?\bon\s(?:the\s)?$"
)
_ON_THE = late_pattern(r"\b(?:on|by|until|from) the $")


def _spelt(
    text: str, reading: Reading, at: Span, basis: DateBasis, stack: AnchorStack
) -> DateExpression | None:
    if reading.is_whole:
        period = reading_period(reading)
        if period is not None and period.prec == 1 and text.endswith((" eve of ", " Eve of "), 0, at.start):
            return _with_day_before(at, period)
        return None if period is None else _expression(at, period, basis, None)
    if stack.main is not None and names_event(text, at, stack.titled):
        return _expression(at, stack.main.period, "relative", stack.main)
    anchor = stack.of_month(reading.first.month, at, text) or stack.current()
    is_told = anchor is not None and anchor is stack.last
    is_past = _is_known(text, at)
    is_end = _GOES_ON.search(text, max(0, at.start - 100), at.start) is not None
    year = (
        nearest_year(
            reading, anchor, stack.main, is_past, is_told=is_told, is_end=is_end, is_story=stack.is_story
        )
        if anchor
        else None
    )
    if stack.issued is not None:
        year = year_of_report(text, reading, at, stack, year)
    elif stack.before is not None and (going_on := goes_on_before(reading, stack)) is not None:
        anchor, year = stack.before, going_on
    if anchor is not None and year is not None:
        period = reading_period(reading, year)
        return None if period is None else _expression(at, period, "relative", anchor)
    first = reading.first
    if reading.form != "point" or first.month is None or reading.part:
        return None
    edtf = f"XXXX-{first.month:02d}" + (f"-{first.day:02d}" if first.day else "")
    return DateExpression(at, edtf, None, None, 1 if first.day else 4, basis)


_GOES_ON = late_pattern(  # "The attacks continued up to 5 November"
    r"\b(?:continu(?:ed|ing)|last(?:ed|ing)|raged|went on|persisted|dragged on)\b[^.;\n]{0,60}?"
    r"\b(?:until|till|up to|through|to)\s(?:the\s)?$"
)


def _with_day_before(at: Span, period: Period) -> DateExpression | None:
    """Return the day before "the eve of 7 January"."""
    eve = shift_days(period, -1)
    return None if eve is None else _expression(at, eve, "relative", Anchor(period, at))


_SAME_SENTENCE = 120  # code points
_ENDED = late_pattern(r"[.!?]\s|\n")


def _told(text: str, offset: Offset, at: Span, stack: AnchorStack) -> DateExpression | None:
    if stack.issued is not None and offset.unit in REPORTED:
        period = reported(offset, stack.issued.period)
        return None if period is None else _expression(at, period, "relative", stack.issued)
    anchor = (stack.main or stack.current()) if offset.from_event else stack.current()
    if offset.from_event and stack.issued is not None and stack.aside is not None:
        between = text[stack.aside.span.end : at.start]  # "on Saturday, a day after they took Osk"
        anchor = stack.aside if len(between) < _SAME_SENTENCE and not _ENDED.search(between) else anchor
    if not offset.from_event and offset.steps > 0 and offset.unit not in ("weekday", "monthday"):
        anchor = stack.since(at)
    is_named = offset.unit == "monthday" and text.endswith("month", at.start, at.end)
    if is_named or (not offset.from_event and offset.steps == 0 and offset.unit in ("month", "year")):
        anchor = stack.same(at)
    if anchor is None:
        return None
    period = relative.period(offset, anchor.period)
    if period is None and offset.from_event and stack.last is not None:  # an event of many days has no day
        anchor = stack.last
        period = relative.period(offset, anchor.period)
    return None if period is None else _expression(at, period, "relative", anchor)


def _expression(at: Span, period: Period, basis: DateBasis, anchor: Anchor | None) -> DateExpression:
    return DateExpression(
        at, period.edtf, period.start, period.end, period.prec, basis, anchor.span if anchor else None
    )
