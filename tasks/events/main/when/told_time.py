"""The time of day of an article's own event, as its prose gives it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.events.sections import opening, own_body
from tasks.events.triggers import violent_triggers
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.article import INFOBOX
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document, Sentence

_LOCAL = late_pattern(
    r"\b((?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s?[ap]\.?m\b\.?)?)(?=\s(?:local time|[A-Z]{2,4}T\b))"
    r"|\b((?:0?\d|1[0-2])[:.][0-5]\d\s?[ap]\.?m\b)",
    re.IGNORECASE,
)
_AT = late_pattern(
    r"\b(?:at|around|about|approximately|before|after)(?: exactly| around| about| approximately)? "
    r"((?:[01]?\d|2[0-3])(?::[0-5]\d(?:\s?[ap]\.?m\b\.?)?|\.[0-5]\d\s?[ap]\.?m\b\.?))",
    re.IGNORECASE,
)
_MINUTES = late_pattern(r"[:.][0-5]\d")
_SENTENCES = 20  # from the beginning, in which a time of day is looked for
# Words of a time that is another's: what had happened before, what was planned, when one died in hospital.
_OTHERWISE = frozenset(("had", "timed", "planned", "scheduled", "until", "hospital", "hospitals"))


def told_time(document: Document, date: DateExpression | None) -> str | None:
    """Return the infobox's time, that of the event's own sentence ("At 14:26 a bomb exploded"), or the first.

    The hour of a battle of several days would be that of one of its skirmishes.
    """
    first = document.sentences[:_SENTENCES]
    told = _local(document, [s for s in first if document.heading_of(s) == INFOBOX])
    if told is not None:
        return told
    if date is not None and date.prec == 1:
        for sentence in (*opening(document), *own_body(document))[:_SENTENCES]:
            found = _AT.search(sentence.span.of(document.text)) if _has_minutes(document, sentence) else None
            if found and _OTHERWISE.isdisjoint(sentence.words) and violent_triggers(sentence):
                return found[1]
    return _local(document, first)


def _local(document: Document, sentences: Sequence[Sentence]) -> str | None:
    """Return the first time that sentences give as local, or with the half of the day."""
    for sentence in sentences:
        if not _has_minutes(document, sentence):
            continue  # without them, which are found fast, there is no time of day
        found = _LOCAL.search(sentence.span.of(document.text))
        if found:
            return found.group(1) or found.group(2)
    return None


def _has_minutes(document: Document, sentence: Sentence) -> bool:
    return _MINUTES.search(document.text, sentence.span.start, sentence.span.end) is not None
