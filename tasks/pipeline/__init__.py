"""The stages of a run in their order, as plain functions: extract, assemble, validate, publish, report.

Each takes the run, works through files in the run's own folder, notes what it found for the stages
after it, and returns one line about it.  The command line calls them bare; `tasks.steps` wraps
each in a Prefect task.  What they do is the same.

What is asked of this package is imported when it is asked for: its processes need only one module of it.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tasks.pipeline.checked_tables import published_tables
    from tasks.pipeline.stages import STAGES, Perform, perform
    from tasks.pipeline.whole_run import build

__all__ = ["STAGES", "Perform", "build", "perform", "published_tables"]
_STANDS_IN = {
    "STAGES": "stages",
    "Perform": "stages",
    "build": "whole_run",
    "perform": "stages",
    "published_tables": "checked_tables",
}


def __getattr__(name: str) -> Any:
    """Return what stands in one of the modules."""
    if name not in _STANDS_IN:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_STANDS_IN[name]}"), name)
