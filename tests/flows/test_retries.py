"""What is tried again: fetching, by a schedule, when the wiki may be back later. Nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from prefect.states import Completed, Failed

from tasks import steps
from tasks.mediawiki.errors import ApiError, BusyError, FetchError, NotAllowedError


@pytest.fixture
def scheduled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the run be one of a deployment."""
    monkeypatch.setenv("PREFECT__RUNTIME__DEPLOYMENT__ID", "00000000-0000-0000-0000-000000000001")


def _again(error: Exception) -> bool:
    nothing: Any = None
    return steps.is_worth_waiting(nothing, nothing, Failed(data=error))


@pytest.mark.usefixtures("scheduled")
@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (BusyError("come back later", 30), True),
        (FetchError("no answer"), True),
        (ConnectionResetError("reset"), True),
        (ApiError("badtitle", "no such thing"), False),
        (NotAllowedError("fetch.contact is not set"), False),
        (ValueError("a fault of ours"), False),
    ],
)
def test_schedule_tries_again_what_may_work_later(error: Exception, expected: bool) -> None:
    """A wiki that is away may be back; a refusal and a fault of ours stay what they are."""
    assert _again(error) is expected


def test_nobody_is_kept_waiting_at_a_terminal() -> None:
    """Without a deployment the failure is told at once."""
    assert not _again(BusyError("come back later"))


def test_only_fetching_is_tried_again() -> None:
    """The other stages give the same result for the same input: a retry would hide a fault."""
    assert steps.TASKS["fetch"].retries == 3
    assert {task.retries for name, task in steps.TASKS.items() if name != "fetch"} == {0}
    delays = steps.TASKS["fetch"].retry_delay_seconds
    assert isinstance(delays, list) and delays == sorted(delays) and delays[0] < delays[-1]


def test_success_is_not_tried_again() -> None:
    """A completed state is no reason to do it again."""
    nothing: Any = None
    assert not steps.is_worth_waiting(nothing, nothing, Completed())
