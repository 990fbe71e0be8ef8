"""A story over several sections: a date without a year goes on from what the section before told last.

Or is that of the event, where it is part of its name.
"""

from __future__ import annotations

from tasks.dates.anchors import Anchor, AnchorStack
from tasks.dates.worded_date import Reading
from tasks.dates.worded_date import period as reading_period
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.months import MONTH_NAMES
from tasks.model.article import INFOBOX, LEAD, Section
from tasks.model.document import Document
from tasks.model.span import Span

# Sections on what came after, or that tell no story.
_BESIDE = late_pattern(
    r"\b(?i:aftermath|reactions?|responses?|legacy|memorials?|investigations?|trials?|inquir|consequences|"
    r"impact|subsequent|awards?|honou?rs|notes|references)"
)

_YEAR = late_pattern(r"\b\d{3,4}\b")


def day_title(document: Document) -> str:
    """Return the article's title if it names its event by a day ("May 3 attacks"), else nothing."""
    title = document.article.title
    is_dated = any(map(str.isdigit, title)) and any(month in title for month in MONTH_NAMES)
    return title if is_dated and not _YEAR.search(title) else ""


def names_event(text: str, at: Span, titled: str) -> bool:
    """Say whether a date is a part of the event's name: "linked the May 3 attacks with the war" in 2004."""
    if not titled:
        return False
    found = text.find(titled, max(0, at.start - len(titled)), at.end + len(titled))
    return 0 <= found <= at.start and at.end <= found + len(titled)


def told_before(document: Document, section: Section, stack: AnchorStack) -> Anchor | None:
    """Return what was told last before a section that leads up to the article's own day.

    None where that is told no more behind the section's beginning, or what was told last is no earlier.
    """
    told, main = stack.last or stack.before, stack.main
    if told is None or main is None or section.heading in (LEAD, INFOBOX) or _BESIDE.search(section.heading):
        return None
    begin, day = main.period.start, told.period.end
    if begin is None or day is None or day > begin or main.period.prec > 1 or told.period.prec > 3:
        return None
    month = MONTH_NAMES[begin.month - 1]
    words = (f"{begin.day} {month}", f"{month} {begin.day}")
    return told if any(document.text.find(w, section.span.start) >= 0 for w in words) else None


def goes_on_before(reading: Reading, stack: AnchorStack) -> int | None:
    """Return the year of a section's first date that lies between what was told before and the main day.

    None where it does in no year or in several.
    """
    told, main = stack.before, stack.main
    if told is None or main is None or stack.last is not None or stack.heading is not None:
        return None
    begin, end = told.period.start, main.period.end
    if begin is None or end is None or end.year > begin.year + 1:
        return None
    periods = ((year, reading_period(reading, year)) for year in sorted({begin.year, end.year}))
    between = [y for y, p in periods if p is not None and p.start is not None and begin <= p.start <= end]
    return between[0] if len(between) == 1 else None
