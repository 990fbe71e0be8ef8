"""A folder in which commands are given."""

import os
from pathlib import Path

import pytest

from tests.pipeline.small_run import let_validation_say, write_article


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory with two articles; validation passes everything at once."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("CASUS_")]:
        monkeypatch.delenv(name)
    for title in ("Alpha", "Beta"):
        write_article(tmp_path / "data" / "raw", title)
    let_validation_say(monkeypatch)
    return tmp_path
