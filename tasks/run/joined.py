"""The joined rows of all articles of the last run, kept beside the results of single articles.

One file: tables as Arrow streams one behind another, then what they are as JSON, then that text's
length and checksum.  It is written beside its place and put there in one step; a file that is torn, or
that other code wrote, counts as not there.  Nothing is lost without it but time.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from tasks.assemble.merged_actors import Merged
from tasks.assemble.part import Part
from tasks.run.catalogue import mark_of
from tasks.run.fingerprint import whole_fingerprint

_TAIL = 16 + 64  # digits of the length and of the checksum
_IDS, _MERGED = "ids of actors", "merged actors"  # beside the tables of the part
_ALIGNED = 64  # bytes, so that Arrow reads the columns where they lie


@dataclass(frozen=True, slots=True)
class Joined:
    """The joined rows of articles.

    Attributes:
        keys: of each article's result, in the order of the rows.
        part: the rows.
        merged: the actors.
    """

    keys: tuple[str, ...]
    part: Part
    merged: Merged


def joined_mark(extractor: str) -> str:
    """Return what joined rows depend on beside the articles: the code, the user's additions."""
    return mark_of("1", whole_fingerprint(), extractor)


def write_joined(path: Path, joined: Joined, mark: str) -> None:
    """Keep joined rows; `mark` is of all that they depend on beside the articles.

    Raises:
        OSError: if they cannot be written; what was kept before stays.
    """
    neighbour = path.with_name(f".tmp-{path.name}-{os.getpid()}")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        places = {}
        with pa.OSFile(str(neighbour), "wb") as file:
            for name, table in _tables(joined).items():
                begin = file.tell()
                with pa.ipc.new_stream(file, table.schema) as to:
                    to.write_table(table)
                places[name] = (begin, file.tell() - begin)
                file.write(b"\0" * (-file.tell() % _ALIGNED))
        facts = {"mark": mark, "keys": joined.keys, "counts": joined.part.counts.tolist(), "tables": places}
        with neighbour.open("rb") as written:
            facts["sha256"] = hashlib.file_digest(written, "sha256").hexdigest()
        text = json.dumps(facts).encode()
        with neighbour.open("ab") as end:
            end.write(text + f"{len(text):016d}{hashlib.sha256(text).hexdigest()}".encode())
            end.flush()
            os.fsync(end.fileno())
        neighbour.replace(path)
    finally:
        neighbour.unlink(missing_ok=True)


def read_joined(path: Path, mark: str) -> Joined | None:
    """Return what is kept there; None where nothing is, it is torn, or made with something else."""
    try:
        with pa.memory_map(str(path)) as file:
            buffer = file.read_buffer()
        found = _facts(buffer, mark)
        if found is None:
            return None
        facts, length = found
        if hashlib.sha256(buffer.slice(0, length)).hexdigest() != facts["sha256"]:
            return None
        tables = {name: _table(buffer, *place) for name, place in facts["tables"].items()}
        ids, actors = tables.pop(_IDS)["id"].combine_chunks(), tables.pop(_MERGED)
        counts = np.array(facts["counts"], np.int64).reshape(len(facts["keys"]), -1)
        return Joined(tuple(facts["keys"]), Part(tables, counts), Merged(actors, ids))
    except (OSError, ValueError, KeyError, TypeError, pa.ArrowException):
        return None


def _tables(joined: Joined) -> dict[str, pa.Table]:
    ids = pa.table({"id": joined.merged.ids})
    return {**joined.part.tables, _IDS: ids, _MERGED: joined.merged.actors}


def _facts(buffer: pa.Buffer, mark: str) -> tuple[Mapping[str, Any], int] | None:
    """Return what stands behind the tables, and how long these are together."""
    tail = buffer.slice(max(0, buffer.size - _TAIL)).to_pybytes().decode("ascii")
    length = buffer.size - _TAIL - int(tail[:16])
    if length < 0:
        return None
    text = buffer.slice(length, int(tail[:16])).to_pybytes()
    if hashlib.sha256(text).hexdigest() != tail[16:]:
        return None
    facts: dict[str, Any] = json.loads(text)
    return (facts, length) if facts["mark"] == mark else None


def _table(buffer: pa.Buffer, begin: int, length: int) -> pa.Table:
    with pa.ipc.open_stream(pa.BufferReader(buffer.slice(begin, length))) as file:
        return file.read_all()
