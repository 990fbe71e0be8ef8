"""The stages of a run in their order, as plain functions: extract, assemble, validate, publish, report.

Each takes the run, works through files in the run's own folder, notes what it found for the stages
after it, and returns one line about it.  The command line calls them bare; `tasks.steps` wraps
each in a Prefect task.  What they do is the same.
"""

from tasks.pipeline.checked_tables import published_tables
from tasks.pipeline.stages import STAGES, Perform, perform
from tasks.pipeline.whole_run import build

__all__ = ["STAGES", "Perform", "build", "perform", "published_tables"]
