"""Folding of place names for comparison: one key for the spellings of one name."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

# al-, el-, ul- and the forms with a sun letter: "ash-Shaykh", "an Nu'man", "ar-Raqqah", "ed-Din"
_ARTICLE = re.compile(r"\b(?:[aeu]l|a(?:d|n|r|s|sh|t|th|z|dh)|e(?:d|n|r|s|sh|t|z)) (?=\w)")
_MARKS = re.compile(r"[^a-z0-9 ]+")
_SPACES = re.compile(r"\s+")
_DOUBLE = re.compile(r"([a-z])\1+")


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Return the key under which spellings of a place name are equal.

    Diacritics, case, apostrophes, hyphens and doubled letters do not count, nor does an Arabic
    article, nor the "h" that ends Arabic feminine names ("Hamah", "Hama").  Nothing else is
    levelled: near names stay apart.
    """
    plain = anyascii(name).lower().replace("'", "").replace("`", "")
    plain = _SPACES.sub(" ", _MARKS.sub(" ", plain)).strip()
    plain = _DOUBLE.sub(r"\1", _ARTICLE.sub("", plain))
    return plain[:-1] if plain.endswith("ah") and len(plain) > 3 else plain
