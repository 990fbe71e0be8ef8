"""Who watches a run: a function that is told how far the longest stage has come."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar

Watch = Callable[[int, int], None]


def nobody(done: int, total: int) -> None:
    """Show nothing."""


# A context variable and not an argument: a Prefect task stands between the command line and the stage.
watch: ContextVar[Watch] = ContextVar("watch", default=nobody)
