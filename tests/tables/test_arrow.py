"""Rows become tables exactly as declared, or an error says table, row, column and value."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.tables import TABLES, TableError, arrow_schema, to_table
from tests.miniature import Rows, miniature_rows


@pytest.mark.parametrize(
    ("table", "cells", "message"),
    [
        (
            "events",
            {"deaths_low": 1.5},
            r"event_id='event-1': deaths_low: a whole number is due, not float: 1.5",
        ),
        ("events", {"deaths_low": True}, "a whole number is due, not bool"),
        ("events", {"deaths_low": 1 << 63}, "does not fit into 64 bits"),
        ("events", {"event_order": 40_000}, "does not fit into 16 bits"),
        ("events", {"is_main": 1}, "is_main: bool is due, not int"),
        ("events", {"event_name": None}, "event_name: may not be NULL: None"),
        ("events", {"event_name": ""}, "empty text; what is unknown is NULL"),
        ("events", {"event_name": 7}, "text is due, not int"),
        ("events", {"event_name": "a\0b"}, "NUL character"),
        ("events", {"event_name": "a\ud800"}, "lone surrogate"),
        ("events", {"event_name": "e\u0301"}, "normal form C"),
        ("events", {"latitude": float("nan")}, "not finite"),
        ("events", {"latitude": "59"}, "a float is due, not str"),
        ("events", {"date_start": datetime(2031, 5, 4, tzinfo=UTC)}, "a date is due, not datetime"),
        ("events", {"date_start": "2031-05-04"}, "a date is due, not str"),
        ("events", {"no_such": 1}, "no_such: no such column: 1"),
        ("articles", {"retrieved_at": datetime(2031, 5, 4)}, "an instant needs its time zone"),  # noqa: DTZ001
        ("actors", {"aliases": "Quist"}, "a list is due, not str"),
        ("actors", {"aliases": [""]}, "empty text"),
        ("claims", {"spans": [{"start": 1}]}, "a span has a start and an end"),
        ("claims", {"spans": [{"start": 1, "end": "2"}]}, "a whole number is due, not str"),
    ],
)
def test_refuses_what_is_not_declared(
    table: str, cells: dict[str, Any], message: str, miniature_rows: Rows
) -> None:
    """A value of another type, NULL, empty or foreign columns are errors that name the place."""
    first = miniature_rows[table][0] | cells
    with pytest.raises(TableError, match=message) as caught:
        to_table(table, [first])
    assert (caught.value.table, caught.value.column) == (table, next(iter(cells)))


def test_a_missing_column_is_an_error(miniature_rows: Rows) -> None:
    """A row that lacks a column is not filled up with NULL."""
    row = miniature_rows["events"][0]
    del row["weapon"]
    with pytest.raises(TableError, match="weapon: the column is missing"):
        to_table("events", [row])


def test_order_of_rows_and_of_keys_does_not_matter(miniature_rows: Rows) -> None:
    """Rows in any order, with their cells in any order, give the same table."""
    for name, rows in miniature_rows.items():
        turned = [dict(reversed(row.items())) for row in reversed(rows)]
        assert to_table(name, turned).equals(to_table(name, rows), check_metadata=True)


def test_an_empty_table_has_its_schema() -> None:
    """Without rows there still are all columns with their types and descriptions."""
    for name, table in TABLES.items():
        empty = to_table(name, [])
        assert empty.schema.equals(arrow_schema(name), check_metadata=True)
        assert all(field.metadata[b"description"] for field in empty.schema)
        assert empty.schema.metadata[b"description"].decode().startswith(table.description)


def test_pandas_gets_nullable_types() -> None:
    """Whole numbers stay whole numbers beside NULL, beyond what a float holds exactly."""
    rows = miniature_rows()["events"]
    rows[0]["deaths_low"] = 2**53 + 1
    frame = to_table("events", rows).to_pandas()
    assert frame["deaths_low"].dtype == "Int64"
    assert frame["date_prec"].dtype == "Int8"
    assert set(frame["deaths_low"].dropna()) == {2**53 + 1, 2}
    assert frame["is_main"].dtype == "bool"
    assert to_table("articles", miniature_rows()["articles"]).to_pandas()["retrieved_at"].dt.tz is not None
    assert isinstance(frame["date_start"].iloc[0], date)
    assert pd.api.types.is_string_dtype(frame["event_name"])


_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)
_BY_TYPE: list[tuple[Any, st.SearchStrategy[Any]]] = [
    (pa.types.is_string, _TEXT.map(lambda text: __import__("unicodedata").normalize("NFC", text))),
    (pa.types.is_boolean, st.booleans()),
    (pa.types.is_date, st.dates()),
    (pa.types.is_timestamp, st.datetimes(timezones=st.just(UTC))),
    (pa.types.is_float64, st.floats(allow_nan=False, allow_infinity=False)),
    (pa.types.is_float32, st.floats(allow_nan=False, allow_infinity=False, width=32)),
]


def _values(field: pa.Field) -> st.SearchStrategy[Any]:
    kind = field.type
    if pa.types.is_integer(kind):
        limit = 1 << (kind.bit_width - 1)
        found: st.SearchStrategy[Any] = st.integers(-limit, limit - 1)
    elif pa.types.is_list(kind):
        offset = st.integers(0, 2**31 - 1)
        item = (
            _BY_TYPE[0][1]
            if pa.types.is_string(kind.value_type)
            else st.fixed_dictionaries({"start": offset, "end": offset})
        )
        found = st.lists(item, max_size=3)
    else:
        found = next(strategy for fits, strategy in _BY_TYPE if fits(kind))
    return st.none() | found if field.nullable else found


@given(st.data())
def test_rows_come_back_as_they_went_in(data: st.DataObject) -> None:
    """Whatever a column's type can hold is stored exactly."""
    name = data.draw(st.sampled_from(sorted(TABLES)))
    row = {field.name: data.draw(_values(field), field.name) for field in arrow_schema(name)}
    assert to_table(name, [row]).to_pylist() == [row]


def test_other_time_zones_are_the_same_instant(miniature_rows: Rows) -> None:
    """An instant in another time zone is stored as the same instant."""
    row = miniature_rows["articles"][0]
    from datetime import timezone

    shifted = row | {"retrieved_at": row["retrieved_at"].astimezone(timezone(timedelta(hours=5)))}
    assert to_table("articles", [shifted]).equals(to_table("articles", [row]))
