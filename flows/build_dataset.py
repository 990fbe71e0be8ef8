"""The main flow: articles in, a published dataset out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from prefect import flow

from tasks import pipeline, steps
from tasks.run import RunError
from tasks.run.outcome import Outcome
from tasks.settings import load_settings


@flow(name="build-dataset", persist_result=False)
def build_dataset(inputs: list[str] | None = None, settings: dict[str, Any] | None = None) -> Outcome:
    """Extract, assemble, validate and publish.

    Args:
        inputs: files and folders of articles; the raw folder of the settings if none is given.
        settings: what to set beside `casus.toml` and the environment, like {"out": "data/processed"};
            never secrets, because Prefect keeps the parameters of runs.

    Returns:
        How the run ended.  A run that publishes nothing for a reason raises it, which is how the
        flow run fails with that reason as its message.
    """
    chosen = load_settings(overrides=settings)
    try:
        outcome = pipeline.build(chosen, tuple(map(Path, inputs or ())), steps.perform)
    except RunError as error:
        if error.outcome is not None:
            steps.show_report(error.outcome)
        raise
    steps.show_report(outcome)
    return outcome
