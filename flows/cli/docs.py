"""`casus docs`: Great Expectations' Data Docs."""

from __future__ import annotations

from pathlib import Path

import click

from flows.cli.console import say
from flows.cli.exit_codes import ExitCode
from flows.cli.options import out_option, settings_of
from tasks.publish import reading


@click.command("docs")
@click.argument("folder", required=False, type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--version", default="latest", show_default=True, help="A version, as `casus versions` lists it."
)
@out_option
def docs_command(folder: Path | None, version: str, out: Path | None, config: Path | None) -> ExitCode:
    """Build Great Expectations' Data Docs of a version in FOLDER (<out>/docs).

    Values of articles are left out of them, because they would not be escaped; the run report has
    them. Looked at in a browser, the pages ask a public network for their style sheets.
    """
    from tasks.pipeline import published_tables
    from tasks.validate.data_docs import build_data_docs

    dataset = settings_of(config, out).out
    with reading(dataset, version) as tables:
        page = build_data_docs(published_tables(tables), folder or dataset / "docs")
    say(f"Data Docs: {page}")
    return ExitCode.DONE
