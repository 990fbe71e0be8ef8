"""Whether one value may stand in a cell of a column: its Python type, its range, its text's form."""

from __future__ import annotations

import datetime
import math
import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache

import pyarrow as pa

from tasks.tables.column import Column

_UNFIT = re.compile("[\0\ud800-\udfff]")


class CellError(ValueError):
    """A value that a column's type does not allow; the message says why, without the value."""


def check_cell(column: Column, value: object) -> None:
    """Refuse a value that is not NULL and that the column's type cannot hold exactly.

    Ranges, patterns and vocabularies are the business of the expectations, which see whole tables.

    Raises:
        CellError: on another type, a number outside the type, text that is empty, not NFC or holds
            a NUL or a lone surrogate.
    """
    kind = column.type
    if pa.types.is_string(kind):
        _text(value, column.may_be_empty)
    elif pa.types.is_integer(kind):
        _integer(value, kind.bit_width)
    elif pa.types.is_boolean(kind):
        _of(value, bool)
    elif pa.types.is_floating(kind):
        _finite(value)
    elif pa.types.is_date(kind):
        if isinstance(value, datetime.datetime) or not isinstance(value, datetime.date):
            raise CellError(f"a date is due, not {type(value).__name__}")
    elif pa.types.is_timestamp(kind):
        _of(value, datetime.datetime)
        if value.tzinfo is None:  # type: ignore[attr-defined]
            raise CellError("an instant needs its time zone")
    elif pa.types.is_list(kind):
        _sequence(kind, value)
    else:
        raise CellError(f"no values of type {kind} are foreseen")


def _of(value: object, kind: type) -> None:
    if type(value) is not kind:
        raise CellError(f"{kind.__name__} is due, not {type(value).__name__}")


def _text(value: object, may_be_empty: bool) -> None:
    if not isinstance(value, str):
        raise CellError(f"text is due, not {type(value).__name__}")
    if not value and not may_be_empty:
        raise CellError("empty text; what is unknown is NULL")
    if value.isascii():
        if "\0" in value:
            raise CellError("text with a NUL character")
        return
    if _UNFIT.search(value):
        raise CellError("text with a NUL character or a lone surrogate")
    if not unicodedata.is_normalized("NFC", value):
        raise CellError("text that is not in Unicode's normal form C")


def _integer(value: object, bits: int) -> None:
    if isinstance(value, bool) or not isinstance(value, int):
        raise CellError(f"a whole number is due, not {type(value).__name__}")
    if not -(1 << (bits - 1)) <= value < 1 << (bits - 1):
        raise CellError(f"a number that does not fit into {bits} bits")


def _finite(value: object) -> None:
    if not isinstance(value, float):
        raise CellError(f"a float is due, not {type(value).__name__}")
    if not math.isfinite(value):
        raise CellError("a number that is not finite")


def _sequence(kind: pa.ListType, value: object) -> None:
    if isinstance(value, str) or not isinstance(value, Sequence):
        raise CellError(f"a list is due, not {type(value).__name__}")
    parts = _parts(kind)
    for item in value:
        if parts is None:
            _text(item, may_be_empty=False)
        elif not isinstance(item, Mapping) or item.keys() != parts.keys():
            raise CellError("a span has a start and an end")
        else:
            for name, bits in parts.items():
                _integer(item[name], bits)


@cache
def _parts(kind: pa.ListType) -> dict[str, int] | None:
    """Return the names and widths (bits) of what a list's items are made of; None for a list of text."""
    if pa.types.is_string(kind.value_type):
        return None
    return {part.name: part.type.bit_width for part in kind.value_type}
