"""A validation that asks only rows that are not as they were says what one of all rows says."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

import pyarrow as pa
import pytest

from benchmarks.made_up import made_up
from tasks.assemble import rows_of
from tasks.assemble.combine import combine
from tasks.assemble.row import Rows
from tasks.extract import extract
from tasks.sources.rendered_text import read_rendered_text
from tasks.tables import TABLES, to_table
from tasks.tables.cells import CellError, check_cell
from tasks.validate import Verdict, validate

pytestmark = pytest.mark.slow

Tables = Mapping[str, pa.Table]


@cache
def _rows(number: int, edition: int) -> Rows:
    article = made_up(number, edition)
    return rows_of(extract(read_rendered_text(article.text, source_path=article.file_name)))


def _tables(editions: Mapping[int, int]) -> dict[str, pa.Table]:
    return combine(_rows(number, edition) for number, edition in sorted(editions.items()))


def _spoilt(tables: Tables, pick: random.Random) -> dict[str, pa.Table]:
    """Return the tables with a cell that is another, a row that is gone, or one that another article has."""
    name = pick.choice([name for name in tables if tables[name].num_rows])
    rows: list[dict[str, Any]] = tables[name].to_pylist()
    place = pick.randrange(len(rows))
    if pick.random() < 0.2:
        del rows[place]
    else:
        column = pick.choice(
            [column for column in TABLES[name].columns if column.name not in TABLES[name].key]
        )
        values = [row[column.name] for row in rows]
        rows[place][column.name] = pick.choice([*pick.sample(values, min(3, len(values))), *_odd(column)])
        if rows[place][column.name] is None and column.name not in TABLES[name].nullable:
            return dict(tables)
    return {**tables, name: to_table(name, rows)}


def _odd(column: Any) -> list[Any]:
    odd = []
    for value in (None, "[[", "x", 0, -1, 3, 10_000, True, False, 0.0, [], ["|"]):
        try:
            if value is not None:
                check_cell(column, value)
            odd.append(value)
        except CellError:
            continue
    return odd


def _said(verdict: Verdict) -> Any:
    return [replace(result, breaking=()) for result in verdict.results], verdict.quarantined


def _same(one: Verdict, other: Verdict) -> None:
    for mine, theirs in zip(one.results, other.results, strict=True):
        assert replace(mine, breaking=()) == replace(theirs, breaking=())
    assert one.quarantined == other.quarantined
    assert all(one.tables[name].equals(other.tables[name]) for name in TABLES)


@pytest.mark.parametrize("seed", range(2))
def test_asking_some_rows_says_what_asking_all_says(seed: int) -> None:
    """Articles come, change and go, cells and rows are spoilt and mended again: the verdicts are the same."""
    pick = random.Random(seed)
    editions = dict.fromkeys(range(6), 0)
    last = validate(_tables(editions))
    assert last.broken is not None
    fewer = 0
    for _ in range(4):
        editions[pick.randrange(8)] = pick.randrange(3)
        if pick.random() < 0.3:
            del editions[pick.choice(sorted(editions))]
        tables = _tables(editions)
        for _ in range(pick.randrange(3)):
            tables = _spoilt(tables, pick)
        everything = validate(tables, last.tables)
        some = validate(tables, last.tables, broken=last.broken)
        _same(some, everything)
        assert some.asked is not None
        assert everything.asked is not None
        fewer += some.asked < everything.asked
        if everything.is_publishable and everything.broken is not None:
            last = some if some.broken is not None else everything
            assert last.broken == everything.broken
    assert fewer


def test_unchanged_tables_are_not_asked_again() -> None:
    """Only articles with a row that broke a rule are looked at."""
    tables = _tables(dict.fromkeys(range(3), 0))
    first = validate(tables)
    again = validate(tables, first.tables, broken=first.broken)
    assert first.asked == sum(table.num_rows for table in tables.values())
    assert again.asked == 0 or (first.broken is not None and first.broken.articles)
    assert _said(again) == _said(validate(tables, first.tables))
