"""`casus show`: the published tables in the terminal."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click
import pyarrow.compute as pc

from flows.cli.console import say, write_json, write_table
from flows.cli.exit_codes import ExitCode
from flows.cli.options import json_option, out_option, settings_of
from flows.cli.views import VIEWS, Lookups, Row, View, figure, role_lines
from tasks.publish import reading
from tasks.publish.stored import stored_table

TABLES = (
    "events", "claims", "actors", "figures", "articles", "mentions", "event_actors", "citations",
    "claim_citations", "changes", "issues",
)  # fmt: skip


@click.command("show")
@click.argument("tables", nargs=-1, metavar="[TABLE ...]", type=click.Choice(TABLES))
@out_option
@click.option("--article", help="Only articles whose id or title contains this.")
@click.option(
    "--version", default="latest", show_default=True, help="A version, as `casus versions` lists it."
)
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="Rows shown a table.")
@json_option
def show_command(
    tables: tuple[str, ...],
    out: Path | None,
    config: Path | None,
    article: str | None,
    version: str,
    limit: int,
    as_json: bool,
) -> ExitCode:
    """Show tables of the dataset; events and claims if none is named.

    With --json all rows and all columns but the geometry are written: a list, or an object of lists for
    several tables.
    """
    names = tables or ("events", "claims")
    with reading(settings_of(config, out).out, version) as folder:
        wanted = _articles(folder, article)
        if article is not None and not wanted:
            raise click.BadParameter(f"no article's id or title contains {article!r}", param_hint="--article")
        rows = {name: _rows(folder, name, wanted) for name in names}
        look = Lookups() if as_json else _lookups(folder, names)
    if as_json:
        found: dict[str, list[dict[str, Any]]] = {
            name: [_plain(row) for row in some] for name, some in rows.items()
        }
        write_json(found if len(names) > 1 else found[names[0]])
        return ExitCode.DONE
    for name, some in rows.items():
        some = _lasting(some) if name == "changes" else some
        view = VIEWS.get(name) or _every_column(some)
        heading = f"{name}: {len(some):,}"
        cells = [view.cells(row, look) for row in some[:limit]]
        write_table(heading, {key: dict(options) for key, options in view.columns.items()}, cells)
        if len(some) > limit:
            say(f"{len(some) - limit:,} more rows; --limit {len(some)} shows all, --json all columns")
    return ExitCode.DONE


def _lasting(changes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the changes without those that were undone and those that undid them."""
    lasting = [row for row in changes if not (row["is_revert"] or row["is_reverted"])]
    if len(lasting) < len(changes):
        say(f"{len(changes) - len(lasting):,} changes were undone, or undid others; --json shows them too")
    return lasting


def _articles(folder: Path, part: str | None) -> list[str] | None:
    """Return the ids of the articles that are asked for; None for all."""
    if part is None:
        return None
    table = stored_table(folder, "articles", ["article_id", "title"])
    return [
        row["article_id"]
        for row in table.to_pylist()
        if part.casefold() in row["title"].casefold() or part.casefold() in row["article_id"].casefold()
    ]


def _rows(folder: Path, name: str, articles: Sequence[str] | None) -> list[dict[str, Any]]:
    """Return a table's rows, of the given articles alone where the table knows articles."""
    table = stored_table(folder, name)
    if articles is not None:
        column, values = _belonging(folder, table.column_names, articles)
        if column:
            table = table.filter(pc.field(column).isin(values))
    return table.to_pylist()  # type: ignore[no-any-return]


def _belonging(
    folder: Path, columns: Sequence[str], articles: Sequence[str]
) -> tuple[str | None, Sequence[str]]:
    """Return the column, and its values, that belong to the given articles."""
    if "article_id" in columns:
        return "article_id", articles
    for column, table in (("event_id", "events"), ("claim_id", "claims"), ("actor_id", "mentions")):
        if column in columns:
            keys = stored_table(folder, table, [column, "article_id"])
            mine = keys.filter(pc.field("article_id").isin(articles))
            return column, mine[column].unique().to_pylist()
    return None, ()


def _lookups(folder: Path, names: Sequence[str]) -> Lookups:
    """Return what the views of the named tables need of other tables."""
    if not {"events", "claims", "actors"} & set(names):
        return Lookups()
    actors = _mapping(folder, "actors", "actor_id", "name")
    figures: dict[str, list[str]] = defaultdict(list)
    if "claims" in names:
        for row in stored_table(folder, "figures").to_pylist():
            figures[row["claim_id"]].append(figure(row))
    roles = _roles(folder, actors) if "events" in names else {}
    return Lookups(names=actors, figures=figures, actors=roles)


def _roles(folder: Path, names: Mapping[str, str]) -> dict[str, list[str]]:
    """Return, for each event, a line a role: who had it, the telling roles first."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in stored_table(folder, "event_actors").to_pylist():
        name = names.get(row["actor_id"], "?") + (" (alleged)" if row["is_alleged"] else "")
        if name not in found[row["event_id"]][row["role"]]:
            found[row["event_id"]][row["role"]].append(name)
    return {event: role_lines(roles) for event, roles in found.items()}


def _mapping(folder: Path, table: str, key: str, value: str) -> Mapping[str, str]:
    columns = stored_table(folder, table, [key, value])
    return dict(zip(columns[key].to_pylist(), columns[value].to_pylist(), strict=True))


def _every_column(rows: Sequence[Row]) -> View:
    names = list(rows[0]) if rows else []
    return View(
        {name: {"overflow": "fold"} for name in names}, lambda row, look: [row[name] for name in names]
    )


def _plain(row: Row) -> dict[str, Any]:
    """Return a row as JSON values: dates as ISO 8601, no NaN, geometry left out."""
    return {name: _value(value) for name, value in row.items() if not isinstance(value, bytes)}


def _value(value: Any) -> Any:
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value
