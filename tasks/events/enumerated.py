"""Events that sentences tell one by one, whose day the sentence before gives for all of them.

"On 29 August they carried out two attacks.  The first was ...  The second was the Harran ambush, ...": the
first is told with the day, the second is an event of its own on it.
"""

from __future__ import annotations

from collections.abc import Sequence

from tasks.events.candidate import Candidate, trimmed
from tasks.events.triggers import VIOLENT, triggers
from tasks.model.document import Document, Sentence

_NUMBERS = ("first", "second", "third", "fourth", "other", "last")
_REACH = 4  # sentences


def told_apart(document: Document, sentence: Sentence, before: Sequence[Candidate]) -> list[Candidate]:
    """Return the event of a sentence that begins "The second was ...", on the day told before it."""
    tokens = sentence.tokens
    if len(tokens) < 5 or tokens[0].lower != "the" or tokens[1].lower not in _NUMBERS:
        return []
    is_told = tokens[2].lower in ("was", "were") or tokens[3].lower in ("was", "occurred", "took", "happened")
    every = [t for t in triggers(sentence) if t.type.event_type in VIOLENT]
    if not is_told or not every:
        return []
    known = next((c for c in reversed(before) if c.date is not None), None)
    if known is None or not 0 < sentence.index - known.sentence <= _REACH:
        return []
    if document.sentences[known.sentence].paragraph != sentence.paragraph:
        return []
    trigger = max(every, key=lambda t: t.type.weight)
    is_another = tokens[1].lower != "first"
    span = sentence.span
    return [
        Candidate(
            trimmed(document, span), known.date, trigger, sentence.index, (span,), is_another=is_another
        )
    ]
