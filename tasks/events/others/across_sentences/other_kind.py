"""Numbers of another attack than the one told before: "Fifteen were killed in an ambush near the mill"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.events.candidate import Candidate, trimmed
from tasks.events.triggers import Trigger, violent_triggers
from tasks.lexicons.deeds import deeds
from tasks.model.document import Document, Sentence
from tasks.model.figure import Figure
from tasks.places.countries_and_regions import country_of_adjective
from tasks.places.phrase import phrases

_DEFINITE = frozenset(("the", "this", "that", "these", "those", "its", "their", "his", "such", "same"))
_NEW = frozenset(("a", "an", "another"))
_GENERAL = deeds("many") | {"war", "killings", "violence"}
_REACH = 3  # tokens before a noun
_BESIDE = (("also",), ("at", "the", "same", "time"))
_LATER = (("days", "later"), ("weeks", "later"))


def is_of_another(sentence: Sentence, other: Candidate) -> bool:
    """Whether a sentence tells of an attack of its own, of another kind than the event told before it.

    Its noun is new ("in an ambush", "in Norlandic airstrikes"), and none points back ("in the clashes"); or
    it begins with something beside it ("Also ... when a base was hit", "At the same time").
    """
    if any(sentence.lower[: len(words)] == words for words in (*_BESIDE, *_LATER)):
        return True
    nouns = [t for t in violent_triggers(sentence) if not t.is_verb and not _is_general(sentence, t)]
    found = [_is_new(sentence, t) for t in nouns]
    if not any(found) or any(new is None for new in found):
        return False
    kind = other.trigger.type.sub_event_type
    return all(t.type.sub_event_type != kind for t in nouns)


def is_followed_by_another(document: Document, other: Candidate) -> bool:
    """Whether the sentence behind an event's tells of another attack, whose victims are none of it."""
    after = other.sentence + 1
    return after < len(document.sentences) and is_of_another(document.sentences[after], other)


def beside(
    document: Document, sentence: Sentence, last: Candidate | None, figures: Sequence[Figure]
) -> list[Candidate]:
    """Return the attack that a sentence without a date tells beside the last event, on the day of that.

    `figures` are those of the sentence: what killed nobody goes with what was told before.
    """
    if last is None or last.sentence != sentence.index - 1 or last.date is None or last.date.prec != 1:
        return []
    if document.sentences[last.sentence].paragraph != sentence.paragraph:
        return []
    if not any(
        f.property == "killed" and not (f.is_named or f.is_negated or f.is_cumulative) for f in figures
    ):
        return []
    told = violent_triggers(sentence)
    is_later = any(sentence.lower[: len(words)] == words for words in _LATER)
    if not told or is_later or not is_of_another(sentence, last) or not phrases(sentence):
        return []  # what is told of no place is a number beside the event, not one more
    span = trimmed(document, sentence.span)
    best = max(told, key=lambda t: (not t.is_verb, t.type.weight))
    return [
        Candidate(span, last.date, best, sentence.index, (sentence.span,), "another_kind", is_another=True)
    ]


def _is_new(sentence: Sentence, noun: Trigger) -> bool | None:
    """Return whether a noun is told as new, None where it points back."""
    tokens = sentence.tokens
    for i in range(noun.first - 1, max(-1, noun.first - 1 - _REACH), -1):
        word = tokens[i].lower
        if word in _DEFINITE:
            return None
        if word in _NEW or country_of_adjective(tokens[i].text) is not None:
            return True
        if tokens[i].kind != "word" or word in ("in", "of", "by", "during", "with"):
            return False
    return False


def _is_general(sentence: Sentence, noun: Trigger) -> bool:
    """Whether a noun is no attack ("war planes"), or may sum one up that was told ("wrote of a massacre")."""
    return sentence.tokens[noun.last].lower in _GENERAL
