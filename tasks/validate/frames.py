"""Staged tables as the pandas frames that expectations see: with helper columns behind their own."""

from __future__ import annotations

from typing import Any

import pandas as pd

from tasks.tables.suites import IN_TEXT, known
from tasks.tables.table import Table
from tasks.validate.staged import Staged


def frame(table: Table, staged: Staged) -> pd.DataFrame:
    """Return a table as a frame, rows in the same order, with `tasks.tables.suites.frame_columns`.

    A helper column whose columns the staged table lacks is left out: the expectation about the
    columns then fails and says which.
    """
    found: pd.DataFrame = staged.tables[table.name].to_pandas()
    here = set(found.columns)
    for link in table.foreign_keys:
        target = staged.tables[link.table]
        if link.column in here and link.target in target.column_names:
            keys = set(staged.column(link.table, link.target))
            values = staged.column(table.name, link.column)
            found[known(link.column, link.table)] = _flags(
                [None if value is None else value in keys for value in values]
            )
    if "char_end" in table.names and {"char_end"} <= here and here & {"article_id", "event_id"}:
        lengths = {article: len(text) for article, text in staged.text.items()}
        ends = zip(staged.column(table.name, "char_end"), staged.articles_of(table.name), strict=True)
        found[IN_TEXT] = _flags([end <= lengths.get(article, -1) for end, article in ends])
    return found


def _flags(values: list[Any]) -> pd.Series[Any]:
    return pd.Series(values, dtype="boolean")
