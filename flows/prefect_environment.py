"""What Prefect is told before it is imported: quiet, private, offline, patient, in a folder of its own.

Prefect reads these once, when it is imported; so this is done first, and nowhere else.  What the
user has set in the environment stays.
"""

from __future__ import annotations

import os
import sys

from tasks.settings import Settings

FLOW = "build-dataset"  # the flow's name, for who must not import Prefect yet
PRIVATE = {
    "DO_NOT_TRACK": "1",  # the client's telemetry
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",  # the server's
    "PREFECT_CLOUD_ENABLE_ORCHESTRATION_TELEMETRY": "false",
}
QUIET = {
    # One line of our own a stage is enough in a terminal; everything still goes to the run's record.
    "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "CRITICAL",
    "PREFECT_SERVER_LOGGING_LEVEL": "CRITICAL",
    "PREFECT_CLI_PROMPT": "false",
}
PLAIN = {
    "PREFECT_LOGGING_EXTRA_LOGGERS": "casus",  # the stages' lines, in the run's record
    "PREFECT_RESULTS_PERSIST_BY_DEFAULT": "false",  # results are pickles: reading one runs code
    "PREFECT_TASKS_DEFAULT_NO_CACHE": "true",  # keys of thin tasks do not see the code they call
    "PREFECT_FLOWS_HEARTBEAT_FREQUENCY": "30",  # seconds between a run's signs of life (flows.dead_runs)
    "PREFECT_LOGGING_TO_API_WHEN_MISSING_FLOW": "ignore",
}


def set_environment(settings: Settings, quiet: bool = True) -> None:
    """Set Prefect's variables for this process and those that it starts.

    Args:
        settings: what casus is told about Prefect.
        quiet: False where Prefect's own lines are wanted (a served deployment's log).

    Raises:
        RuntimeError: if Prefect is imported already, so that it would be too late.
    """
    if "prefect" in sys.modules:
        raise RuntimeError("Prefect was imported before its environment was set")
    chosen = PRIVATE | PLAIN | (QUIET if quiet else {})
    chosen["PREFECT_HOME"] = str(settings.prefect.home.absolute())
    chosen["PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS"] = str(settings.prefect.startup_seconds)
    if settings.prefect.api_url:
        chosen["PREFECT_API_URL"] = settings.prefect.api_url
    if settings.prefect.api_auth:
        chosen["PREFECT_API_AUTH_STRING"] = settings.prefect.api_auth.get_secret_value()
    for name, value in chosen.items():
        os.environ.setdefault(name, value)
