"""`casus check`: is a published dataset what it was when it was published, and does it keep the rules?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from flows.cli.console import say, write_json
from flows.cli.exit_codes import ExitCode
from flows.cli.options import json_option, out_option, settings_of
from tasks.publish import Layout, damage, find_version, reading
from tasks.visible import one_line


@click.command("check")
@out_option
@click.option(
    "--version", default="latest", show_default=True, help="A version, as `casus versions` lists it."
)
@click.option("--files-only", is_flag=True, help="Only checksums: quick, without the expectations.")
@json_option
def check_command(
    out: Path | None, config: Path | None, version: str, files_only: bool, as_json: bool
) -> ExitCode:
    """Check a published dataset: checksums against its manifest, schema, expectations, cross-table rules.

    Exit code 0 if it is well, 1 if it is not.
    """
    folder = settings_of(config, out).out
    layout = Layout(folder)
    name = find_version(layout, version)
    wrong = list(damage(layout, name))
    warnings: list[str] = []
    rules = 0
    if not wrong and not files_only:
        with reading(folder, name) as tables:
            rules, broken, warnings = _rules(tables)
        wrong += broken
    if as_json:
        record: dict[str, Any] = {"version": name, "wrong": wrong, "warnings": warnings, "rules": rules}
        write_json(record)
    for line in warnings:
        say(f"warning: {one_line(line)}")
    for line in wrong:
        say(f"wrong: {one_line(line)}")
    checked = "checksums" if files_only or (wrong and not rules) else f"checksums and {rules} rules"
    say(f"{name}: {'not what it should be' if wrong else 'well'} ({checked} checked)")
    return ExitCode.REFUSED if wrong else ExitCode.DONE


def _rules(folder: Path) -> tuple[int, list[str], list[str]]:
    """Return how many rules were checked, those that are broken, and those that warn.

    A row rule that a published row breaks is a fault here: such rows should be in quarantine.
    """
    from tasks.pipeline import published_tables
    from tasks.validate import validate

    tables = published_tables(folder)
    verdict = validate(tables)
    broken = [str(result) for result in verdict.failures]
    broken += [str(result) for result in verdict.warnings if result.scope == "row"]
    warned = [str(result) for result in verdict.warnings if result.scope != "row"]
    return len(verdict.results), broken, warned
