"""Patterns compiled once after an installation, and kept beside the compiled modules.

Python keeps what it compiles of modules, but not of their regular expressions: each process reads and
compiles all of them anew, and some hundred take an eighth of a second.  What the library hands to its engine
at the end is numbers, which are kept here, for this very release of Python.
"""

from __future__ import annotations

import hashlib
import marshal
import re
import sys
from array import array
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Literal

from tasks.lexicons.installed import keep, kept

_HERE = Path(__file__)
# The library's own compiler and engine.
_COMPILER: Any = getattr(re, "_compiler", None)
_ENGINE: Any = getattr(_COMPILER, "_sre", None)
# By pattern and flags: what the engine is given, the code as bytes.
_Table = dict[tuple[Any, int], tuple[Any, ...]]
_CODE: Literal["I"] = "I"  # its numbers have four bytes


@contextmanager
def kept_patterns(mark: str) -> Iterator[None]:
    """Compile patterns within the block from what is kept; keep what is compiled in it if nothing was.

    Args:
        mark: another one for all that may compile other patterns.
    """
    if getattr(_ENGINE, "CODESIZE", 0) != array(_CODE).itemsize:
        yield  # a Python that is built in another way
        return
    facts = (sys.version, _ENGINE.MAGIC, mark, _HERE.read_bytes())
    name = f"patterns.{hashlib.sha256(repr(facts).encode()).hexdigest()[:16]}"
    found = kept(_HERE, name)
    if found is None and sys.dont_write_bytecode:
        yield  # nothing is kept here
        return
    table: _Table = {} if found is None else marshal.loads(found)
    original = _COMPILER.compile
    _COMPILER.compile = _noting(original, table) if found is None else _looking_up(original, table)
    try:
        yield
    finally:
        _COMPILER.compile = original
    if found is None:
        keep(_HERE, name, marshal.dumps(table))


def _looking_up(original: Callable[..., Any], table: Mapping[Any, tuple[Any, ...]]) -> Callable[..., Any]:
    """Return a compiler that takes what is in the table, and compiles what is not."""

    def compiled(pattern: Any, flags: int = 0) -> Any:
        """Return the compiled pattern."""
        known = table.get((pattern, int(flags)))
        if known is None:
            return original(pattern, flags)
        all_flags, code, *others = known
        return _ENGINE.compile(pattern, all_flags, memoryview(code).cast(_CODE).tolist(), *others)

    return compiled


def _noting(original: Callable[..., Any], table: _Table) -> Callable[..., Any]:
    """Return a compiler that enters in the table what it gives to the engine."""
    given: list[tuple[Any, ...]] = []

    def engine(*arguments: Any) -> Any:
        """Note what the engine is given."""
        given.append(arguments)
        return _ENGINE.compile(*arguments)

    noting = SimpleNamespace(**{**vars(_ENGINE), "compile": engine})

    def compiled(pattern: Any, flags: int = 0) -> Any:
        """Return the compiled pattern."""
        _COMPILER._sre = noting
        try:
            made = original(pattern, flags)
        finally:
            _COMPILER._sre = _ENGINE
        _, all_flags, code, *others = given.pop()
        if isinstance(pattern, str | bytes):
            table[pattern, int(flags)] = (int(all_flags), array(_CODE, code).tobytes(), *others)
        return made

    return compiled
