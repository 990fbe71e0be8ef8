"""Whether people who died were killed: "five soldiers died when a bomber hit them", not of a disease."""

from __future__ import annotations

from tasks.events.triggers import Trigger, violent_triggers
from tasks.lexicons.construction_words import words
from tasks.model.document import Document, Sentence

_CAUSES = words("violent_cause")
_TELLING = 3  # weight of words that violence alone has
_PEACEFUL = words("peaceful_cause")


def is_violent_death(document: Document, sentence: Sentence, trigger: Trigger) -> bool:
    """Return whether people died at once of what somebody did: "five died when a bomber hit them"."""
    if trigger.span.of(document.text).lower() != "died":
        return False
    words = set(sentence.lower)
    is_violent = any(t.type.weight >= _TELLING for t in violent_triggers(sentence))
    return _PEACEFUL.isdisjoint(words) and (is_violent or not _CAUSES.isdisjoint(words))
