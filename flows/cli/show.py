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
from flows.cli.row_views import VIEWS
from flows.cli.views import Lookups, role_lines
from tasks.publish import reading
from tasks.publish.stored import stored_table
from tasks.report.rows_in_words import Row, figure

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
        _write(name, _lasting(some) if name == "changes" else some, look, limit)
    return ExitCode.DONE


def _write(name: str, rows: list[dict[str, Any]], look: Lookups, limit: int) -> None:
    """Write the first rows of a table, with a column of their articles where they are of several."""
    view = VIEWS[name]
    if view.order is not None:
        order = view.order
        rows = sorted(rows, key=lambda row: order(row, look))
    if not rows:
        say(f"{name}: no rows")
        return
    columns = {key: dict(options) for key, options in view.columns.items()}
    cells = [view.cells(row, look) for row in rows[:limit]]
    articles = [look.article_of(row) for row in rows]
    if name != "articles" and len(set(articles)) > 1:
        columns = {"article": {"ratio": 2, "overflow": "fold"}, **columns}
        before = [None, *articles]  # an article is named in the first of its rows
        cells = [
            [None if article == last else article, *some]
            for article, last, some in zip(articles, before, cells, strict=False)
        ]
    write_table(f"{name}: {len(rows):,}", columns, cells)
    if len(rows) > limit:
        say(f"{len(rows) - limit:,} more rows; --limit {len(rows)} shows all, --json all columns")


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
    asked = set(names)
    figures: dict[str, list[str]] = defaultdict(list)
    if "claims" in asked:
        for row in stored_table(folder, "figures").to_pylist():
            figures[row["claim_id"]].append(figure(row))
    actors = _mapping(folder, "actors", "actor_id", "name") if asked - {"articles", "issues"} else {}
    events, claims = dict[str, Row](), dict[str, Row]()
    if asked & {"figures", "event_actors"}:
        events = _by_id(folder, "events", ["event_id", "article_id", "event_name"])
    if asked & {"figures", "event_actors", "claim_citations"}:
        columns = ["claim_id", "article_id", "claimant_actor_id", "claimant_raw", "voice", "claim_text"]
        claims = _by_id(folder, "claims", columns)
    return Lookups(
        titles=_mapping(folder, "articles", "article_id", "title"),
        names=actors,
        figures=figures,
        actors=_roles(folder, actors) if "events" in asked else {},
        events=events,
        claims=claims,
        citations=_citations(folder) if "claim_citations" in asked else {},
    )


def _by_id(folder: Path, table: str, columns: list[str]) -> dict[str, Row]:
    """Return a table's rows by their id, which is the first of the columns, each with its place ("order")."""
    rows = stored_table(folder, table, columns).to_pylist()
    return {row[columns[0]]: row | {"order": place} for place, row in enumerate(rows)}


def _citations(folder: Path) -> dict[str, str]:
    rows = stored_table(folder, "citations", ["citation_id", "title", "url"]).to_pylist()
    return {row["citation_id"]: row["title"] or row["url"] or row["citation_id"] for row in rows}


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


def _plain(row: Row) -> dict[str, Any]:
    """Return a row as JSON values: dates as ISO 8601, no NaN, geometry left out."""
    return {name: _value(value) for name, value in row.items() if not isinstance(value, bytes)}


def _value(value: Any) -> Any:
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value
