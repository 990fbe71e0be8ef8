"""Small articles in a folder, and runs on them whose validation says what a test wants."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from tasks.settings import Settings, load_settings
from tasks.validate import QuarantinedRow, Result, Verdict

ARTICLE = """= {title} =

{title}
- Date: 3 March 2019
- Deaths: {deaths}

On 3 March 2019 a raid was made on the harbour of {title}. According to the harbour police, {deaths}
people were killed. The mayor denied that there was a raid.
"""


def write_article(raw: Path, title: str, deaths: int = 4) -> Path:
    """Write a small article; return its file."""
    raw.mkdir(parents=True, exist_ok=True)
    path = raw / f"{title.replace(' ', '_')}.txt"
    path.write_text(ARTICLE.format(title=title, deaths=deaths), "utf-8")
    return path


def settings_in(folder: Path, **overrides: Any) -> Settings:
    """Return settings that keep everything in a folder."""
    named = {key.replace("__", "."): value for key, value in overrides.items()}
    return load_settings(
        environment={}, overrides={"raw": folder / "raw", "out": folder / "processed", **named}
    )


def let_validation_say(
    monkeypatch: pytest.MonkeyPatch, *results: Result, quarantined: tuple[QuarantinedRow, ...] = ()
) -> None:
    """Let validation answer at once, without Great Expectations; tables pass as they are."""

    def answer(tables: Mapping[str, pa.Table], previous: object = None, **known: object) -> Verdict:
        return Verdict(tables, quarantined, results)

    monkeypatch.setattr("tasks.validate.validate", answer)


def failed(rule: str, severity: str = "critical") -> Result:
    """Return a table rule that failed."""
    return Result("check", "claims", rule, ("cue",), "table", severity, "it matters", False, "3 of 4")  # type: ignore[arg-type]
