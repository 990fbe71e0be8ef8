"""What changed between two versions: rows added, dropped and changed, told by their keys.

A row whose words stand elsewhere because its article was edited, and that is the same otherwise, has moved.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path
from typing import Any

from tasks.publish.pairing import Edits, Key, edits_between, not_asked, paired
from tasks.publish.stored import stored_table
from tasks.tables import TABLES
from tasks.visible import one_line

SHOWN = 60  # characters of a value in a line
SHOWN_OF_A_ROW = 120  # characters of what a row is about
# What tells a person which row it is, where the table has it; keys are checksums.
TELLING = (
    "article_id", "title", "event_name", "name", "name_raw", "role", "claimant_raw", "claim_text", "property",
    "value_raw", "issue_kind", "detail",
)  # fmt: skip
# Checksums say that something changed, which the columns beside them say in words.
NOT_TOLD = frozenset({"content_sha256"})


@dataclass(frozen=True, slots=True)
class Difference:
    """The difference of one table.

    Attributes:
        key: the columns that tell rows apart.
        added, dropped: keys of the rows that only the new, only the old version has.
        changed: for each row that both have, by its key in the new one: the columns that differ, with
            old and new value; where its words stand is none of them if the article's text is another.
        same: how many rows are equal.
        about: for rows that only one version has: what they are about, in words.
        moved: how many are equal but for where their words stand in a text that was edited.
    """

    key: tuple[str, ...]
    added: tuple[Key, ...]
    dropped: tuple[Key, ...]
    changed: Mapping[Key, Mapping[str, tuple[Any, Any]]]
    same: int
    about: Mapping[Key, str] = field(default_factory=dict)
    moved: int = 0

    def as_record(self) -> dict[str, Any]:
        """Return the difference as JSON values."""
        return {
            "key": self.key,
            "added": self.added,
            "dropped": self.dropped,
            "changed": [
                {
                    "key": key,
                    "columns": {name: {"old": old, "new": new} for name, (old, new) in columns.items()},
                }
                for key, columns in self.changed.items()
            ],
            "moved": self.moved,
            "same": self.same,
        }

    def lines(self) -> list[tuple[str, str, str]]:
        """Return a sign (+, -, ~), the key and what changed, for each row that is not the same."""
        found = [("-", _key(key), self.about.get(key, "")) for key in self.dropped]
        found += [("+", _key(key), self.about.get(key, "")) for key in self.added]
        for key, columns in self.changed.items():
            told = {name: both for name, both in columns.items() if name not in NOT_TOLD} or columns
            changes = "; ".join(f"{name}: {_change(old, new)}" for name, (old, new) in told.items())
            found.append(("~", _key(key), changes))
        return found


def compare_versions(old: Path, new: Path, only: Sequence[str] = ()) -> dict[str, Difference]:
    """Return the difference of every table that either version has.

    Args:
        old: the folder of the earlier version.
        new: the folder of the later one.
        only: names of the tables to compare; all if none is given.
    """
    names = only or [name for name in TABLES if any((f / f"{name}.parquet").exists() for f in (old, new))]
    edits = edits_between(old, new)
    return {name: _compare(name, _rows(old, name), _rows(new, name), edits) for name in names}


def _rows(folder: Path, table: str) -> dict[Key, dict[str, Any]]:
    path = folder / f"{table}.parquet"
    if not path.exists():
        return {}
    key = TABLES[table].key
    return {tuple(row[name] for name in key): row for row in stored_table(folder, table).to_pylist()}


def _compare(table: str, old: Mapping[Key, Any], new: Mapping[Key, Any], edits: Edits) -> Difference:
    both = {after: before for before, after in paired(table, old, new, edits)}
    changed, moved = {}, 0
    for key, before in both.items():
        if old[before] == new[key]:
            continue
        columns = _columns(old[before], new[key], not_asked(table, new[key], edits))
        if columns:
            changed[key] = columns
        else:
            moved += 1
    added, dropped = _sorted(new.keys() - both.keys()), _sorted(old.keys() - set(both.values()))
    told = TABLES[table].key
    return Difference(
        key=told,
        added=added,
        dropped=dropped,
        changed={key: changed[key] for key in _sorted(changed)},
        same=len(both) - len(changed) - moved,
        about={key: _about(rows[key], told) for keys, rows in ((added, new), (dropped, old)) for key in keys},
        moved=moved,
    )


def _about(row: Mapping[str, Any], told: Sequence[str]) -> str:
    """Return in words what a row is about, without the columns of the key, which stand before it."""
    words = [str(row[name]) for name in TELLING if name not in told and row.get(name) is not None]
    return one_line(" · ".join(words), SHOWN_OF_A_ROW)


def _columns(
    old: Mapping[str, Any], new: Mapping[str, Any], left_out: frozenset[str]
) -> dict[str, tuple[Any, Any]]:
    names = [name for name in (*new, *(name for name in old if name not in new)) if name not in left_out]
    return {name: (old.get(name), new.get(name)) for name in names if old.get(name) != new.get(name)}


def _sorted(keys: Iterable[Key]) -> tuple[Key, ...]:
    return tuple(sorted(keys, key=lambda key: [str(part) for part in key]))


def _key(key: Key) -> str:
    return " ".join("-" if part is None else str(part) for part in key)


def _change(old: Any, new: Any) -> str:
    """Return both values, long texts from shortly before the place where they begin to differ."""
    old, new = (" ".join(value.split()) if isinstance(value, str) else value for value in (old, new))
    if isinstance(old, str) and isinstance(new, str) and max(len(old), len(new)) > SHOWN:
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))
        start = max(0, same - SHOWN // 4)
        lead = "…" if start else ""
        old, new = lead + old[start:], lead + new[start:]
    return f"{_short(old)} → {_short(new)}"


def _short(value: Any) -> str:
    return one_line("NULL" if value is None else str(value), SHOWN)
