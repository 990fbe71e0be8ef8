"""The deployments of `prefect.yaml`, read strictly, for serving them without a work pool.

One file says what runs when, whether a worker or `casus serve` runs it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import yaml  # type: ignore[import-untyped]
from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
from prefect.deployments.runner import RunnerDeployment
from prefect.schedules import Cron, Schedule
from pydantic import BaseModel, ConfigDict, ValidationError

from flows.build_dataset import build_dataset
from tasks.settings import SettingsError


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class _Schedule(_Strict):
    slug: str
    cron: str
    timezone: str
    active: bool = True


class _Concurrency(_Strict):
    limit: int
    collision_strategy: Literal["ENQUEUE", "CANCEL_NEW"]


class _Deployment(_Strict):
    name: str
    description: str
    entrypoint: Literal["flows/build_dataset.py:build_dataset"]
    tags: list[str]
    parameters: dict[str, Any]
    schedules: list[_Schedule]
    concurrency_limit: _Concurrency
    work_pool: dict[str, Any] | None = None


class _File(_Strict):
    name: str
    deployments: list[_Deployment]


def read_deployments(path: Path) -> list[RunnerDeployment]:
    """Return the deployments of a file, ready to be served.

    Raises:
        SettingsError: if the file cannot be read, or says something that it should not.
    """
    try:
        content = _File.model_validate(yaml.safe_load(path.read_text("utf-8")))
    except OSError as error:
        raise SettingsError(f"{path}: {error.strerror}") from None
    except yaml.YAMLError as error:
        raise SettingsError(f"{path}: is not YAML: {error}") from None
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        raise SettingsError(f"{path}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from None
    return [_deployment(deployment) for deployment in content.deployments]


def _deployment(said: _Deployment) -> RunnerDeployment:
    limit = ConcurrencyLimitConfig(
        limit=said.concurrency_limit.limit,
        collision_strategy=ConcurrencyLimitStrategy(said.concurrency_limit.collision_strategy),
    )
    deployment: RunnerDeployment = build_dataset.to_deployment(  # type: ignore[assignment]
        name=said.name,
        description=said.description,
        tags=said.tags,
        parameters=said.parameters,
        schedules=[_schedule(schedule) for schedule in said.schedules],
        concurrency_limit=limit,
    )
    return deployment


def _schedule(said: _Schedule) -> Schedule:
    schedule = Cron(said.cron, timezone=said.timezone)
    return Schedule(cron=schedule.cron, timezone=schedule.timezone, active=said.active, slug=said.slug)
