"""`casus export`: tables for programs that do not read Parquet."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from flows.cli.console import say, write_json
from flows.cli.exit_codes import ExitCode
from flows.cli.options import json_option, out_option, settings_of
from tasks.publish import reading


@click.command("export")
@click.argument("folder", required=False, type=click.Path(path_type=Path, file_okay=False))
@click.option("--csv", "as_csv", is_flag=True, help="Write CSV files: so far the only kind, and the default.")
@click.option(
    "--version", default="latest", show_default=True, help="A version, as `casus versions` lists it."
)
@out_option
@json_option
def export_command(
    folder: Path | None, as_csv: bool, version: str, out: Path | None, config: Path | None, as_json: bool
) -> ExitCode:
    """Write a version's tables to FOLDER (<out>/csv) as CSV files that a spreadsheet can open without harm.

    Cells that a spreadsheet would run as a formula get an apostrophe in front; how many, in which
    columns, is said. Offsets (char_start) count without it. The Parquet files keep the raw text.
    """
    from tasks.publish.export import export_csv

    dataset = settings_of(config, out).out
    folder = folder or dataset / "csv"
    with reading(dataset, version) as tables:
        done = export_csv(tables, folder)
    if as_json:
        write_json({name: asdict(what) for name, what in done.items()})
    for name, what in done.items():
        say(f"{folder / name}.csv: {what.rows:,} rows{_changes(what.disarmed, what.controls, what.longer)}")
        if what.left_out:
            say(f"  left out, CSV cannot hold them: {', '.join(what.left_out)}")
    return ExitCode.DONE


def _changes(disarmed: dict[str, int], controls: dict[str, int], longer: dict[str, int]) -> str:
    parts = [f"; an apostrophe before {_cells(n)} of {column}" for column, n in disarmed.items()]
    parts += [f"; control characters taken out of {_cells(n)} of {column}" for column, n in controls.items()]
    parts += [f"; {_cells(n)} of {column} longer than a spreadsheet keeps" for column, n in longer.items()]
    return "".join(parts)


def _cells(number: int) -> str:
    return f"{number:,} {'cell' if number == 1 else 'cells'}"
