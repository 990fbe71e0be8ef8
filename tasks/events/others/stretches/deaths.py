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
    is_violent = is_violent or _is_one_of_those(document, sentence)
    return _PEACEFUL.isdisjoint(words) and (is_violent or not _CAUSES.isdisjoint(words))


def _is_one_of_those(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence tells of one of several attacks of the one before: "In one of these, six died"."""
    if sentence.lower[:2] != ("in", "one") or not sentence.index:
        return False
    before = document.sentences[sentence.index - 1]
    return any(not t.is_verb and t.type.weight >= _TELLING for t in violent_triggers(before))
