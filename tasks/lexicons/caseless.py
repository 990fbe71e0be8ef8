"""Patterns that do not tell capitals from small letters, looked for in texts in small letters.

The library's own way not to tell them apart compares letter by letter, without its short cuts for words
that begin with other letters: it takes several times as long.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.needed import alternatives, is_anchored

_TELLS = re.compile(r"(?<!\\)[A-Z]|\(\?-i")  # a pattern in which capitals mean something
_Look = Callable[[str], re.Match[str] | None]


class Caseless:
    """One such pattern, which refers to none of its own groups."""

    def __init__(self, pattern: str) -> None:
        """Compile the pattern; its alternatives that ask for capitals apart from the others."""
        ways = alternatives(pattern) if _TELLS.search(pattern) else [pattern]
        self._pattern = pattern
        self._look = _look_for([way for way in ways if not _TELLS.search(way)], re.NOFLAG)
        self._look_telling = _look_for([way for way in ways if _TELLS.search(way)], re.IGNORECASE)

    def is_in(self, text: str, lowered: str) -> bool:
        """Say whether the pattern is found in a text; `lowered` is the text in lower case."""
        if len(lowered) != len(text):  # "İ" has two letters in lower case, one no letter
            return re.search(self._pattern, text, re.IGNORECASE) is not None
        if self._look is not None and self._look(lowered) is not None:
            return True
        return self._look_telling is not None and self._look_telling(text) is not None


def _look_for(ways: Sequence[str], flags: re.RegexFlag) -> _Look | None:
    """Return how to look for one of some patterns; None if there are none."""
    if not ways:
        return None
    pattern = "|".join(ways)
    if is_anchored(pattern):
        return re.compile(pattern, flags).match
    late = late_pattern(pattern, flags)
    return lambda text: late.search(text)
