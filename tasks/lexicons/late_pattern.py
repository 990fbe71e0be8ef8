"""Patterns that are compiled when they are first used.

Some hundred patterns take a fifth of a second to compile, which each process that imports the stages would
wait for; a short run uses half of them.  Those that every sentence is looked through with are compiled as
ever: `re.compile`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

_METHODS = ("finditer", "findall", "fullmatch", "match", "pattern", "search", "split", "sub")


class _LatePattern:
    """What a compiled pattern can do, found out when one of it is first asked for."""

    __slots__ = ("_pattern", "_flags", *_METHODS)

    def __init__(self, pattern: str, flags: int) -> None:
        self._pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """Compile the pattern; the interpreter asks this only while an attribute is not there."""
        compiled = re.compile(self._pattern, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


_all: list[_LatePattern] = []


def compile_late_patterns() -> None:
    """Compile all of them that there are so far: for a process whose children will use them."""
    for one in _all:
        one.match  # noqa: B018


if TYPE_CHECKING:
    late_pattern = re.compile
else:

    def late_pattern(pattern: str, flags: int = 0) -> _LatePattern:
        """Return a pattern that is compiled when it is first used."""
        made = _LatePattern(pattern, flags)
        _all.append(made)
        return made
