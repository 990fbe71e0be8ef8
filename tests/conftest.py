"""Fixtures that tests of several stages share."""

import pyarrow as pa
import pytest

from tests import miniature


@pytest.fixture
def miniature_tables() -> dict[str, pa.Table]:
    """The miniature dataset as tables; in it every rule of validation holds."""
    return miniature.miniature_tables()


@pytest.fixture
def miniature_rows() -> miniature.Rows:
    """The miniature dataset's rows, for a test to break."""
    return miniature.miniature_rows()
