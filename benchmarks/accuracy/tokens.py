"""Words as they are compared: case, accents, references and the smallest words apart."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

_REFERENCE_MARK = re.compile(r"\[\d+\]")
_WORD = re.compile(r"\w+")
# Words that labels and systems set or leave out without meaning anything by it.
_IGNORED = frozenset(("the", "a", "an", "that", "of", "said"))


def words(text: str | None) -> list[str]:
    """Return the words of a text in order, folded; none for None.

    Folding takes off accents and case; reference marks like "[3]" are not words.  Markup that a label
    of an article in wikitext quotes is compared as it stands, as the reference program does: such a
    label cannot be met in full by a text without markup.
    """
    if text is None:
        return []
    plain = unicodedata.normalize("NFKD", text.replace("’", "'"))
    bare = "".join(char for char in plain if not unicodedata.combining(char)).casefold()
    return [word for word in _WORD.findall(_REFERENCE_MARK.sub(" ", bare)) if word not in _IGNORED]


def name_key(name: str | None) -> str:
    """Return what two spellings of one name have in common; "" for None."""
    return " ".join(words(name))


def overlap(first: Sequence[str], second: Sequence[str]) -> float:
    """Return the F1 of two bags of words: 1.0 for the same words, 0.0 if they share none or one is empty."""
    if not first or not second:
        return 0.0
    shared = Counter(first) & Counter(second)
    return 2 * shared.total() / (len(first) + len(second))
