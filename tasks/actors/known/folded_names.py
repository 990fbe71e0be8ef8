"""The folded form of a name: what must be equal for two spellings to be one name."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

_LEADING = frozenset(("the", "a", "an", "'s"))
_ARTICLES = re.compile(r"(?:(?:the|an?) )*")
_MARKS = re.compile(r"['`’ʼʿʾ\"“”.,]")
_GAPS = re.compile(r"[\s\-–—_()/]+")


@lru_cache(maxsize=20_000)
def fold(name: str) -> str:
    """Return the name without its article, case, diacritics, apostrophes, full stops and hyphens.

    "the Liwa Al-Bahr" and "Liwa al-Bahr" are both "liwa al bahr"; "U.S." and "US" are "us".
    The order of words stays: "Front for Liberation" and "Liberation Front" are two names.
    """
    plain = name if name.isascii() else anyascii(name)
    words = _GAPS.sub(" ", _MARKS.sub("", plain)).strip().casefold()
    articles = _ARTICLES.match(words)
    return words[articles.end() :] if articles else words


def without_article(text: str) -> str:
    """Return the text without a leading "the", "a" or "an"."""
    if not text or text[0] not in "tTaA'":  # nearly all begin with another letter
        return text
    first, blank, rest = text.partition(" ")
    return rest.lstrip(" ") if blank and first.lower() in _LEADING else text


def without_owner(word: str) -> str:
    """Return a word without a possessive "'s"."""
    return word[:-2] if word.endswith(("'s", "’s")) else word
