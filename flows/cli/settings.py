"""`casus settings`: every setting, what it is set to, and what it does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
from pydantic import SecretStr

from flows.cli.console import write_json, write_table
from flows.cli.exit_codes import ExitCode
from flows.cli.options import json_option
from tasks.settings import Settings, keys, load_settings, variable_of


@click.command("settings")
@click.option("--config", type=click.Path(path_type=Path, dir_okay=False), help="Settings file [casus.toml].")
@json_option
def settings_command(config: Path | None, as_json: bool) -> ExitCode:
    """Show every setting with its value; secrets are not shown."""
    settings = load_settings(config)
    if as_json:
        write_json({key: shown(settings, key) for key in keys()})
        return ExitCode.DONE
    rows: list[list[object]] = [
        [key, variable_of(key), shown(settings, key), field.description] for key, field in keys().items()
    ]
    columns: dict[str, dict[str, Any]] = {
        "casus.toml": {"no_wrap": True}, "environment": {"no_wrap": True}, "value": {"overflow": "fold"},
        "what it does": {"overflow": "fold"},
    }  # fmt: skip
    write_table("Settings", columns, rows)
    return ExitCode.DONE


def shown(settings: Settings, key: str) -> object:
    """Return a setting's value as it may be shown."""
    value: Any = settings
    for part in key.split("."):
        value = getattr(value, part)
    if isinstance(value, SecretStr):
        return "set, not shown"
    if isinstance(value, Path):
        return str(value)
    return list(value) if isinstance(value, tuple) else value
