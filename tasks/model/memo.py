"""What a pure function says of a sentence or an article, kept with it: several stages ask it the same."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Protocol, TypeVar


class Remembers(Protocol):
    """A value with room for what was once worked out from it; no part of what the value is."""

    @property
    def memo(self) -> dict[Any, Any]:
        """What functions have said of it."""


Value = TypeVar("Value", bound=Remembers)
Answer = TypeVar("Answer")


def remembered(read: Callable[[Value], Answer]) -> Callable[[Value], Answer]:
    """Return the function so that it is worked out once a value; the answers are gone with the value.

    Only for pure functions of that value and the lexicons; callers must not change what they get.
    """

    @wraps(read)
    def answer(value: Value) -> Answer:
        """Return what `read` says of a value, read once."""
        memo = value.memo
        if read in memo:
            found: Answer = memo[read]
        else:
            found = memo[read] = read(value)
        return found

    return answer
