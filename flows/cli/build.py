"""`casus build`: a whole run from the command line."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from flows.cli.console import say, told, write_json
from flows.cli.exit_codes import ExitCode
from flows.cli.inputs import check_contact, told_apart, unusable, wiki_options
from flows.cli.options import json_option, out_option, settings_of
from tasks.mediawiki.wanted import Wanted
from tasks.publish import Layout, current
from tasks.publish.lock import make_folder
from tasks.report.advice import advice
from tasks.run.errors import RunError
from tasks.run.hook import tell
from tasks.run.outcome import Outcome
from tasks.settings import Settings
from tasks.visible import counted, one_line


@click.command("build")
@click.argument("inputs", nargs=-1, metavar="[INPUT ...]")
@wiki_options
@out_option
@click.option("--no-prefect", is_flag=True, help="Run the same steps without Prefect.")
@click.option("--keep-going", is_flag=True, help="Count refused articles as no failure (exit 0).")
@click.option("--full", is_flag=True, help="Extract every article anew, using nothing of earlier runs.")
@click.option(
    "--drop-articles", is_flag=True, help="Publish even if most articles of the last dataset disappear."
)
@click.option("--wait", type=float, metavar="SECONDS", help="Wait for another run on the folder.")
@click.option("--all-pages", is_flag=True, help="Of a dump, take all articles, not those on events alone.")
@json_option
@click.option("--quiet", "-q", is_flag=True, help="Say nothing but warnings and errors.")
def build_command(
    inputs: tuple[str, ...],
    out: Path | None,
    config: Path | None,
    no_prefect: bool,
    keep_going: bool,
    full: bool,
    drop_articles: bool,
    wait: float | None,
    all_pages: bool,
    as_json: bool,
    quiet: bool,
    **wiki: Any,
) -> ExitCode:
    """Read articles, extract, validate, and publish all tables at once.

    The dataset then holds the articles of INPUT and no others. INPUT is a file
    or a folder of articles, an XML export or dump of a wiki (plain, bz2, gzip or zstd), or a page of a
    wiki (https://en.wikipedia.org/wiki/Title, enwiki:Title); without any, the folder of raw data
    (data/raw).
    """
    settings = settings_of(
        config, out, prefect__use=False if no_prefect else None,
        run__keep_going=keep_going or None, run__full=full or None, run__wait_seconds=wait,
        run__drop_articles=drop_articles or None, dumps__pages="all" if all_pages else None,
    )  # fmt: skip
    files, wanted = told_apart(inputs, settings, **wiki)
    check_contact(wanted, settings)
    before = current(Layout(settings.out))
    outcome = _not_begun(settings, files, wanted)
    try:
        with told(quiet):
            outcome = outcome or _run(settings, files, wanted)
    except KeyboardInterrupt:
        return _interrupted(before, current(Layout(settings.out)))
    if as_json:
        write_json(asdict(outcome))
    _tell(outcome, quiet)
    return _code(outcome, settings)


def _not_begun(settings: Settings, files: tuple[Path, ...], wanted: Wanted) -> Outcome | None:
    """Return how a run ends that has nothing to read, before anything is started or made; else None.

    Raises:
        PublishError: if there is no folder to publish to, and none can be made.
    """
    if not wanted.is_something and (failures := unusable(files, settings)):
        reason = "\n".join(failures)
        out = str(settings.out)
        outcome = Outcome("failed", "", out, current(Layout(settings.out)), reason, failures=failures)
        tell(settings.hook, outcome)
        return outcome
    make_folder(Layout(settings.out))
    return None


def _run(settings: Settings, inputs: tuple[Path, ...], wanted: Wanted) -> Outcome:
    """Run the flow, or its steps bare; return how it ended.

    Raises:
        PublishError: if the dataset folder cannot be worked on.
    """
    try:
        if not settings.prefect.use:
            from tasks.pipeline import build

            return build(settings, inputs, wanted=wanted)
        from flows.with_prefect import build_with_prefect

        return build_with_prefect(settings, inputs, wanted)
    except RunError as error:
        if error.outcome is None:
            raise
        return error.outcome


def _interrupted(before: str | None, now: str | None) -> ExitCode:
    """Say what the dataset is after Ctrl-C or SIGTERM, which may have come when all was done."""
    if now == before:
        say("Interrupted; the last dataset is as it was.")
    else:
        say(f"Interrupted when version {now} had been published; the next run tidies up after this one.")
    return ExitCode.INTERRUPTED


def _tell(outcome: Outcome, quiet: bool) -> None:
    """Say how the run ended, what there is now and where."""
    for failure in outcome.failures:
        say(f"refused: {one_line(failure)}")
    for warning in outcome.warnings:
        say(f"warning: {one_line(warning)}")
    for line in outcome.waived:
        say(f"let through by --drop-articles: {one_line(line)}")
    if outcome.end == "refused":
        say("Nothing was published: validation refused the tables. The last dataset is as it was.")
        for line in (*outcome.reason.splitlines(), *advice(outcome)):
            say(f"  {one_line(line)}")
    elif outcome.end == "failed":
        reasons = [line for line in outcome.reason.splitlines() if line not in outcome.failures]
        why = "" if reasons else ": no input could be used"
        say(f"Nothing was published{why}. The last dataset is as it was.")
        for line in reasons:
            say(f"  {one_line(line)}")
        if not outcome.run_id:
            say("Name files, folders or pages of a wiki (`casus build --help`), or fill the raw folder.")
    elif not quiet:
        rows = ", ".join(
            counted(outcome.rows.get(f"{name}s", 0), name) for name in ("event", "actor", "claim")
        )
        first = "Published" if outcome.end == "published" else "Nothing new: still"
        say(f"{first} version {outcome.version}: {rows}")
        if changes := _changes(outcome.articles):
            say(f"  articles  {changes}")
        say(f"  tables  {Path(outcome.out) / 'latest'}/<table>.parquet")
    if outcome.report and not quiet:
        say(f"  report  {outcome.report}")


def _changes(articles: dict[str, int]) -> str:
    """Return what became of the articles of the last dataset, where any of them changed or went."""
    words = {"new": "new", "changed": "changed", "unchanged": "as before", "dropped": "no longer in it"}
    some = [f"{articles[state]:,} {word}" for state, word in words.items() if articles.get(state)]
    return ", ".join(some) if articles.get("dropped") or articles.get("changed") else ""


def _code(outcome: Outcome, settings: Settings) -> ExitCode:
    if outcome.end == "refused":
        return ExitCode.REFUSED
    if outcome.end == "failed" or (outcome.failures and not settings.run.keep_going):
        return ExitCode.BAD_INPUT
    return ExitCode.DONE
