"""What a ship's story tells in a sentence without a date, on the day that its paragraph told last.

"On 3 May she sighted a convoy. She torpedoed a tanker": the tanker was hit that day.  Not what had been done
before, not where that day has an event already, which such a sentence only goes on about, and not on the day
on which she sailed or was launched.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from tasks.dates.ship_story import is_ship_story
from tasks.events.candidate import Candidate, trimmed
from tasks.events.main.when.duration import Window
from tasks.events.others.days.other_days import covers, is_other
from tasks.events.others.happenings.at_sea import AT_SEA
from tasks.events.others.happenings.moves import with_moves
from tasks.events.others.happenings.ships_fight import SHIPS_FIGHT
from tasks.events.others.no_event.sums_and_laws import is_known
from tasks.events.triggers import Trigger
from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.article import LEAD
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document, Sentence

_BACK = 2  # sentences between a day and what was done on it
_SOME_DAYS = 3  # date_prec
_AFTERMATH = timedelta(days=3)  # of the article's own event
_DEEDS = words("deed_of_ship") | AT_SEA | SHIPS_FIGHT
_LOOKS_BACK = frozenset(
    ("had", "would", "could", "may", "might", "later", "earlier", "previously", "since", "if", "reported")
)
_OF_VOYAGE = frozenset(  # whose day is not that of what was done on the voyage, or years later
    (
        "launched",
        "commissioned",
        "recommissioned",
        "laid",
        "ordered",
        "departed",
        "left",
        "sailed",
        "completed",
    )
)
_UNDERGONE = late_pattern(r"\b(?:came|come|was|were) (?:under|subjected to) (?:[\w-]+ ){0,4}$")


def ships_deed(
    document: Document,
    sentence: Sentence,
    by_sentence: Mapping[int, Sequence[DateExpression]],
    days: Window | None,
    before: Sequence[Candidate],
) -> list[Candidate]:
    """Return what a sentence of a ship's story tells on the day told last, none of the article's own."""
    if days is None or _DEEDS.isdisjoint(sentence.words) or not _LOOKS_BACK.isdisjoint(sentence.words):
        return []
    if not is_ship_story(document) or document.heading_of(sentence) == LEAD:
        return []  # a lead sums up
    day = _day_told(document, sentence, by_sentence)
    if day is None or day.start is None or covers(day, days):
        return []
    if timedelta() <= day.start - days.end <= _AFTERMATH:
        return []
    if not is_other(document, day, days, document.heading_of(sentence), has_toll=False):
        return []
    if any(c.date is not None and c.date.edtf == day.edtf for c in before):
        return []
    told = next((t for t in with_moves(sentence) if _is_deed(document, sentence, t)), None)
    if told is None:
        return []
    evidence = trimmed(document, sentence.span)
    return [Candidate(evidence, day, told, sentence.index, (sentence.span,), "deed_of_ship")]


def _day_told(
    document: Document, sentence: Sentence, by_sentence: Mapping[int, Sequence[DateExpression]]
) -> DateExpression | None:
    """Return the one day or few days that a sentence of the paragraph just before told."""
    for at in range(sentence.index - 1, max(-1, sentence.index - 1 - _BACK), -1):
        if document.sentences[at].paragraph != sentence.paragraph:
            return None
        told = by_sentence.get(at)
        if told:
            is_day = told[-1].prec <= _SOME_DAYS and _OF_VOYAGE.isdisjoint(document.sentences[at].words)
            return told[-1] if is_day else None
    return None


def _is_deed(document: Document, sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a word says what a ship did, or that it came under attack."""
    if is_known(sentence, trigger):
        return False
    if trigger.is_verb:
        word = sentence.lower[trigger.first]
        return (word in _DEEDS and not word.startswith("attack")) or word == "attacked"
    start = max(sentence.span.start, trigger.span.start - 60)
    return _UNDERGONE.search(document.text, start, trigger.span.start) is not None
