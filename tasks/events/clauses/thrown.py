"""Stones thrown beside an event of another kind: at a bombing or a murder they are no attack of it."""

from __future__ import annotations

from tasks.events.triggers import type_of_words
from tasks.model.document import Document, Sentence

_STONES = frozenset(("stones", "rocks", "bottles", "bricks", "eggs", "stone", "rock"))
_THROWS = frozenset(("threw", "hurled", "lobbed", "throwing", "hurling", "thrown"))
_NO_CROWD = ("Explosions/Remote violence", "Violence against civilians")


def only_throws(document: Document, sentence: Sentence) -> bool:
    """Return whether a sentence tells of stones thrown, in an article on what no crowd with stones does."""
    if _STONES.isdisjoint(sentence.words) or _THROWS.isdisjoint(sentence.words):
        return False
    kind = type_of_words(document.article.title)
    return kind is not None and kind.plover_mode not in (None, "riot") and kind.event_type in _NO_CROWD
