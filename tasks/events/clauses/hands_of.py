"""At the hands of: "40 people died at the hands of X", "the victims at the hands of X and Y"."""

from __future__ import annotations

from collections.abc import Iterator

from tasks.lexicons.construction_words import words
from tasks.model.document import Sentence

_HANDS = frozenset(("hands",))
_DEAD = words("dead_by_hands")
_BEFORE = 14  # tokens


def at_the_hands(sentence: Sentence) -> Iterator[int]:
    """Yield where "of" stands behind "at the hands", of those who died so."""
    words_ = sentence.lower
    for i in sentence.places(_HANDS):
        is_phrase = tuple(words_[max(0, i - 2) : i + 2]) == ("at", "the", "hands", "of")
        if is_phrase and not _DEAD.isdisjoint(words_[max(0, i - _BEFORE) : i]):
            yield i + 1
