"""The day on which a news report was written, where it opens with it: "Sunday, October 25, 2009".

A report counts from that day, "on Saturday" and "last week", and tells of what happened before it; the day
itself is the event's only where nothing else dates it.
"""

from __future__ import annotations

import re

from tasks.dates import absolute
from tasks.dates.anchors import Anchor
from tasks.dates.worded_date import period
from tasks.model.article import LEAD
from tasks.model.document import Document
from tasks.model.memo import remembered
from tasks.model.span import Span

_LONGEST = 60  # code points: a line of its own
_BEFORE = re.compile(
    r"(?:(?:published|posted|updated|issued)(?: on)?:? )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?",
    re.IGNORECASE,
)


@remembered
def dateline(document: Document) -> Anchor | None:
    """Return the day that stands alone in the first line of the prose, None where no day does."""
    first = document.prose[0] if document.prose else None
    if first is None or first.span.end - first.span.start > _LONGEST or document.heading_of(first) != LEAD:
        return None
    words = first.span.of(document.text)
    for reading in absolute.readings(words):
        told = period(reading) if reading.is_whole else None
        alone = _BEFORE.fullmatch(words, 0, reading.start) and not words[reading.end :].strip(" .")
        if told is not None and told.prec == 1 and alone:
            return Anchor(told, Span(first.span.start + reading.start, first.span.start + reading.end))
    return None
