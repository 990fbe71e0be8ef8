"""Patterns that do not tell capitals from small letters, looked for in texts in small letters.

The library's own way not to tell them apart compares letter by letter, without its short cuts for words
that begin with other letters: it takes several times as long.
"""

from __future__ import annotations

import re

from tasks.lexicons.needed import is_anchored

_TELLS = re.compile(r"(?<!\\)[A-Z]|\(\?-i")  # a pattern in which capitals mean something


class Caseless:
    """One such pattern."""

    def __init__(self, pattern: str) -> None:
        """Compile the pattern."""
        flags = re.IGNORECASE if _TELLS.search(pattern) else re.NOFLAG
        compiled = re.compile(pattern, flags)
        self._pattern = pattern
        self._is_plain = not flags
        self._look = compiled.match if is_anchored(pattern) else compiled.search

    def is_in(self, text: str, lowered: str) -> bool:
        """Say whether the pattern is found in a text; `lowered` is the text in lower case."""
        if self._is_plain and len(lowered) == len(text):  # "İ" has two letters in lower case, one no letter
            return self._look(lowered) is not None
        if self._is_plain:
            return re.search(self._pattern, text, re.IGNORECASE) is not None
        return self._look(text) is not None
