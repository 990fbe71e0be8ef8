"""A word of a name, without what is only added to it."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Any

from tasks.model.value import value


@value(frozen=True, slots=True)
class Word:
    """A word of a name: its text without a possessive ending, where it stands, and its token's index."""

    text: str
    start: int
    end: int
    token: int
    is_owner: bool = False
    lower: str = field(init=False, repr=False, compare=False)  # asked for six times a word

    if not TYPE_CHECKING:  # `word_of` fills them in: a name is looked for at each word with a capital
        __init__ = object.__init__


_blank: Any = Word


def word_of(text: str, start: int, end: int, token: int, is_owner: bool = False) -> Word:
    """Return the word with these values, and in lower case."""
    word: Any = _blank()
    word.text = text
    word.start = start
    word.end = end
    word.token = token
    word.is_owner = is_owner
    word.lower = text.lower()
    made: Word = word
    return made
