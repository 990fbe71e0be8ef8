"""The actors of all articles: their ids, and one row each; of all anew, or of those that changes touch.

What an actor of an article is, depends on its own row and on the pages that its name is linked to in any
article; what stands in an actor's row, on the rows of articles that have its id.  So after a change ids are
looked at again of actors that are new or whose name is linked otherwise, and rows of ids that came or went.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tasks.assemble.part import Counts, Part
from tasks.assemble.same_actors import actor_ids, linked_pages, merged_rows
from tasks.tables import to_table

Flags = np.ndarray[Any, np.dtype[np.bool_]]
Ids = np.ndarray[Any, np.dtype[np.object_]]


@dataclass(frozen=True, slots=True)
class Merged:
    """The actors of a part.

    Attributes:
        actors: the table.
        ids: the real id of each actor of an article, in the order of the part's.
    """

    actors: pa.Table
    ids: pa.Array


def merged(part: Part) -> Merged:
    """Return the actors of a part.

    Raises:
        tasks.tables.errors.TableError: if a row does not keep its table's declaration.
    """
    rows = part.tables["actors"].to_pylist()
    ids = np.array(actor_ids(rows, linked_pages(rows)), object)
    actors = to_table("actors", _rows(part, ids, np.ones(len(rows), bool)))
    return Merged(actors, pa.array(ids, pa.string()))


def merged_again(part: Part, places: Counts, last: Part, before: Merged) -> Merged:
    """Return the same, using what is known of an earlier part.

    Args:
        part: the rows.
        places: of each actor of an article in the earlier part's rows; -1 where it has none.
        last: the earlier part.
        before: its actors.
    """
    is_kept = places >= 0
    is_dropped = np.ones(last.tables["actors"].num_rows, bool)
    is_dropped[places[is_kept]] = False
    names = _names(part.tables["actors"])
    is_moved = ~is_kept | _among(names, _linked_otherwise(part, ~is_kept, last, is_dropped))
    ids_before = before.ids.to_numpy(zero_copy_only=False)
    ids_now = np.full(len(places), None, object)
    ids_now[is_kept] = ids_before[places[is_kept]]
    was = ids_now.copy()
    rows = part.tables["actors"].filter(pa.array(is_moved)).to_pylist()
    linked = _linked(part, names.filter(pa.array(is_moved)))
    ids_now[is_moved] = actor_ids(rows, linked_pages(linked))
    is_other = (was != ids_now).astype(bool)
    wholes = _wholes(part)
    has_other_whole = (wholes >= 0) & is_other[wholes]
    touched = {
        *ids_before[is_dropped],
        *was[is_moved & is_kept],
        *ids_now[is_moved],
        *ids_now[has_other_whole],
    }
    due = pa.array(sorted(touched), pa.string())
    ids = pa.array(ids_now, pa.string())
    same = before.actors.filter(pc.invert(pc.is_in(before.actors["actor_id"], value_set=due)))
    again = to_table("actors", _rows(part, ids_now, _among(ids, due)))
    actors = pa.concat_tables([same, again]).combine_chunks()
    return Merged(actors.take(pc.sort_indices(actors["actor_id"])), ids)


def _linked_otherwise(part: Part, is_new: Flags, last: Part, is_dropped: Flags) -> pa.Array:
    """Return the names that came or went and are not linked to the pages that they were linked to."""
    came = _names(part.tables["actors"]).filter(pa.array(is_new))
    went = _names(last.tables["actors"]).filter(pa.array(is_dropped))
    names = pa.concat_arrays([came, went])
    now, then = linked_pages(_linked(part, names)), linked_pages(_linked(last, names))
    other = ["\0".join(name) for name in now.keys() | then.keys() if now.get(name) != then.get(name)]
    return pa.array(other, pa.string())


def _linked(part: Part, names: pa.Array) -> list[dict[str, Any]]:
    """Return the actors of articles that have one of the names and a page."""
    actors = part.tables["actors"]
    actors = actors.filter(pc.is_valid(actors["page_title"]))
    rows: list[dict[str, Any]] = actors.filter(pa.array(_among(_names(actors), names))).to_pylist()
    return rows


def _rows(part: Part, ids: Ids, is_due: Flags) -> list[dict[str, Any]]:
    """Return the merged rows of the actors that are due."""
    places = np.flatnonzero(is_due)
    rows: list[dict[str, Any]] = part.tables["actors"].take(pa.array(places)).to_pylist()
    for row, place, whole in zip(rows, places, _wholes(part)[places], strict=True):
        row["id"], row["whole"] = ids[place], None if whole < 0 else ids[whole]
    return merged_rows(rows)


def _wholes(part: Part) -> Counts:
    """Return the place of what each actor of an article is part of; -1 where it is part of nothing."""
    starts = part.starts("actors")
    first = np.repeat(starts[:-1], np.diff(starts))
    within = pc.fill_null(part.tables["actors"]["part_of"], -1).to_numpy()
    return np.where(within < 0, -1, first + within)


def _names(actors: pa.Table) -> pa.Array:
    """Return what articles share of an actor: its name, and whether it is a person."""
    is_person = pc.equal(actors["actor_kind"], "person")
    return _whole(pc.binary_join_element_wise(pc.if_else(is_person, "person", "body"), actors["key"], "\0"))


def _among(values: pa.Array, wanted: pa.Array) -> Flags:
    return np.asarray(pc.is_in(values, value_set=wanted).to_numpy(zero_copy_only=False), bool)


def _whole(column: pa.Array | pa.ChunkedArray) -> pa.Array:
    return column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
