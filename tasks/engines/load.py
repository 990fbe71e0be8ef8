"""The engines that the settings name, from the packages that are installed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from importlib.metadata import EntryPoint, entry_points

from tasks.engines.engine import ClaimEngine

GROUP = "casus.claim_engines"
_NAME = re.compile(r"[a-z][a-z0-9-]*")
_VERSION = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]*")


class EngineError(ValueError):
    """An engine cannot be used, or failed on an article. The message names the engine and why."""


def load_engines(names: Iterable[str]) -> tuple[ClaimEngine, ...]:
    """Return the named engines, made anew, in the order of the names.

    An entry point of the group `casus.claim_engines` refers to something that, called without
    arguments, returns the engine: its class, or a function.

    Raises:
        EngineError: if a name is not installed, installed twice or named twice, its package cannot be
            imported, or what it makes is no engine.
    """
    wanted = tuple(names)
    twice = sorted({name for name in wanted if wanted.count(name) > 1})
    if twice:
        raise EngineError(f"engine {twice[0]!r} is named twice")
    return tuple(_load(name) for name in wanted)


def _load(name: str) -> ClaimEngine:
    found = list(entry_points(group=GROUP, name=name))
    if not found:
        known = ", ".join(sorted(entry_points(group=GROUP).names)) or "none"
        raise EngineError(f"no engine {name!r} is installed (entry points of {GROUP!r}: {known})")
    if len({point.value for point in found}) > 1:
        raise EngineError(f"engine {name!r} is installed twice: {', '.join(p.value for p in found)}")
    return _checked(name, _made(name, found[0]))


def _made(name: str, point: EntryPoint) -> object:
    try:
        make: Callable[[], object] = point.load()
        return make()
    except Exception as error:  # whatever a foreign package does at import
        raise EngineError(
            f"engine {name!r} ({point.value}) cannot be loaded: {type(error).__name__}: {error}"
        ) from error


def _checked(name: str, engine: object) -> ClaimEngine:
    if not isinstance(engine, ClaimEngine):
        raise EngineError(f"engine {name!r}: {type(engine).__name__} lacks name, version or claims()")
    if engine.name != name or not _NAME.fullmatch(name):
        raise EngineError(
            f"engine {name!r} calls itself {engine.name!r}; both must be the same lower-case word"
        )
    if not _VERSION.fullmatch(engine.version):
        raise EngineError(f"engine {name!r}: {engine.version!r} is no version (letters, digits, '.', '-')")
    return engine
