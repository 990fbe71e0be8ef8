"""What a date is read against: the last date told in its section, at first the article's own date."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from tasks.dates import absolute
from tasks.dates.calendar import Period
from tasks.dates.worded_date import Reading
from tasks.dates.worded_date import period as reading_period
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.article import INFOBOX, LEAD, Section
from tasks.model.document import Document
from tasks.model.span import Span
from tasks.model.value import value

# After these words a date belongs to the background and does not move the story on.
_BACKGROUND = late_pattern(
    r"(?:\b(?:since|until|till|before|after|of|the|a|an|its|than)\s|\()(?:the\s|a\s|late\s|early\s)?$"
)
_BACKGROUND_ENDS = frozenset(  # the last words of all that it matches
    ("since", "until", "till", "before", "after", "of", "the", "a", "an", "its", "than", "late", "early")
)
_AS_OF = late_pattern(  # how many were known then tells the story no further
    r"\b(?:[Aa]s\sof|(?:reported|confirmed|counted|identified|announced|recovered|released|discharged)\sby)\s$"
)
_PART_OF_DAY = late_pattern(  # "on the morning of 19 January" tells on, though "of" stands before the day
    r"\b(?:morning|night|evening|afternoon|noon|dawn|dusk|day|hours)\sof\s(?:the\s)?$"
)
# A month or a year moves it on only at the head of its sentence ("In 2015, ..."), not at its end.
_HEAD = late_pattern(
    r"(?:^|[.\n]\s?)(?:(?:\w+,?\s)?(?:In|During|By|From|Throughout)|(?:Earlier|Early|Late|Later|Again|Then)\sin)"
    r"\s(?:early\s|late\s|mid-)?(?:the\s)?$"
)
_HAD_BEEN = late_pattern(r",? (?:[\w'’-]+ ){1,5}?had (?!to\b)\w")  # "On 5 November 2013, they had shot down"
# "the killing of a man who had been shot on 3 June 2021"
_OF_SOMEBODY = late_pattern(
    r"\b(?:who|whom|which|whose)(?: [\w'’-]+)+ (?:on |in |during )(?:the |early |late |mid-)?$"
)
_CLAUSE = 100  # code points of such a clause up to its date
_SAME_CLAUSE = 12  # code points of ", and " between a day and what is counted from it
_SEASON = 100  # days, more than any has
_IN_THE = ("in the ", "In the ", "during the ", "During the ")
_ON_THE = ("on the ", "On the ")
_DIGITS = late_pattern(r"\d{4}")
_LISTED = late_pattern(r",? (?:[^.;!?:]*(?:, | and ))?[^.;!?:,]*")  # in one sentence, in a row
_YEAR = 5  # date_prec
_PARTS = late_pattern(r",? (?:including|namely|among them|such as|with (?:attacks|bombings))\b[^.;!?:]*")
_NAMED = late_pattern(r"(?: [\w'’-]+){2,6} in (?:early |late |mid-)?")  # "the 2008 Osk coup in December"
_NEXT_SENTENCE = 160  # code points between a date and what the next sentence begins with


@value(frozen=True, slots=True)
class Anchor:
    """A time that the text has given, and the words that gave it."""

    period: Period
    span: Span


@dataclass(slots=True)
class AnchorStack:
    """The dates that later ones are read against, from the article's own down to the last one told.

    Attributes:
        main: the article's own date.
        heading: the date in the heading of the section, or of one above it.
        last: the last date told in the section.
        passing: a later month or year told since, at the end of a sentence: "and again in August 1975".
        aside: the last day told, whatever its words: "until 21 January, and three days later".
        latest: the last date told, whatever its words: "since the autumn of 1991. In May of that year".
        issued: the day on which a news report was written, from which "on Saturday" counts back.
        titled: the article's title, where a day without a year stands in it.
        is_story: the article tells the life of a ship (`ship_story`).
        before: what the section before told last, in a section that leads up to the article's own day.
    """

    main: Anchor | None = None
    heading: Anchor | None = None
    last: Anchor | None = None
    passing: Anchor | None = None
    aside: Anchor | None = None
    latest: Anchor | None = None
    issued: Anchor | None = None
    before: Anchor | None = None
    titled: str = ""
    is_story: bool = False
    _path: dict[int, Anchor | None] = field(default_factory=dict)

    def current(self) -> Anchor | None:
        """Return the nearest anchor there is."""
        return self.last or self.heading or self.main

    def since(self, at: Span) -> Anchor | None:
        """Return the anchor of "a week later": what the sentence before told last, if that is later."""
        current, passing, aside = self.current(), self.passing, self.aside
        if aside is not None and 0 < at.start - aside.span.end <= _SAME_CLAUSE:
            return aside
        if current is None or passing is None or at.start - passing.span.end > _NEXT_SENTENCE:
            return current
        begin, end = passing.period.start, current.period.end
        return passing if begin is not None and end is not None and begin > end else current

    def same(self, at: Span) -> Anchor | None:
        """Return the anchor of "the same year": what the sentence before told last, at its end too."""
        current, passing, latest = self.current(), self.passing, self.latest
        if latest is not None and at.start - latest.span.end <= _NEXT_SENTENCE and _is_of_year(latest.period):
            return latest
        if passing is None or at.start - passing.span.end > _NEXT_SENTENCE:
            return current
        return passing if current is None or current.span < passing.span else current

    def of_sentence(self, start: int) -> Anchor | None:
        """Return the anchor of "the next year": what its sentence told last, else what goes for all."""
        latest = self.latest
        is_here = latest is not None and latest.span.start >= start and _is_of_year(latest.period)
        return latest if is_here else self.current()

    def of_month(self, month: int | None, at: Span, text: str) -> Anchor | None:
        """Return the month or season and year just told that a day or a month falls into or goes on from.

        "In July 2009; on 30 July", "in the summer of 2009. On 12 August", "in January 2009. In April", "a
        raid in May 2012, a bombing in July", "three attacks in 2009, including one in January".
        """
        whole, told = self.latest, self.passing
        if whole is not None and whole.period.prec == _YEAR:
            is_named = text.endswith("the ", 0, whole.span.start)
            if (is_named and _NAMED.fullmatch(text, whole.span.end, at.start)) or _PARTS.fullmatch(
                text, whole.span.end, at.start
            ):
                return whole
        if told is None or month is None or at.start - told.span.end > _NEXT_SENTENCE * 2:
            return None
        begin, end, current = told.period.start, told.period.end, self.last
        if begin is None or end is None:
            return None
        if told.period.prec == 4 and begin.month == month:
            return told
        is_part = told.period.prec == 4 or _is_season(told.period)
        if is_part and month > end.month and _LISTED.fullmatch(text, told.span.end, at.start):
            return told
        if _is_season(told.period) and begin <= date(end.year, month, 1) <= end:
            return told
        if current is None or told.period.prec != 4 or at.start - told.span.end > _NEXT_SENTENCE:
            return None
        return told if current.period.end is not None and begin > current.period.end else None

    def enter(self, document: Document, section: Section) -> None:
        """Start a section: what its heading says, or a heading above it, else the article's own date."""
        told = self.last if self.is_story and self._path else None  # of the section before in the body
        self.last = self.passing = self.aside = self.latest = None
        if section.heading in (LEAD, INFOBOX):
            self._path.clear()
            self.heading = None
            return
        for level in [level for level in self._path if level >= section.level]:
            del self._path[level]
        above = [self._path[level] for level in sorted(self._path) if self._path[level] is not None]
        outer = above[-1] if above else self.main
        found = _of_heading(document, section, outer)
        self._path[section.level] = found
        self.heading = found or (above[-1] if above else None)
        if found is None:
            self.last = told

    def tell(self, text: str, span: Span, period: Period) -> None:
        """Take a date of the prose as the new anchor, unless its words put it into the background."""
        before = text[max(0, span.start - 24) : span.start]
        if period.prec == 1:
            self.aside = Anchor(period, span)
        if period.start is None:
            return
        self.latest = Anchor(period, span)
        if self.is_story and self._goes_on(text, span, period):
            self.last, self.passing = self.latest, None
            return
        is_season = _is_season(period) and before.endswith(_IN_THE)
        is_day = before.endswith(_ON_THE) and text[span.start].isdigit()  # "On the 19th of that month"
        if _AS_OF.search(before) is not None or self._is_look_back(text, span, period):
            return
        if _is_background(before) and not (is_season or is_day or _PART_OF_DAY.search(before)):
            return
        if period.prec < 4 or _HEAD.search(before):
            self.last = Anchor(period, span)
            self.passing = None
        else:
            self.passing = Anchor(period, span)

    def _goes_on(self, text: str, span: Span, period: Period) -> bool:
        """Say whether a month or a day with its year, told behind all before, moves a ship's story on."""
        is_spelt = period.prec < _YEAR and _DIGITS.search(text, span.start, span.end) is not None
        told = self.last.period.start if self.last is not None else None
        return is_spelt and period.start is not None and (told is None or told <= period.start)

    def _is_look_back(self, text: str, span: Span, period: Period) -> bool:
        """Say whether a date is told of as long gone: the story goes on from the one before it.

        "On 5 November 2013, they had shot down", and whom or what a clause describes ("who was shot on").
        """
        begin, end = self.last.period.start if self.last is not None else None, period.end
        if begin is None or end is None or end >= begin:
            return False
        start = max(0, span.start - _CLAUSE)
        return bool(_HAD_BEEN.match(text, span.end) or _OF_SOMEBODY.search(text, start, span.start))


