"""Whether the words of a sentence hold anything that dates are made of: no sentence without them is read.

A text says the same words again and again, and what a word may be part of is told by its letters: the words
that are part of no date are known after a while, and all those of a sentence are passed over together.
"""

from __future__ import annotations

import re
from collections.abc import Set

from tasks.dates.relative import UNITS
from tasks.lexicons.months import MONTH_NAMES

_SHORT = ("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec")
# In lower case, as the words are: "may" and "march" are looked at again by who knows how they are written.
_SPELT = re.compile(
    rf"[0-9]|{'|'.join(map(str.lower, MONTH_NAMES))}|christmas|boxing|year"
    rf"|(?<![a-z])(?:{'|'.join(_SHORT)})(?![a-z])"
)
_TOLD = re.compile(
    rf"{'|'.join(UNITS)}|[0-9](?:st|nd|rd|th)|^(?:previous|preceding|following)$"
)  # a weekday ends in one of the units
_MOST = 50_000  # words that are kept as being no part of dates

_useless: set[str] = set()
_known: dict[str, tuple[bool, bool]] = {}


def signs_of(words: Set[str]) -> tuple[bool, bool]:
    """Return whether words in lower case may spell out a date, and whether they may tell one by another."""
    is_spelt = is_told = False
    for word in words - _useless:
        known = _known.get(word)
        if known is None:
            known = _SPELT.search(word) is not None, _TOLD.search(word) is not None
            if known == (False, False):
                if len(_useless) < _MOST:
                    _useless.add(word)
                continue
            if len(_known) < _MOST:
                _known[word] = known
        is_spelt = is_spelt or known[0]
        is_told = is_told or known[1]
    return is_spelt, is_told
