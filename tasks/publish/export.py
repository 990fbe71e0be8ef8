"""Tables as CSV files, for spreadsheets: safe to open, and a note of what was changed for that.

A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@`, a tab or a line break for a formula,
quoted or not, and runs it.  Such a cell of a text column gets an apostrophe in front (OWASP ASVS
5.0, 1.2.10).  Numbers are never touched.  The Parquet files keep the raw text.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from tasks.disk.durable import remove_tree
from tasks.disk.refused import refusal
from tasks.publish.errors import PublishError
from tasks.publish.stored import damaged

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
# What a spreadsheet keeps of one cell (Excel); longer texts are cut by it without a word.
CELL_LIMIT = 32_767
BYTE_ORDER_MARK = "\ufeff"  # or Excel reads UTF-8 as the machine's old code page


@dataclass(slots=True)
class Exported:
    """What was written for one table.

    Attributes:
        disarmed: per column, how many cells got an apostrophe in front.
        controls: per column, how many cells lost control characters.
        longer: per column, how many cells are longer than a spreadsheet keeps.
        left_out: columns that CSV cannot hold.
    """

    rows: int
    disarmed: dict[str, int] = field(default_factory=dict)
    controls: dict[str, int] = field(default_factory=dict)
    longer: dict[str, int] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()


def export_csv(version: Path, folder: Path) -> dict[str, Exported]:
    """Write the tables of a version's folder as `<folder>/<table>.csv`; return what was done to each.

    Files are UTF-8 with a byte order mark, comma separated, quoted where needed, with CRLF line ends;
    NULL is an empty cell, a list is JSON, dates are ISO 8601.

    Raises:
        PublishError: if they cannot be written, or a table is damaged; no half of a file stays.
    """
    folder.mkdir(parents=True, exist_ok=True)
    done: dict[str, Exported] = {}
    for source in sorted(version.glob("*.parquet")):
        path = folder / f"{source.stem}.csv"
        neighbour = folder / f".tmp-{path.name}"
        try:
            done[source.stem] = _write(pq.ParquetFile(source), neighbour)
            neighbour.replace(path)
        except BaseException as error:
            remove_tree(neighbour)
            if isinstance(error, OSError) and error.errno is not None:
                raise PublishError(refusal(error, path)) from error
            if isinstance(error, OSError | pa.ArrowInvalid):
                raise damaged(source, error) from error
            raise
    return done


def _write(source: pq.ParquetFile, path: Path) -> Exported:
    schema = source.schema_arrow
    names = [field.name for field in schema if not _is_binary(field.type)]
    done = Exported(0, left_out=tuple(name for name in schema.names if name not in names))
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(BYTE_ORDER_MARK)
        writer = csv.writer(file)
        writer.writerow(names)
        for batch in source.iter_batches(batch_size=2048, columns=names):
            for row in batch.to_pylist():
                writer.writerow([_cell(name, row[name], done) for name in names])
                done.rows += 1
    return done


def _is_binary(kind: pa.DataType) -> bool:
    return bool(pa.types.is_binary(kind) or pa.types.is_large_binary(kind) or pa.types.is_struct(kind))


def _cell(column: str, value: Any, done: Exported) -> Any:
    """Return a value as a cell; texts are made safe, and what was done to them is counted."""
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, list):
        value = json.dumps(value, ensure_ascii=False, default=str)
    if not isinstance(value, str):
        return value
    text = "".join(_printable(value))
    if text != value:
        done.controls[column] = done.controls.get(column, 0) + 1
    # Blanks in front do not keep a spreadsheet from seeing the sign behind them.
    if text.startswith(DANGEROUS) or text.lstrip().startswith(DANGEROUS):
        done.disarmed[column] = done.disarmed.get(column, 0) + 1
        text = "'" + text
    if len(text) > CELL_LIMIT:
        done.longer[column] = done.longer.get(column, 0) + 1
    return text


def _printable(text: str) -> Iterator[str]:
    """Yield the characters that a cell may hold: no controls but line breaks and tabs."""
    return (char for char in text if char in "\n\t" or not ("\0" <= char < " " or "\x7f" <= char <= "\x9f"))
