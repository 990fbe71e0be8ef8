"""Folding of place names for comparison: one key for the spellings of one name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from anyascii import anyascii

from tasks.lexicons.late_pattern import late_pattern

# al-, el-, ul- and the forms with a sun letter: "ash-Shaykh", "an Nu'man", "ar-Raqqah", "ed-Din"
_ARTICLE = late_pattern(r"\b(?:[aeu]l|a(?:d|n|r|s|sh|t|th|z|dh)|e(?:d|n|r|s|sh|t|z)) (?=\w)")
_SILENT = late_pattern(r"['`]+")
_MARKS = late_pattern(r"[^a-z0-9\n]+")  # blanks too: one stands for several
_EDGES = late_pattern(r"^ | $", re.MULTILINE)
_DOUBLE = late_pattern(r"([a-z])\1+")
_FINAL_H = late_pattern(r"(?<=[^\n]{2}a)h$", re.MULTILINE)


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Return the key under which spellings of a place name are equal.

    Diacritics, case, apostrophes, hyphens and doubled letters do not count, nor does an Arabic
    article, nor the "h" that ends Arabic feminine names ("Hamah", "Hama").  Nothing else is
    levelled: near names stay apart.
    """
    return fold_lines((name,))[0]


def fold_lines(names: Iterable[str]) -> list[str]:
    """Return the keys of many names at once at once; see `fold`."""
    lines = [anyascii(name).replace("\n", " ") for name in names]
    plain = "\n".join(lines).lower()
    plain = _EDGES.sub("", _MARKS.sub(" ", _SILENT.sub("", plain)))
    plain = _DOUBLE.sub(r"\1", _ARTICLE.sub("", plain))
    return _FINAL_H.sub("", plain).split("\n")[: len(lines)]
