"""How far each rule looks: what the answer for one row can depend on.

- "article": the row, and rows of the same article in any table (see `tasks.validate.separate` for what
  makes an article stand by itself);
- "actor": an actor's row, its mentions, and the texts of the articles that mention it;
- "dataset": anything.

A row whose surroundings are what they were when a rule held for it need not be asked again.  A check says
how far it looks where it is declared; for expectations it follows from their type, and stands here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from tasks.tables.suites import IN_TEXT

Reach = Literal["article", "actor", "dataset"]

# Types that look at one row at a time; all others look at the whole table.
OF_ONE_ROW = frozenset(
    {
        "expect_column_pair_values_a_to_be_greater_than_b",
        "expect_column_value_lengths_to_be_between",
        "expect_column_values_to_be_between",
        "expect_column_values_to_be_in_set",
        "expect_column_values_to_be_json_parseable",
        "expect_column_values_to_match_regex",
        "expect_column_values_to_not_match_regex",
        "expect_select_column_values_to_be_unique_within_record",
    }
)


def is_of_one_row(entry: Mapping[str, Any]) -> bool:
    """Say whether an expectation's answer for a row depends on that row (and its article's text) alone.

    One that allows some rows to break it ("mostly") speaks of the table; that a key is known depends on
    another table.
    """
    is_such = entry["type"] in OF_ONE_ROW and "mostly" not in entry["kwargs"]
    return is_such and not is_reference(entry)


def is_reference(entry: Mapping[str, Any]) -> bool:
    """Say whether an expectation is that a foreign key finds its row."""
    column = str(entry["kwargs"].get("column", ""))
    return entry["type"] == "expect_column_values_to_be_in_set" and "__in__" in column and column != IN_TEXT
