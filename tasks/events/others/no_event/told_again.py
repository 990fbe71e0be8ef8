"""The article's own event told again beside a date that is of something else.

- beside another day: "the attack happened one day before the opening of the fair"
- somebody's: "had worked there for six years prior to her murder"
- in a report: "On 1 March 2017 the office issued a report, finding that the army had targeted the convoy"
"""

from __future__ import annotations

from tasks.events.other_names import title_words
from tasks.events.triggers import Trigger
from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import deeds
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document, Sentence

_HAPPENS = words("happens")
_WHOSE = frozenset(("his", "her", "their"))
_BESIDE = late_pattern(r"\b(?:before|after|earlier|later)\b")
_ITS_DAY = late_pattern(r" (?:[\w'’-]+ ){0,6}(?:on|in|of) (?:the )?")
_REPORTED = late_pattern(
    r"[^.;]*\b(?:issued|published|released|presented|submitted)\b[^.;]{0,40}\breports?\b[^.;]*?"
    r"\b(?:finding|concluding|stating|saying|alleging|claiming|that)\b[^.;]*"
)


def is_own_again(document: Document, sentence: Sentence, trigger: Trigger, day: DateExpression) -> bool:
    """Return whether a noun is the article's own event, and the date beside it that of something else."""
    if trigger.is_verb or not trigger.first:
        return False
    before, noun = sentence.lower[trigger.first - 1], sentence.lower[trigger.last]
    if before == "the" and sentence.lower[trigger.last + 1 : trigger.last + 2] and noun in _title(document):
        is_beside = _BESIDE.search(document.text, day.span.start, day.span.end) is not None
        return is_beside and sentence.lower[trigger.last + 1] in _HAPPENS
    if before not in _WHOSE or noun not in deeds("person", "one"):
        return False
    return _ITS_DAY.fullmatch(document.text, trigger.span.end, day.span.start) is None


def _title(document: Document) -> frozenset[str]:
    return frozenset(title_words(document.article.title))


def is_reported_of(document: Document, trigger: Trigger, day: DateExpression) -> bool:
    """Return whether a date is that of a report which finds what is told behind it."""
    if day.span.end > trigger.span.start:
        return False
    return _REPORTED.fullmatch(document.text, day.span.end, trigger.span.start) is not None
