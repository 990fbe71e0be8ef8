"""Patterns that are compiled when they are first used.

Some hundred patterns take a fifth of a second to compile, which each process that imports the stages would
wait for; a short run uses half of them.  Those that every sentence is looked through with are compiled as
ever: `re.compile`.

One that is searched with again and again is searched for by a wider one first, where there is one that is
found many times as fast (`wide_pattern.py`): nearly every text lacks both.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from tasks.lexicons.wide_pattern import Wide, lowered, wide

_METHODS = ("finditer", "findall", "fullmatch", "match", "pattern", "search", "split", "sub")
_SELDOM = 40  # texts that are looked through before another pattern is compiled for it

_First = Callable[[str, int, int], int]


class _LatePattern:
    """What a compiled pattern can do, found out when one of it is first asked for."""

    __slots__ = ("_flags", "_pattern", "_times", *_METHODS)

    def __init__(self, pattern: str, flags: int) -> None:
        self._pattern = pattern
        self._flags = flags
        self._times = 0  # texts that it was looked for in before it is widened

    def __getattr__(self, name: str) -> Any:
        """Compile the pattern; the interpreter asks this only while an attribute is not there."""
        compiled = re.compile(self._pattern, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        if wide(self._pattern, self._flags) is not None:
            self.search, self.finditer = self._counted(compiled.search), self._counted(compiled.finditer)
        return getattr(self if name in _METHODS else compiled, name)

    def _counted(self, find: Callable[..., Any]) -> Callable[..., Any]:
        """Return a method that finds as ever, until the pattern has looked through many texts."""

        def found(text: str, *places: int) -> Any:
            self._times += 1
            if self._times == _SELDOM:
                self.widen()
            return find(text, *places)

        return found

    def widen(self) -> None:
        """Let the pattern begin where a wider one is first found from now on, if there is one."""
        wider = wide(self._pattern, self._flags)
        if wider is not None:
            compiled = re.compile(self._pattern, self._flags)
            first = _look_for(wider)
            self.search, self.finditer = _search(compiled, first), _finditer(compiled, first)


def _look_for(wider: Wide) -> _First:
    """Return what tells where a wider pattern is first found between two places; -1 where it is not."""
    search = re.compile(wider.pattern).search

    def first(text: str, start: int, end: int) -> int:
        found = search(text, start, end)
        return -1 if found is None else found.start()

    def first_in_lower(text: str, start: int, end: int) -> int:
        lower = lowered(text)
        if lower is None:
            return start
        found = search(lower, start, end)
        return -1 if found is None else found.start()

    return first_in_lower if wider.in_lower else first


def _search(compiled: re.Pattern[str], first: _First) -> Callable[..., re.Match[str] | None]:
    def search(text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        at = first(text, start, end)
        return None if at < 0 else compiled.search(text, at, end)

    return search


def _finditer(compiled: re.Pattern[str], first: _First) -> Callable[..., Iterator[re.Match[str]]]:
    def finditer(text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        at = first(text, start, end)
        return iter(()) if at < 0 else compiled.finditer(text, at, end)

    return finditer


_all: list[_LatePattern] = []


def compile_late_patterns() -> None:
    """Compile all of them that there are so far: for a process whose children will use them."""
    for one in _all:
        one.match  # noqa: B018
        one.widen()


if TYPE_CHECKING:
    late_pattern = re.compile
else:

    def late_pattern(pattern: str, flags: int = 0) -> _LatePattern:
        """Return a pattern that is compiled when it is first used."""
        made = _LatePattern(pattern, flags)
        _all.append(made)
        return made
