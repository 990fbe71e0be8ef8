"""The events of sentences that date nothing themselves: the day stands before them, or is the event's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tasks.events.candidate import Candidate
from tasks.events.main.when.duration import Window
from tasks.events.others.across_sentences.enumerated import told_apart
from tasks.events.others.across_sentences.goes_on import counts_on, points_back
from tasks.events.others.across_sentences.own_tolls import toll_of
from tasks.events.others.across_sentences.same_day import same_day
from tasks.events.others.across_sentences.undated_incidents import undated_incident
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document, Sentence
from tasks.model.figure import Figure

_FURTHER = frozenset(("another", "second", "third", "additional", "earlier"))


def without_date(
    document: Document,
    sentence: Sentence,
    by_sentence: Mapping[int, Sequence[DateExpression]],
    days: Window | None,
    told: Mapping[int, Sequence[Figure]],
    before: Sequence[Candidate],
) -> list[Candidate]:
    """Return the event of a sentence without a date of its own.

    `told` are the figures by sentence, `before` the events told until then.
    """
    found: list[Candidate] = []
    figures = told.get(sentence.index, ())
    if not by_sentence.get(sentence.index):
        found = told_apart(document, sentence, before)
        if figures and not found:
            is_stated = bool(before) and before[-1].sentence == sentence.index - 1
            is_counted = is_stated and counts_on(document, document.sentences[sentence.index - 1], sentence)
            is_counted = is_counted and (points_back(sentence) or not toll_of(before[-1], told))
            if not is_counted:
                found = undated_incident(document, sentence, by_sentence, days, figures, before)
    may_tell = bool(figures) or not _FURTHER.isdisjoint(sentence.words)
    return found or (same_day(document, sentence, days, figures) if may_tell else [])
