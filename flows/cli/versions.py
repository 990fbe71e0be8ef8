"""`casus versions`, `path`, `rollback`, `diff`, `prune`: what was published when, and going back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from flows.cli.console import say, write_json, write_table
from flows.cli.exit_codes import ExitCode
from flows.cli.options import json_option, out_option, settings_of
from tasks import publish
from tasks.publish import Layout
from tasks.settings import Settings

if TYPE_CHECKING:
    from tasks.publish.difference import Difference


WIDE = 90  # columns


@click.command("versions")
@out_option
@json_option
def versions_command(out: Path | None, config: Path | None, as_json: bool) -> ExitCode:
    """List the versions of the dataset, the oldest first.

    Exit code 2 if there is none.
    """
    layout = Layout(settings_of(config, out).out)
    found = publish.versions(layout)
    if as_json:
        write_json([_record(version) for version in found])
        return ExitCode.DONE if found else ExitCode.BAD_INPUT
    if not found:
        say(f"{layout.out}: nothing has been published here yet")
    else:
        columns: dict[str, dict[str, Any]] = {"": {}, "version": {"no_wrap": True}}
        columns["published (UTC)"] = {"no_wrap": True}
        numbers: dict[str, dict[str, Any]] = {
            name: {"justify": "right"} for name in ("articles", "events", "claims")
        }
        numbers["MB"] = {"justify": "right", "from_width": WIDE}
        write_table(f"Versions in {layout.versions}", columns | numbers, [_row(v) for v in found])
    if owner := publish.holder(layout):
        say(f"A run is working here: {owner}")
    return ExitCode.DONE if found else ExitCode.BAD_INPUT


def _record(version: publish.Version) -> dict[str, Any]:
    manifest = version.manifest
    return {
        "version": version.name,
        "is_current": version.is_current,
        "published_at": manifest.published_at if manifest else None,
        "run_id": manifest.run_id if manifest else None,
        "schema_version": manifest.schema_version if manifest else None,
        "bytes": version.bytes,
        "rows": {name: facts.rows for name, facts in manifest.tables.items()} if manifest else None,
    }


def _row(version: publish.Version) -> list[object]:
    mark = "→" if version.is_current else ""
    if version.manifest is None:
        return [mark, version.name, "manifest cannot be read", "", "", "", ""]
    tables = version.manifest.tables
    rows = [f"{tables[name].rows:,}" if name in tables else "" for name in ("articles", "events", "claims")]
    hour = f"{version.manifest.published_at:%Y-%m-%d %H:%M}"
    return [mark, version.name, hour, *rows, f"{version.bytes / 1e6:,.2f}"]


@click.command("path")
@click.argument("version", default="latest")
@out_option
def path_command(version: str, out: Path | None, config: Path | None) -> ExitCode:
    """Print the folder of a version: `D=$(casus path)` keeps to one version whatever is published meanwhile.

    VERSION is a name, its number, "latest" or "previous".
    """
    layout = Layout(settings_of(config, out).out)
    click.echo(str(layout.version(publish.find_version(layout, version))))
    return ExitCode.DONE


@click.command("rollback")
@click.argument("version", default="previous")
@out_option
def rollback_command(version: str, out: Path | None, config: Path | None) -> ExitCode:
    """Make an earlier version the current one; the others stay.

    VERSION is a name, its number, or "previous" (the default). The next run that finds other content
    publishes again: mend its input, or stop the schedule, before.
    """
    with _working(settings_of(config, out)) as layout:
        name = publish.find_version(layout, version)
        publish.rollback(layout, name)
    say(f"{layout.latest} is now {name}")
    return ExitCode.DONE


@click.command("prune")
@out_option
@click.option("--keep", type=click.IntRange(1), help="So many of the youngest stay [versions.keep].")
@click.option(
    "--keep-days", type=click.FloatRange(0), help="So do those younger than this [versions.keep_days]."
)
def prune_command(
    out: Path | None, config: Path | None, keep: int | None, keep_days: float | None
) -> ExitCode:
    """Remove old versions; never the current one, nor one that is being read."""
    settings = settings_of(config, out, versions__keep=keep, versions__keep_days=keep_days)
    with _working(settings) as layout:
        gone = publish.prune(layout, settings.versions.keep, timedelta(days=settings.versions.keep_days))
    stay = len(publish.numbered_versions(layout))
    say(f"{len(gone)} version{'s' if len(gone) != 1 else ''} removed, {stay} stay{'s' if stay == 1 else ''}")
    for name in gone:
        click.echo(name)
    return ExitCode.DONE


@contextmanager
def _working(settings: Settings) -> Iterator[Layout]:
    """Hold the lock of the dataset folder after clearing what dead runs left."""
    layout = Layout(settings.out)
    if not layout.out.is_dir():
        raise publish.NoVersionError(f"{layout.out}: there is no dataset here")
    with publish.locked(layout, settings.run.wait_seconds):
        publish.recover(layout)
        yield layout


@click.command("diff")
@click.argument("old", default="previous")
@click.argument("new", default="latest")
@out_option
@json_option
@click.option("--table", "tables", multiple=True, help="Only this table (may be repeated).")
@click.option("--limit", type=click.IntRange(0), default=20, show_default=True, help="Rows shown a table.")
def diff_command(
    old: str,
    new: str,
    out: Path | None,
    config: Path | None,
    as_json: bool,
    tables: tuple[str, ...],
    limit: int,
) -> ExitCode:
    """Show the rows added, dropped and changed between two versions, by key.

    Rows that an edit of their article has moved, without changing them, are counted alone.

    OLD and NEW are names, numbers, "latest" or "previous".
    """
    from tasks.publish.difference import compare_versions
    from tasks.tables import TABLES

    for name in tables:
        if name not in TABLES:
            raise click.BadParameter(f"there is no table {name!r}; there are {', '.join(TABLES)}")
    folder = settings_of(config, out).out
    with publish.reading(folder, old) as before, publish.reading(folder, new) as after:
        differences = compare_versions(before, after, tables)
    if as_json:
        write_json({name: change.as_record() for name, change in differences.items()})
        return ExitCode.DONE
    _show(f"{before.name} → {after.name}", differences, limit)
    return ExitCode.DONE


def _show(title: str, differences: Mapping[str, Difference], limit: int) -> None:
    """Write how many rows of each table differ, and the first `limit` of those that do."""
    counts: list[list[object]] = [
        [name, *(f"{n:,}" for n in (len(one.added), len(one.dropped), len(one.changed), one.moved, one.same))]
        for name, one in differences.items()
    ]
    columns: dict[str, dict[str, Any]] = {"table": {}} | {
        name: {"justify": "right"} for name in ("added", "dropped", "changed", "moved", "same")
    }
    write_table(title, columns, counts)
    for name, change in differences.items():
        lines = change.lines()
        if lines and limit:
            rows: list[list[object]] = [list(line) for line in lines[:limit]]
            layout: dict[str, dict[str, Any]] = {
                "": {"no_wrap": True},
                "key": {"overflow": "fold", "max_width": 40},
                "what": {"overflow": "fold"},
            }
            write_table(f"{name} (+ added, - dropped, ~ changed)", layout, rows)
            if len(lines) > limit:
                say(f"{len(lines) - limit:,} more in {name}; --limit {len(lines)} or --json shows them")
    if not any(change.lines() for change in differences.values()):
        say("No row differs.")
