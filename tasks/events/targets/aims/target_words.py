"""The words for what an event was aimed at, where its own sentence gives them: "shelling SAA positions".

The column `target` holds words; who was aimed at as actors stands in `event_actors` (`parties`).  Of what
`aimed` reads, people, sites and vehicles count.  A bare name is left out, because it may be a place; so is
who was killed or wounded ("killing 15 soldiers"), because that is a toll.
"""

from __future__ import annotations

from collections.abc import Sequence

from tasks.events.clauses.undergone import Aimed
from tasks.events.targets.aims.aimed import aimed_at
from tasks.model.document import Document, Sentence
from tasks.model.span import Span

_LOSES = ("kill", "wound", "injur", "murder", "martyr")


def target_words(document: Document, within: Sequence[Span]) -> str | None:
    """Return the first words for a target in the sentences of these passages, None if there are none."""
    for passage in within:
        sentence = _sentence(document, passage)
        for aim in aimed_at(sentence):
            phrase = aim.phrase
            if aim.is_weak or phrase.kind == "name" or not passage.contains(phrase.span):
                continue
            if not _is_loss(sentence, aim):
                return phrase.span.of(document.text)
    return None


def _sentence(document: Document, passage: Span) -> Sentence:
    at = document.index_at(passage.start)
    return document.sentences[max(0, at)]


def _is_loss(sentence: Sentence, aim: Aimed) -> bool:
    """Whether the words say who was lost: behind a number, or the object of killing and wounding."""
    first = aim.phrase.first
    is_counted = first > 0 and sentence.tokens[first - 1].kind == "number"
    return is_counted or (aim.rule == "struck" and sentence.tokens[aim.at].lower.startswith(_LOSES))
