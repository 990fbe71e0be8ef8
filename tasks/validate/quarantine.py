"""Taking out rows that break a row rule, with the rows that depend on them.

A row that breaks a row rule is not published.  Foreign keys stay whole: a row that refers to it goes
too, or, where the declaration says `on_missing="clear"`, forgets the reference.  An article whose main
event goes, goes with it.  What was derived
from rows that went is brought up to date in the rows that stay (`tasks.validate.derived`).
A row comes back by itself when a later run passes the rules: nothing is remembered between runs.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from tasks.tables.table import ForeignKey, Table
from tasks.tables.tables import TABLES
from tasks.validate.derived import brought_up_to_date
from tasks.validate.verdict import QuarantinedRow, Result

DEPENDS = "depends_on"

# Of a table, by position: the rule that a row breaks, and the value.
_Marked = dict[str, dict[int, tuple[str, str]]]


def split(
    tables: Mapping[str, pa.Table], results: Iterable[Result]
) -> tuple[dict[str, pa.Table], tuple[QuarantinedRow, ...]]:
    """Return the tables without the rows that break row rules or depend on such rows, and those rows.

    A row that breaks several rules is listed under the first.
    """
    marked: _Marked = {name: {} for name in tables}
    for result in results:
        if result.scope == "row":
            for offence in result.offences:
                marked[result.table].setdefault(offence.row, (result.rule, offence.value))
    _spread(tables, marked)
    if not any(marked.values()):
        return dict(tables), ()
    kept = {name: _without(table, marked[name]) for name, table in tables.items()}
    rows = tuple(
        _row(TABLES[name], table, position, rule, value)
        for name, table in tables.items()
        for position, (rule, value) in sorted(marked[name].items())
    )
    return brought_up_to_date(tables, _cleared(tables, kept, marked)), rows


def write(rows: Iterable[QuarantinedRow], folder: Path) -> list[Path]:
    """Write quarantined rows to `<folder>/<table>.jsonl`, one JSON object a line; return the files.

    Each line has table, key, rule, value, and the whole row, so that nothing is lost.
    """
    lines: dict[str, list[str]] = {}
    for row in rows:
        entry = {
            "table": row.table,
            "key": row.key,
            "rule": row.rule,
            "value": row.value,
            "row": row.content,
        }
        lines.setdefault(row.table, []).append(json.dumps(entry, ensure_ascii=False, default=str))
    if lines:
        folder.mkdir(parents=True, exist_ok=True)
    files = []
    for table, entries in lines.items():
        path = folder / f"{table}.jsonl"
        path.write_text("\n".join(entries) + "\n", "utf-8")
        files.append(path)
    return files


def _spread(tables: Mapping[str, pa.Table], marked: _Marked) -> None:
    """Mark rows that refer to marked rows, until no more are found."""
    _articles_without_main_event(tables, marked)
    links = [(TABLES[name], link) for name in tables for link in TABLES[name].foreign_keys]
    found = True
    while found:
        found = False
        for table, link in links:
            gone = _keys(tables[link.table], link.target, marked[link.table])
            if link.on_missing != "remove" or not gone:
                continue
            for position, value in enumerate(tables[table.name][link.column].to_pylist()):
                if value in gone and position not in marked[table.name]:
                    marked[table.name][position] = (DEPENDS, f"{link.table}.{link.target} {value}")
                    found = True


def _articles_without_main_event(tables: Mapping[str, pa.Table], marked: _Marked) -> None:
    """Mark articles whose main event is marked: the others would seem to be about something else."""
    events, articles = tables["events"], tables["articles"]["article_id"].to_pylist()
    headless = {}
    for position in marked["events"]:
        if events["is_main"][position].as_py():
            event = events["event_id"][position].as_py()
            headless[events["article_id"][position].as_py()] = f"events.event_id {event}"
    for position, article in enumerate(articles):
        if article in headless:
            marked["articles"].setdefault(position, (DEPENDS, headless[article]))


def _keys(table: pa.Table, column: str, positions: Iterable[int]) -> set[object]:
    positions = sorted(positions)
    return set(table[column].take(pa.array(positions, pa.int64())).to_pylist()) if positions else set()


def _without(table: pa.Table, positions: Mapping[int, object]) -> pa.Table:
    if not positions:
        return table
    return table.take(pa.array([n for n in range(table.num_rows) if n not in positions], pa.int64()))


def _cleared(
    tables: Mapping[str, pa.Table], kept: dict[str, pa.Table], marked: _Marked
) -> dict[str, pa.Table]:
    """Set references to rows that went to NULL where the declaration says so."""
    for name in kept:
        for link in TABLES[name].foreign_keys:
            gone = _keys(tables[link.table], link.target, marked[link.table])
            if link.on_missing == "clear" and gone:
                kept[name] = _forget(kept[name], link, gone)
    return kept


def _forget(table: pa.Table, link: ForeignKey, gone: set[object]) -> pa.Table:
    dangling = pc.is_in(table[link.column], value_set=pa.array(sorted(map(str, gone)), pa.string()))
    for column, value in {link.column: None, **link.also}.items():
        index = table.column_names.index(column)
        field = table.schema.field(index)
        cells = pc.if_else(dangling, pa.scalar(value, field.type), table[column])
        table = table.set_column(index, field, cells)
    return table


def _row(table: Table, staged: pa.Table, position: int, rule: str, value: str) -> QuarantinedRow:
    content = staged.slice(position, 1).to_pylist()[0]
    return QuarantinedRow(table.name, {name: content[name] for name in table.key}, rule, value, content)