def _is_of_year(period: Period) -> bool:
    """Say whether a period lies in one year, or begins in the last days of one."""
    start, end = period.start, period.end
    return start is not None and end is not None and (end.year == start.year or period.prec < 4)


def _is_season(period: Period) -> bool:
    """Say whether a period is a season of one year."""
    if period.prec != 5 or period.start is None or period.end is None:
        return False
    return (period.end - period.start).days < _SEASON


def _is_background(before: str) -> bool:
    """Say whether the words before a date put it into the background."""
    lower = before.lower()
    last = lower.rstrip().rpartition(" ")[2]  # nearly always another word: a look at it is faster
    may_be = last in _BACKGROUND_ENDS or not last.isalpha()
    return may_be and _BACKGROUND.search(lower) is not None


def nearest_year(
    reading: Reading,
    anchor: Anchor,
    main: Anchor | None = None,
    is_past: bool = False,
    *,
    is_told: bool = False,
    is_end: bool = False,
    is_story: bool = False,
) -> int | None:
    """Return the year that brings a yearless date nearest to its anchor.

    Args:
        reading: the date.
        anchor: what it is read against.
        main: the article's own date; where that spans months, a year that falls into it wins.
        is_past: only years that bring it before the anchor ("the March 5 agreement").
        is_told: the anchor is what the section told last; a story rather goes on than back.
        is_end: only years that bring it behind the anchor's beginning ("continued until 5 November").
        is_story: the anchor is what a ship's story told last, which goes back by weeks at most.
    """
    at, end = anchor.period.start, anchor.period.end
    if at is None or end is None:
        return None
    if (end - at).days > 360 and end.year == at.year:
        return at.year
    middle = at + (end - at) / 2
    first, last = _bounds(main, middle)
    back = (12 if is_story else 5) if is_told else 4
    best: tuple[bool, int, int] | None = None
    for year in range(min(at.year, first.year) - 1, max(end.year, last.year) + 2):
        candidate = reading_period(reading, year)
        if candidate is None or candidate.start is None or candidate.end is None:
            continue
        if (is_past and candidate.start > end) or (is_end and candidate.end < at):
            continue
        distance = (candidate.start + (candidate.end - candidate.start) / 2 - middle).days
        distance = distance if distance > 0 else -distance * back // 4
        is_outside = not (candidate.start <= last and first <= candidate.end)
        if best is None or (is_outside, distance, year) < best:
            best = (is_outside, distance, year)
    return best[2] if best else None


def _bounds(main: Anchor | None, middle: date) -> tuple[date, date]:
    """Return the span that a yearless date had best fall into: a long event's own, if the anchor does."""
    if main is not None and main.period.start is not None and main.period.end is not None:
        first, last = main.period.start, main.period.end
        if first <= middle <= last and 60 < (last - first).days < 366 * 12:
            return first, last
    return middle, middle


def _of_heading(document: Document, section: Section, outer: Anchor | None) -> Anchor | None:
    heading = section.heading
    at = document.text.rfind(heading, max(0, section.span.start - len(heading) - 40), section.span.start)
    if at < 0:
        return None
    # A heading that is nothing but a year or a month has no words before it that would make it one.
    found = next(iter(absolute.readings(f"in {heading}")), None)
    if found is None or not (found.start <= 3 or found.end - 3 >= len(heading.rstrip(")"))):
        return None
    year = None if found.is_whole else nearest_year(found, outer) if outer else None
    period = reading_period(found, year)
    if period is None or period.start is None:
        return None
    start = at + max(0, found.start - 3)
    return Anchor(period, Span(start, at + found.end - 3))
