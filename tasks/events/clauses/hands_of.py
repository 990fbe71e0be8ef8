"""At the hands of: "40 people died at the hands of X", "the deaths of nine under the guns of X"."""

from __future__ import annotations

from collections.abc import Iterator

from tasks.lexicons.construction_words import words
from tasks.model.document import Sentence

HANDS = words("hands_of")
_UNDER = frozenset(("under", "to", "from", "by"))
_DEAD = words("dead_by_hands")
_BEFORE = 14  # tokens


def at_the_hands(sentence: Sentence) -> Iterator[int]:
    """Yield where "of" stands behind "at the hands", "under the guns", of those who died so."""
    words_ = sentence.lower
    for i in sentence.places(HANDS):
        ahead, noun, behind = tuple(words_[max(0, i - 2) : i]), words_[i], words_[i + 1 : i + 2]
        if len(ahead) < 2 or ahead[1] != "the" or behind != ("of",):
            continue
        is_phrase = ahead[0] == "at" if noun == "hands" else ahead[0] in _UNDER
        if is_phrase and not _DEAD.isdisjoint(words_[max(0, i - _BEFORE) : i]):
            yield i + 1
