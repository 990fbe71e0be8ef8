"""Who watches a run: functions that are told which stage begins, and how far the longest one has come."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar

Watch = Callable[[int, int], None]
StageWatch = Callable[[str], None]


def nobody(done: int, total: int) -> None:
    """Show nothing."""


def nobody_of_stages(stage: str) -> None:
    """Show nothing."""


# Context variables and no arguments: a Prefect task stands between the command line and the stage.
watch: ContextVar[Watch] = ContextVar("watch", default=nobody)
watch_stages: ContextVar[StageWatch] = ContextVar("watch_stages", default=nobody_of_stages)
