"""A word of a name, without what is only added to it."""

from __future__ import annotations

from sys import intern

from tasks.lexicons.by_letters import Told


class Word:
    """A word of a name: its text without a possessive ending, where it stands, and its token's index.

    Attributes:
        lower: the text in lower case, which is asked for six times a word.
    """

    __slots__ = ("end", "is_owner", "lower", "start", "text", "token")

    # `word_of` fills them in, and nobody else does: a name is looked for at each word with a capital.
    text: str
    start: int
    end: int
    token: int
    is_owner: bool
    lower: str


_LOWER = Told(lambda text: intern(text.lower()))  # what is one string is found faster in tables


def word_of(text: str, start: int, end: int, token: int, is_owner: bool = False) -> Word:
    """Return the word with these values, and in lower case."""
    word = Word()
    word.text = text
    word.start = start
    word.end = end
    word.token = token
    word.is_owner = is_owner
    word.lower = _LOWER[text]
    return word
