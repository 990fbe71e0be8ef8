"""Films and books that are called like an event: "the movie The Osk Raid (2005)" is none of 2005."""

from __future__ import annotations

from tasks.events.triggers import Trigger
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.document import Document, Sentence

_WORKS = frozenset(("film", "movie", "book", "novel", "documentary", "series", "game", "song", "play"))
_ITALIC = late_pattern(r"[^_\n]{0,60}_,? \(?(?:in )?(?:1\d|20)\d\d\b")  # "_The Battle of Osk_ (1824)"


def is_work(document: Document, sentence: Sentence, trigger: Trigger) -> bool:
    """Whether an event noun is the last word of the name of a film or a book, or of a work of that year."""
    at = trigger.first - 1
    start, text = trigger.span.start, document.text
    if "_" in text[max(0, start - 60) : start] and _ITALIC.match(text, trigger.span.end):
        return not trigger.is_verb
    if (
        trigger.is_verb
        or _WORKS.isdisjoint(sentence.words)
        or not sentence.tokens[trigger.first].text[0].isupper()
    ):
        return False
    while at >= 0 and sentence.tokens[at].text[:1].isupper():
        at -= 1
    return at >= 0 and sentence.lower[at] in _WORKS
