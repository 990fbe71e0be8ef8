"""Events of sentences that go on about the day before, with their own dead: "During that battle, ..."."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tasks.events.candidate import Candidate, trimmed
from tasks.events.main.when.duration import Window
from tasks.events.others.across_sentences.goes_on import follows
from tasks.events.others.days.other_days import is_other
from tasks.events.triggers import VIOLENT, triggers
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document, Sentence
from tasks.model.figure import Figure


def carried(
    document: Document,
    sentence: Sentence,
    by_sentence: Mapping[int, Sequence[DateExpression]],
    days: Window | None,
    figures: Sequence[Figure],
) -> list[Candidate]:
    """Return the event of a sentence that goes on about the one before ("During that battle, ...")."""
    before = by_sentence.get(sentence.index - 1)
    if days is None or not before or by_sentence.get(sentence.index) or not follows(document, sentence):
        return []
    if document.sentences[sentence.index - 1].paragraph != sentence.paragraph:
        return []
    inside = [f for f in figures if sentence.span.contains(f.number) and f.property in ("killed", "injured")]
    every = [t for t in triggers(sentence)[1:] if t.type.event_type in VIOLENT]
    if (
        not inside
        or not every
        or not is_other(document, before[-1], days, document.heading_of(sentence), has_toll=True)
    ):
        return []
    trigger = max(every, key=lambda t: t.type.weight)
    return [
        Candidate(
            trimmed(document, sentence.span),
            before[-1],
            trigger,
            sentence.index,
            (sentence.span,),
            "goes_on",
        )
    ]
