"""Options that several commands share, and the settings that come of them."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from tasks.settings import FILE_VARIABLE, Settings, load_settings

F = TypeVar("F", bound=Callable[..., Any])


def out_option(command: F) -> F:
    """Add `--out` and `--config`."""
    command = click.option(
        "--config", type=click.Path(path_type=Path, dir_okay=False), help="Settings file [casus.toml]."
    )(command)
    return click.option(
        "--out", type=click.Path(path_type=Path), help="The dataset folder [data/processed]."
    )(command)


def json_option(command: F) -> F:
    """Add `--json`."""
    return click.option("--json", "as_json", is_flag=True, help="Write JSON for a script.")(command)


def settings_of(config: Path | None, out: Path | None, **overrides: Any) -> Settings:
    """Return the settings with what the command line says; a `__` in a name stands for a dot.

    Raises:
        SettingsError: if they cannot be used.
    """
    if config is not None:
        os.environ[FILE_VARIABLE] = str(config)  # the flow reads the same file
    said = {name.replace("__", "."): value for name, value in overrides.items()}
    return load_settings(config, overrides={"out": out, **said})
