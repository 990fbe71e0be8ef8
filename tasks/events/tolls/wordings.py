"""What the words around a number say of it: that it is the whole, hearsay, or of one place."""

from __future__ import annotations

import re
from functools import lru_cache

_TOTAL = re.compile(
    r"\b(?:(?:death|final|total|overall) tolls?|(?:a|the) total(?: number)? of|in total|overall|altogether|"
    r"in all)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_HEARSAY = re.compile(r"\b(?:told me|told us|(?:he|she) (?:told|says|said that))\b", re.IGNORECASE)
_LOCAL = re.compile(r"[^.,;]{0,30}\b(?:died|killed|dead|perished) (?:in|at|near) [A-ZÀ-Þ]")
# One of these stands wherever the pattern matches.
_OF_TOTALS = ("toll", "total", "overall", "altogether", "in all")
_OF_HEARSAY = ("told me", "told us", "he told", "he says", "he said that")


@lru_cache(maxsize=1024)
def says_total(words: str, start: int) -> bool:
    """Whether the words before a number say that it is the whole: "the death toll came to"."""
    before = words[:start]
    lowered = before.lower()
    return any(map(lowered.__contains__, _OF_TOTALS)) and _TOTAL.search(before) is not None


@lru_cache(maxsize=1024)
def says_hearsay(words: str) -> bool:
    """Whether somebody tells it who does not count: "he told me that"."""
    lowered = words.lower()
    return any(map(lowered.__contains__, _OF_HEARSAY)) and _HEARSAY.search(words) is not None


def says_where(words: str, end: int) -> bool:
    """Whether the words behind a number say where in the event: "16 people died in Osk"."""
    return _LOCAL.match(words, end) is not None
