"""`casus fetch`: pages of wikis into the raw folder, where `casus build` reads them without network."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from flows.cli.console import say, told, write_json
from flows.cli.exit_codes import ExitCode
from flows.cli.inputs import check_contact, told_apart, wiki_options
from flows.cli.options import json_option, settings_of
from tasks.visible import one_line


@click.command("fetch")
@click.argument("pages", nargs=-1, metavar="[PAGE ...]")
@wiki_options
@click.option("--raw", type=click.Path(path_type=Path), help="The folder that takes them [data/raw].")
@click.option("--config", type=click.Path(path_type=Path, dir_okay=False), help="Settings file [casus.toml].")
@click.option("--keep-going", is_flag=True, help="Count pages that cannot be had as no failure (exit 0).")
@json_option
@click.option("--quiet", "-q", is_flag=True, help="Say nothing but warnings and errors.")
def fetch_command(
    pages: tuple[str, ...],
    raw: Path | None,
    config: Path | None,
    keep_going: bool,
    as_json: bool,
    quiet: bool,
    **wiki: Any,
) -> ExitCode:
    """Take pages from wikis into the raw folder: only what is new there or has changed.

    PAGE is an address (https://en.wikipedia.org/wiki/Title), a title with its wiki's name
    (enwiki:Title), or a title of the wiki that --wiki names. fetch.contact has to be set, because wikis
    want to know whom to turn to.
    """
    from tasks.mediawiki.fetch import fetch

    settings = settings_of(config, None, raw=raw, run__keep_going=keep_going or None)
    _, wanted = told_apart(pages, settings, **wiki, titles_alone=True)
    if not wanted.is_something:
        raise click.UsageError("nothing to fetch: name pages, --category, --titles-file or --refresh")
    check_contact(wanted, settings)
    with told(quiet):
        fetched = fetch(settings, wanted)
    if as_json:
        write_json(asdict(fetched))
    for failure in fetched.failures:
        say(f"refused: {one_line(failure)}")
    if not quiet:
        for name in fetched.gone:
            say(f"deleted: {one_line(name)} (its rows stay)")
        for name in fetched.moved:
            say(f"renamed: {one_line(name)}")
        say(f"{fetched.summary()}, in {settings.raw}")
    return ExitCode.BAD_INPUT if fetched.failures and not settings.run.keep_going else ExitCode.DONE
