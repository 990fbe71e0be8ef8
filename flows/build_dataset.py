"""The main flow: articles in, a published dataset out."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

from prefect import flow
from prefect.runtime import deployment, flow_run

from flows.dead_runs import mark_dead_runs, watch_for_silence
from flows.prefect_environment import FLOW
from tasks import pipeline, steps
from tasks.mediawiki.wanted import wanted_from
from tasks.run import RunError
from tasks.run.outcome import Outcome
from tasks.settings import load_settings


@flow(name=FLOW, persist_result=False)
def build_dataset(
    inputs: list[str] | None = None,
    settings: dict[str, Any] | None = None,
    wanted: dict[str, Any] | None = None,
) -> Outcome:
    """Fetch what is wanted from wikis, extract, assemble, validate and publish.

    Args:
        inputs: files and folders of articles; the raw folder of the settings if none is given.
        settings: what to set beside `casus.toml` and the environment, like {"out": "data/processed"};
            never secrets, because Prefect keeps the parameters of runs.
        wanted: pages to fetch before, like {"everything_kept": true} for those fetched before that
            changed, or {"pages": ["enwiki:Title"]}; the fields of `tasks.mediawiki.wanted.Wanted`.

    Returns:
        How the run ended.  A run that publishes nothing for a reason raises it, which is how the
        flow run fails with that reason as its message.
    """
    chosen = load_settings(overrides=settings)
    mark_dead_runs(FLOW, UUID(flow_run.id))
    if deployment.id is not None:
        watch_for_silence()
    try:
        files, pages = tuple(map(Path, inputs or ())), wanted_from(wanted or {})
        outcome = pipeline.build(chosen, files, steps.perform, pages)
    except RunError as error:
        if error.outcome is not None:
            steps.show_report(error.outcome)
        raise
    steps.show_report(outcome)
    return outcome
