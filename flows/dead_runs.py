"""Runs whose process died without a word: Prefect would show them as running for ever.

Every run writes down which process it is.  A run that begins, and `casus serve` when it starts, look
for runs of this machine whose process is gone and mark them as crashed.  Besides, both `casus serve`
and the runs of a deployment let the server mark any run that sends no sign of life any more,
wherever it ran.
"""

from __future__ import annotations

import logging
import os
import platform
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import httpx
from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.filters import (
    FlowFilter,
    FlowFilterName,
    FlowRunFilter,
    FlowRunFilterState,
    FlowRunFilterStateType,
)
from prefect.client.schemas.objects import FlowRun, StateType
from prefect.events.actions import ChangeFlowRunState
from prefect.events.schemas.automations import AutomationCore, EventTrigger, Posture
from prefect.events.schemas.events import ResourceSpecification
from prefect.states import Crashed

HOST, PROCESS = "casus.host", "casus.process"
SILENT_SECONDS = 90  # three signs of life missed
AUTOMATION = "casus: runs that fell silent have crashed"
GONE = "Its process ended without a word; found by a later run."
SILENT = f"It sent no sign of life for {SILENT_SECONDS} seconds."
log = logging.getLogger("casus")
_ENDS = ("Completed", "Failed", "Cancelled", "Crashed")


def this_process() -> dict[str, str]:
    """Return what tells this process from others of this machine, also from later ones of its number."""
    return {HOST: platform.node(), PROCESS: f"{os.getpid()}/{_started(os.getpid())}"}


def is_gone(labels: dict[str, object]) -> bool:
    """Say whether a run's process is known to have ended; False for another machine's."""
    process = str(labels.get(PROCESS, ""))
    if labels.get(HOST) != platform.node() or "/" not in process:
        return False
    number, _, started = process.partition("/")
    return _started(int(number)) != started


def _started(process: int) -> str:
    """Return when a process started (kernel ticks), or "" if there is none."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    except OSError:
        return ""
    return "" if fields[0] == "Z" else fields[19]


def mark_dead_runs(flow: str, own: UUID | None = None) -> int:
    """Mark runs of a flow whose process is gone as crashed; return how many.

    A server that does not answer is a line in the log: who watches runs must not stop one.

    Args:
        flow: the flow's name.
        own: the run that asks; it is labelled with its process.
    """
    try:
        return _mark(flow, own)
    except httpx.HTTPError as error:
        log.warning("runs that died could not be looked for: %s", error)
        return 0


def _mark(flow: str, own: UUID | None) -> int:
    marked = 0
    with get_client(sync_client=True) as client:
        if own is not None:
            client.update_flow_run_labels(own, {**this_process()})
        for run in _running(client, flow):
            if run.id != own and is_gone(dict(run.labels or {})):
                client.set_flow_run_state(run.id, Crashed(message=GONE), force=True)
                marked += 1
    return marked


def _running(client: SyncPrefectClient, flow: str) -> list[FlowRun]:
    states = FlowRunFilterState(type=FlowRunFilterStateType(any_=[StateType.RUNNING, StateType.CANCELLING]))
    return client.read_flow_runs(
        flow_filter=FlowFilter(name=FlowFilterName(any_=[flow])), flow_run_filter=FlowRunFilter(state=states)
    )


def watch_for_silence() -> None:
    """Let the server mark runs as crashed that fall silent, unless it has been told to already.

    A server that does not answer is a line in the log, as in `mark_dead_runs`.
    """
    try:
        _watch()
    except httpx.HTTPError as error:
        log.warning("the server could not be told to watch for runs that fall silent: %s", error)


def _watch() -> None:
    with get_client(sync_client=True) as client:
        if client.read_automations_by_name(AUTOMATION):
            return
        beat = "prefect.flow-run.heartbeat"
        trigger = EventTrigger(
            after={beat},
            expect={beat, *(f"prefect.flow-run.{end}" for end in _ENDS)},
            match=ResourceSpecification({"prefect.resource.id": ["prefect.flow-run.*"]}),
            for_each={"prefect.resource.id"},
            posture=Posture.Proactive,
            threshold=1,
            within=timedelta(seconds=SILENT_SECONDS),
        )
        action = ChangeFlowRunState(state=StateType.CRASHED, name=None, message=SILENT, force=True)
        client.create_automation(AutomationCore(name=AUTOMATION, trigger=trigger, actions=[action]))
