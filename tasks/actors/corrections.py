"""Corrections: lines that undo, add or change what the rules decided about actors.

The file is CSV with the columns of `COLUMNS`; `#` starts a comment line.  A line says

- ``split``: `name` and `other` are two actors, whatever the rules say;
- ``merge``: `other` is one more name of `name`;
- ``rename``: the actor that has `name` is called `other`, one of its names in the article;
- ``kind``: the actor that has `name` is of the kind `other`.

`article_id` is an article's id, or ``*`` for all articles.  Names are compared folded.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, get_args

from tasks.actors.known.folded_names import fold
from tasks.model.actor import ActorKind

COLUMNS = ("article_id", "action", "name", "other", "reason", "reported")
Action = Literal["split", "merge", "rename", "kind"]
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


class CorrectionError(ValueError):
    """A line of a corrections file is not valid. The message names file, line and value."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One line of the corrections file."""

    article_id: str
    action: Action
    name: str
    other: str
    reason: str
    reported: str

    def applies_to(self, article_id: str) -> bool:
        """Say whether the line is about this article."""
        return self.article_id in ("*", article_id)


def read_corrections(path: Path) -> tuple[Correction, ...]:
    """Return the corrections of a file in its order.

    Raises:
        CorrectionError: on other columns, an unknown action or kind, an empty cell, a date that is none,
            two lines that contradict each other.
        OSError: if the file cannot be read.
    """
    return parse_corrections(path.read_text("utf-8"), str(path))


def parse_corrections(content: str, file: str = "corrections") -> tuple[Correction, ...]:
    """Return the corrections of a file's text.

    Raises:
        CorrectionError: as `read_corrections`.
    """
    lines = [
        (n, line)
        for n, line in enumerate(content.splitlines(), 1)
        if line.strip() and not line.startswith("#")
    ]
    if not lines:
        raise CorrectionError(f"{file}: empty, the first line must be {','.join(COLUMNS)}")
    try:
        rows = [(number, next(csv.reader([line], strict=True))) for number, line in lines]
    except csv.Error as error:
        raise CorrectionError(f"{file}: {error}") from error
    if tuple(rows[0][1]) != COLUMNS:
        raise CorrectionError(f"{file}:{rows[0][0]}: columns are {rows[0][1]}, not {list(COLUMNS)}")
    corrections = tuple(_correction(row, f"{file}:{number}") for number, row in rows[1:])
    _refuse_contradictions(corrections, file)
    return corrections


def _correction(row: list[str], where: str) -> Correction:
    if len(row) != len(COLUMNS):
        raise CorrectionError(f"{where}: {len(row)} cells, not {len(COLUMNS)}")
    cells = dict(zip(COLUMNS, (cell.strip() for cell in row), strict=True))
    for column, value in cells.items():
        if not value:
            raise CorrectionError(f"{where}: {column} is empty")
    if cells["action"] not in get_args(Action):
        raise CorrectionError(f"{where}: action {cells['action']!r} is none of {list(get_args(Action))}")
    if cells["action"] == "kind" and cells["other"] not in get_args(ActorKind):
        raise CorrectionError(f"{where}: kind {cells['other']!r} is none of {list(get_args(ActorKind))}")
    if cells["action"] in ("split", "merge") and fold(cells["name"]) == fold(cells["other"]):
        raise CorrectionError(f"{where}: {cells['name']!r} and {cells['other']!r} are the same name")
    if not _is_date(cells["reported"]):
        raise CorrectionError(f"{where}: reported {cells['reported']!r} is no date YYYY-MM-DD")
    return Correction(**cells)  # type: ignore[arg-type]


def _is_date(text: str) -> bool:
    """Say whether this is a day of the calendar, written YYYY-MM-DD."""
    try:
        return _DATE.fullmatch(text) is not None and bool(date.fromisoformat(text))
    except ValueError:
        return False


def _refuse_contradictions(corrections: Iterable[Correction], file: str) -> None:
    seen: dict[tuple[str, frozenset[str]], str] = {}
    for line in corrections:
        if line.action in ("split", "merge"):
            pair = line.article_id, frozenset((fold(line.name), fold(line.other)))
            if seen.setdefault(pair, line.action) != line.action:
                raise CorrectionError(f"{file}: {line.name!r} and {line.other!r} are both split and merged")
