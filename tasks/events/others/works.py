"""Films and books that are called like an event: "the movie The Osk Raid (2005)" is none of 2005."""

from __future__ import annotations

from tasks.events.triggers import Trigger
from tasks.model.document import Sentence

_WORKS = frozenset(("film", "movie", "book", "novel", "documentary", "series", "game", "song", "play"))


def is_work(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether an event noun is the last word of the name of a film or a book."""
    at = trigger.first - 1
    if (
        trigger.is_verb
        or _WORKS.isdisjoint(sentence.words)
        or not sentence.tokens[trigger.first].text[0].isupper()
    ):
        return False
    while at >= 0 and sentence.tokens[at].text[:1].isupper():
        at -= 1
    return at >= 0 and sentence.lower[at] in _WORKS
