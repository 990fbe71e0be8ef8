"""Rows of a table now and then, matched by their key: which are new, different or gone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tasks.tables.tables import TABLES

Flags = np.ndarray[Any, np.dtype[np.bool_]]
Places = np.ndarray[Any, np.dtype[np.int64]]
# What these hold depends on when articles were fetched, not on how they are read.
OF_THE_TAKING = ("retrieved_at", "last_seen_revision_id", "last_seen_at")


@dataclass(frozen=True, slots=True)
class Matched:
    """The rows of a table now, against those that it had then.

    Attributes:
        is_other: of each row now, whether it is new or differs in any column.
        gone: how many rows of then are there no more.
        altered: how many are there with other content, times of taking and seeing apart.
    """

    is_other: Flags
    gone: int
    altered: int


def matched(name: str, now: pa.Table, then: pa.Table) -> Matched:
    """Return how the rows of a table are matched; columns that only one has are not looked at."""
    places = pc.index_in(_keys(name, now), value_set=_keys(name, then))
    found = places.is_valid().to_numpy(zero_copy_only=False)
    here = pa.array(np.flatnonzero(found), pa.int64())
    there = places.drop_null()
    other, altered = ~found, np.zeros(len(found), bool)
    for column in TABLES[name].names:
        if column in then.column_names and column in now.column_names:
            differs = different(_taken(now[column], here), _taken(then[column], there))
            places_now = np.flatnonzero(found)[differs]
            other[places_now] = True
            if column not in OF_THE_TAKING:
                altered[places_now] = True
    return Matched(other, then.num_rows - len(there), int(altered.sum()))


def different(one: pa.Array, other: pa.Array) -> Flags:
    """Return for each row whether two columns of one type differ; NULL equals NULL."""
    if pa.types.is_list(one.type):
        return _different_lists(one, other)
    if pa.types.is_struct(one.type):
        flags = np.zeros(len(one), bool)
        for n in range(one.type.num_fields):
            flags |= different(pc.struct_field(one, n), pc.struct_field(other, n))
        return flags
    differ = pc.fill_null(pc.not_equal(one, other), False)
    flags = pc.or_(differ, pc.xor(pc.is_null(one), pc.is_null(other))).to_numpy(zero_copy_only=False)
    return np.asarray(flags, bool)


def key_column(table: pa.Table, columns: Sequence[str]) -> pa.Array:
    """Return one value a row that stands for all of the given columns, none of which may be NULL."""
    if len(columns) == 1:
        return whole(table[columns[0]])
    # No text of a table holds a NUL, so nothing else can look the same.
    texts = [whole(table[column]).cast(pa.string()) for column in columns]
    return pc.binary_join_element_wise(*texts, "\0")


def _keys(name: str, table: pa.Table) -> pa.Array:
    return key_column(table, TABLES[name].key)


def _different_lists(one: pa.Array, other: pa.Array) -> Flags:
    lengths = [pc.fill_null(pc.list_value_length(column), -1).to_numpy() for column in (one, other)]
    flags = np.asarray(lengths[0] != lengths[1], bool)
    same = pa.array(~flags)
    one, other = one.filter(same), other.filter(same)
    rows = np.flatnonzero(~flags)[pc.list_parent_indices(one).to_numpy()]
    flags[rows[different(pc.list_flatten(one), pc.list_flatten(other))]] = True
    return flags


def _taken(column: pa.ChunkedArray, places: pa.Array) -> pa.Array:
    # All texts of a large corpus together are more than Arrow's short offsets reach.
    is_text = pa.types.is_string(column.type)
    return whole((column.cast(pa.large_string()) if is_text else column).take(places))


def whole(column: pa.Array | pa.ChunkedArray) -> pa.Array:
    """Return a column in one piece."""
    if isinstance(column, pa.ChunkedArray):
        column = column.combine_chunks()
    return pa.concat_arrays(column.chunks) if isinstance(column, pa.ChunkedArray) else column
