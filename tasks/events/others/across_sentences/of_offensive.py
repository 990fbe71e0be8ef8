"""Stages of another offensive: places taken in the days behind its beginning, in the paragraph that tells it.

"On 9 May the army launched an offensive north of Osk. On 12 May it captured Melton": the offensive is the
event, and a place that was taken in it is one only where people were killed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from tasks.events.candidate import Candidate
from tasks.events.others.across_sentences.own_tolls import toll_of
from tasks.model.document import Document
from tasks.model.figure import Figure

_OFFENSIVES = frozenset(("offensive", "campaign", "operation", "counteroffensive", "counter-offensive"))
_TAKEN = frozenset(("place_taken", "place_entered"))
_LONGEST = timedelta(days=31)  # from the beginning of an offensive


def without_stages(
    document: Document, events: Sequence[Candidate], told: Mapping[int, Sequence[Figure]]
) -> list[Candidate]:
    """Return the events without places taken in the first days of an offensive that is told before."""
    offensives = [e for e in events if document.sentences[e.sentence].lower[e.trigger.last] in _OFFENSIVES]
    if not offensives:
        return list(events)
    return [
        e
        for e in events
        if e.rule not in _TAKEN or toll_of(e, told) or not any(_is_of(document, e, o) for o in offensives)
    ]


def _is_of(document: Document, event: Candidate, offensive: Candidate) -> bool:
    """Whether an event comes behind an offensive in its paragraph, and soon after its beginning."""
    if event.date is None or event.date.start is None or offensive.date is None:
        return False
    begin, sentences = offensive.date.start, document.sentences
    if begin is None or not begin <= event.date.start <= begin + _LONGEST:
        return False
    is_behind = event.trigger.span.start > offensive.trigger.span.end
    return is_behind and sentences[event.sentence].paragraph == sentences[offensive.sentence].paragraph
