"""The main flow from the command line: a server for the run, and what the flow needs loaded beside it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from flows.prefect_environment import set_environment
from flows.temporary_server import TemporaryServer
from tasks.mediawiki.wanted import NOTHING, Wanted, wanted_record
from tasks.run.outcome import Outcome
from tasks.settings import Settings


def build_with_prefect(settings: Settings, inputs: tuple[Path, ...], wanted: Wanted = NOTHING) -> Outcome:
    """Run the flow and return how it ended.

    The server starts in its own process while this one loads what the stages need.

    Raises:
        RunError, PublishError: as `tasks.pipeline.build`.
        NoServerError: if there is no server to record the run.
    """
    set_environment(settings)
    server = None
    if not os.environ.get("PREFECT_API_URL"):
        server = TemporaryServer(Path(os.environ["PREFECT_HOME"]))
    _load_stages()
    from flows.build_dataset import build_dataset

    if server is not None:
        server.ready(settings.prefect.startup_seconds)
    outcome: Outcome = build_dataset(
        [str(path) for path in inputs], parameters_of(settings), wanted_record(wanted)
    )
    return outcome


def parameters_of(settings: Settings) -> dict[str, Any]:
    """Return the settings that a flow run is given: no secrets, nothing of Prefect or the hook."""
    return {
        "raw": str(settings.raw),
        "out": str(settings.out),
        "corrections": str(settings.corrections),
        "quarantine": None if settings.quarantine is None else str(settings.quarantine),
        **{f"versions.{key}": value for key, value in settings.versions.model_dump().items()},
        **{f"run.{key}": value for key, value in settings.run.model_dump().items()},
        **{f"fetch.{key}": value for key, value in settings.fetch.model_dump().items()},
    }


def _load_stages() -> None:
    import tasks.assemble.combine
    import tasks.extract
    import tasks.sources
    import tasks.validate.great_expectations  # noqa: F401
