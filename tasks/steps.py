"""The one file in `tasks` that imports Prefect: a thin task a stage, and no logic.

Results are neither cached nor kept: a stage finds by content what it can use again, and the key of
a thin task would not see the code that it calls.  Retries are for fetching alone: elsewhere the
same input would fail again.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from prefect import Task, task
from prefect.artifacts import create_markdown_artifact, create_table_artifact
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State, TaskRun
from prefect.runtime import deployment
from prefect.tasks import exponential_backoff
from prefect.utilities.annotations import opaque

from tasks import pipeline
from tasks.mediawiki.errors import ApiError, FetchError, NotAllowedError
from tasks.publish import FolderBusyError
from tasks.report.write import ROWS, TEXT
from tasks.run import Run
from tasks.run.outcome import Outcome


def is_worth_waiting(asked: Task[..., Any], attempt: TaskRun, state: State[Any]) -> bool:
    """Say whether fetching may work later, in a scheduled run; where somebody waits, they are told at once.

    The client has tried again for minutes by then; this is for a wiki that is away for longer.
    """
    if deployment.id is None:
        return False
    try:
        state.result()
    except (ApiError, NotAllowedError):
        return False
    except (FetchError, OSError, FolderBusyError):  # busy: somebody is fetching into the same folder
        return True
    except Exception:
        return False
    return False


@task(
    cache_policy=NO_CACHE,
    persist_result=False,
    retries=3,
    retry_delay_seconds=exponential_backoff(150),  # 2.5, 5 and 10 minutes
    retry_jitter_factor=0.5,
    retry_condition_fn=is_worth_waiting,
)
def fetch(run: Run) -> str:
    """Take pages from their wikis."""
    return pipeline.perform(run, "fetch")


@task(cache_policy=NO_CACHE, persist_result=False)
def extract(run: Run) -> str:
    """Read the inputs and extract each article."""
    return pipeline.perform(run, "extract")


@task(cache_policy=NO_CACHE, persist_result=False)
def assemble(run: Run) -> str:
    """Join the articles' rows into tables."""
    return pipeline.perform(run, "assemble")


@task(cache_policy=NO_CACHE, persist_result=False)
def validate(run: Run) -> str:
    """Check the tables, set broken rows aside."""
    return pipeline.perform(run, "validate")


@task(cache_policy=NO_CACHE, persist_result=False)
def publish(run: Run) -> str:
    """Make the tables the current version."""
    return pipeline.perform(run, "publish")


TASKS = {"fetch": fetch, "extract": extract, "assemble": assemble, "validate": validate, "publish": publish}


def perform(run: Run, stage: str) -> str:
    """Do one stage as a Prefect task."""
    # Opaque: Prefect would look through all fields of an argument for results of other tasks.
    arguments: Any = opaque(run)
    return TASKS[stage](arguments)


def show_report(outcome: Outcome) -> None:
    """Attach the run's report to the flow run, as a markdown and a table artifact, if there is one."""
    if outcome.report is None:
        return
    folder = Path(outcome.report).parent
    create_markdown_artifact((folder / TEXT).read_text("utf-8"), key="run-report", description=outcome.end)
    create_table_artifact(json.loads((folder / ROWS).read_text("utf-8")), key="rows-per-table")
