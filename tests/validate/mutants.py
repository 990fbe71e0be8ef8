"""For each expectation a frame that breaks it, made from its type and keywords."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

# What a pattern does not allow, where a blank line is not enough.
FORBIDDEN = {
    ("actors", "name"): {
        "expect_column_values_to_match_regex": "12",
        "expect_column_values_to_not_match_regex": "the X",
    },
    ("mentions", "name_raw"): {"expect_column_values_to_not_match_regex": "a\nb"},
    ("claims", "claimant_raw"): {"expect_column_values_to_not_match_regex": "that man"},
    ("claims", "claim_text"): {"expect_column_values_to_not_match_regex": "that it is"},
}


def mutant(table: str, entry: Mapping[str, Any], frame: pd.DataFrame) -> pd.DataFrame:
    """Return a copy of a frame, sound otherwise, that breaks one expectation.

    Raises:
        KeyError: if no mutant is known for an expectation of this type.
    """
    kind, kwargs = entry["type"], entry["kwargs"]
    return MUTATIONS[kind](
        frame.copy(), kwargs, FORBIDDEN.get((table, kwargs.get("column", "")), {}).get(kind)
    )


def _set(frame: pd.DataFrame, column: str, value: Any) -> pd.DataFrame:
    """Return the frame with a value in the first row of a column, whatever its type."""
    cells = frame[column].astype(object).tolist()
    cells[0] = value
    frame[column] = pd.Series(cells, dtype=object, index=frame.index)
    return frame


def _between(frame: pd.DataFrame, kwargs: Mapping[str, Any], _: Any) -> pd.DataFrame:
    if isinstance(kwargs.get("max_value"), str):
        return _set(frame, kwargs["column"], date.fromisoformat(kwargs["max_value"]).replace(year=9000))
    value = kwargs["min_value"] - 1 if "min_value" in kwargs else kwargs["max_value"] + 1
    return _set(frame, kwargs["column"], value)


def _longer(frame: pd.DataFrame, kwargs: Mapping[str, Any], _: Any) -> pd.DataFrame:
    return _set(frame, kwargs["column"], "x" * (kwargs["max_value"] + 1))


def _pair(frame: pd.DataFrame, kwargs: Mapping[str, Any], _: Any) -> pd.DataFrame:
    first, second = kwargs["column_A"], kwargs["column_B"]
    if first.startswith(("date", "accessed")):
        return _set(_set(frame, first, date(2000, 1, 1)), second, date(2000, 1, 2))
    return _set(_set(frame, first, 3), second, 4)


def _same(frame: pd.DataFrame, kwargs: Mapping[str, Any], _: Any) -> pd.DataFrame:
    for column in kwargs["column_list"]:
        frame = _set(frame, column, 7.5)
    return frame


def _doubled(frame: pd.DataFrame, kwargs: Mapping[str, Any], _: Any) -> pd.DataFrame:
    return pd.concat([frame, frame.head(1)], ignore_index=True)


def _emptied(frame: pd.DataFrame, kwargs: Mapping[str, Any], _: Any) -> pd.DataFrame:
    frame[kwargs["column"]] = pd.Series([None] * len(frame), dtype=frame[kwargs["column"]].dtype)
    return frame


MUTATIONS = {
    "expect_table_row_count_to_be_between": lambda frame, kwargs, _: frame.head(0),
    "expect_table_columns_to_match_ordered_list": lambda frame, kwargs, _: frame[list(frame)[::-1]],
    "expect_column_values_to_be_unique": _doubled,
    "expect_compound_columns_to_be_unique": _doubled,
    "expect_column_values_to_be_in_set": lambda frame, kwargs, _: _set(
        frame, kwargs["column"], False if kwargs["value_set"] == [True] else "Nonsense"
    ),
    "expect_column_values_to_be_between": _between,
    "expect_column_values_to_match_regex": lambda frame, kwargs, bad: _set(
        frame, kwargs["column"], bad or " \n "
    ),
    "expect_column_values_to_not_match_regex": lambda frame, kwargs, bad: _set(frame, kwargs["column"], bad),
    "expect_column_pair_values_a_to_be_greater_than_b": _pair,
    "expect_select_column_values_to_be_unique_within_record": _same,
    "expect_column_value_lengths_to_be_between": _longer,
    "expect_column_values_to_be_json_parseable": lambda frame, kwargs, _: _set(frame, kwargs["column"], "{"),
    "expect_column_unique_value_count_to_be_between": _emptied,
    "expect_column_proportion_of_non_null_values_to_be_between": _emptied,
}
