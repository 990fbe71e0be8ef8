"""Patterns that are tried only on a text that holds what they need, read from the patterns themselves.

A search with a pattern of many ways costs ten times as much as a look for some strings, of which nearly every
text lacks all.  A list of such strings beside a pattern would have to be kept by hand: whoever adds a way to
match would find it never tried.  For many patterns on one text there is `sieve.py`.
"""

from __future__ import annotations

import re
from functools import cached_property
from itertools import chain

from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.needed import needs_of

_every: list[str] = []  # patterns of all that were made, whose needs are read at once


class Signs:
    """What stands in each text in which one of some patterns is found."""

    def __init__(self, *patterns: str) -> None:
        """Keep the patterns, whatever their capitals; what they need is read at the first look."""
        self._patterns = patterns
        _every.extend(patterns)

    @cached_property
    def _strings(self) -> tuple[str, ...]:
        needs = needs_of(tuple(_every))
        ways = [strings for pattern in self._patterns for strings, _ in needs[pattern]]
        if not all(ways):  # one needs nothing
            return ("",)
        found = {string for string, _, _ in chain.from_iterable(ways)}
        return tuple(sorted(s for s in found if not any(other != s and other in s for other in found)))

    def stand_in(self, text: str) -> bool:
        """Say whether a text has enough for one of the patterns to be worth a try."""
        return any(map(text.lower().__contains__, self._strings))


class Sifted:
    """A pattern that is tried where a text has what it needs.

    Attributes:
        pattern: as it was given, for `Signs` of several.
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        """Keep the pattern, which is compiled when it is first tried."""
        self.pattern = pattern
        self._signs = Signs(pattern)
        self._compiled = late_pattern(pattern, flags)

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match in a text."""
        return self._compiled.search(text) if self._signs.stand_in(text) else None

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Return the match that begins at a place of a text."""
        return self._compiled.match(text, start) if self._signs.stand_in(text) else None
