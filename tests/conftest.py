"""Fixtures that tests of several stages share, and how properties are tried."""

import os
from collections.abc import Iterator

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, settings

from tests import miniature

# No property depends on the speed of the machine. New examples are tried each time; the gate (.ci/run)
# takes the same ones, so that what it says is about the change and not about luck.
settings.register_profile("casus", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("gate", settings.get_profile("casus"), derandomize=True)
settings.load_profile("casus")


_LONG = ("slow", "gx", "prefect")  # marks of tests that take long


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take long: no core is left with one of them when all else is done."""
    long = {item.path for item in items if any(item.get_closest_marker(name) for name in _LONG)}
    items.sort(key=lambda item: item.path not in long)


@pytest.fixture(autouse=True)
def _own_environment() -> Iterator[None]:
    """Take back what a test leaves in the environment: commands hand settings on to their flow that way."""
    before = dict(os.environ)
    yield
    if os.environ != before:
        os.environ.clear()
        os.environ.update(before)


@pytest.fixture
def miniature_tables() -> dict[str, pa.Table]:
    """The miniature dataset as tables; in it every rule of validation holds."""
    return miniature.miniature_tables()


@pytest.fixture
def miniature_rows() -> miniature.Rows:
    """The miniature dataset's rows, for a test to break."""
    return miniature.miniature_rows()
