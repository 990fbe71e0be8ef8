"""Columns that say what a revision of an article added, dropped or altered."""

from __future__ import annotations

from typing import get_args

import pyarrow as pa

from tasks.model.change import ChangedTable, ChangeKind
from tasks.tables.column import Column
from tasks.tables.fields.events import MOST_PEOPLE


def _bound(name: str, description: str) -> Column:
    return Column(name, pa.int64(), description, minimum=0, maximum=MOST_PEOPLE, unit="people", since="1.1")


COLUMNS = (
    Column("change_id", pa.string(), "The change.", since="1.1"),
    Column("previous_revision_id", pa.int64(), "The revision before it; NULL for the first.", since="1.1"),
    Column("change_order", pa.int32(), "Place among the changes of its revision.", minimum=0, since="1.1"),
    Column(
        "change_kind",
        pa.string(),
        "added: the row was not there before; dropped: it is there no more; altered: a column differs.",
        values=get_args(ChangeKind),
        since="1.1",
    ),
    Column(
        "changed_table",
        pa.string(),
        "What changed: a statement, a number in one, or the article's own event.",
        values=get_args(ChangedTable),
        since="1.1",
    ),
    Column(
        "changed_column",
        pa.string(),
        "The column that was altered ('claimant', 'claim_text', 'value', 'deaths_high'); NULL for rows that "
        "came or went.",
        pattern="[a-z][a-z0-9_]*",
        since="1.1",
    ),
    Column("old_value", pa.string(), "What it was, as text ('78'); NULL if there was nothing.", since="1.1"),
    Column("new_value", pa.string(), "What it is, as text ('79'); NULL if there is nothing.", since="1.1"),
    _bound("old_low", "The number's lower bound as it was."),
    _bound("old_high", "The number's upper bound as it was."),
    _bound("new_low", "The number's lower bound as it is."),
    _bound("new_high", "The number's upper bound as it is."),
    Column("claimant", pa.string(), "Who makes the statement, by that revision.", since="1.1"),
    Column(
        "thread_id",
        pa.string(),
        "Shared by all changes of one statement, whatever its words became.",
        since="1.1",
    ),
    Column("old_claim_id", pa.string(), "The id of the statement as it was.", since="1.1"),
    Column("new_claim_id", pa.string(), "The id of the statement as it is in that revision.", since="1.1"),
    Column(
        "is_revert", pa.bool_(), "Whether the revision restored an earlier text to the letter.", since="1.1"
    ),
    Column(
        "is_reverted",
        pa.bool_(),
        "Whether a later revision undid it, by restoring an earlier text to the letter.",
        since="1.1",
    ),
)
