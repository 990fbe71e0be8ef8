"""Which row of an earlier version is which row of a later one.

A key says it, but for rows whose key has offsets into the article's text: a sentence more at its top
moves all that come after.  Such rows are paired by where their passage stands after the edit.  Columns
that say where a row's words stand tell of a change only where the text is as it was.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tasks.publish.moved_passages import Edited
from tasks.publish.stored import stored_table
from tasks.tables import TABLES
from tasks.tables.fields import FIELDS

Key = tuple[Any, ...]
Row = Mapping[str, Any]
Rows = Mapping[Key, Row]

PLACE_COLUMNS = frozenset(
    name for name, column in FIELDS.items() if column.unit == "code points of articles.text"
)
_ORDERED = frozenset({"spans", "event_order"})  # they say where words stand, too
# Keys of statements, which have other words where the text has.
_STATEMENTS = frozenset({"claim_id", "parent_claim_id", "updates_claim_id"})
# What tells rows apart beside their passage, where the key has (or is a checksum of) its offsets.
_BESIDE_THE_PASSAGE: Mapping[str, tuple[str, ...]] = {
    "mentions": ("article_id", "actor_id"),
    "event_actors": ("event_id", "actor_id", "role", "is_alleged"),
}


@dataclass(frozen=True, slots=True)
class Edits:
    """The articles whose text is another in the later version.

    Attributes:
        texts: by article, the earlier text and the later one.
        articles: by event, its article, for rows that name their event alone.
    """

    texts: Mapping[str, tuple[str, str]]
    articles: Mapping[str, str]
    _edited: dict[str, Edited] = field(default_factory=dict)

    def has(self, row: Row) -> bool:
        """Say whether the text of the row's article was edited."""
        return self._article(row) in self.texts

    def now_at(self, row: Row) -> tuple[int, int] | None:
        """Return where the passage of an earlier row stands in the later text; None if it does not."""
        start, end, article = row["char_start"], row["char_end"], self._article(row)
        if article not in self.texts:
            return start, end
        if article not in self._edited:
            self._edited[article] = Edited(*self.texts[article])
        return self._edited[article].now_at(start, end)

    def _article(self, row: Row) -> str:
        article: str = row.get("article_id") or self.articles.get(row.get("event_id", ""), "")
        return article


def edits_between(old: Path, new: Path) -> Edits:
    """Return which texts differ between the versions of two folders."""
    was, now = (_column(folder, "articles", "article_id", "text") for folder in (old, new))
    texts = {name: (was[name], text) for name, text in now.items() if name in was and was[name] != text}
    events = _column(old, "events", "event_id", "article_id") | _column(
        new, "events", "event_id", "article_id"
    )
    return Edits(texts, events)


def paired(table: str, old: Rows, new: Rows, edits: Edits) -> Iterator[tuple[Key, Key]]:
    """Yield the keys of rows that both versions have: the earlier one's and the later one's."""
    beside = _BESIDE_THE_PASSAGE.get(table)
    if beside is None or not edits.texts:
        yield from ((key, key) for key in new if key in old)
        return
    here: dict[Key, list[Key]] = defaultdict(list)
    for key, row in new.items():
        here[(*(row[name] for name in beside), row["char_start"], row["char_end"])].append(key)
    for key, row in old.items():
        place = edits.now_at(row)
        if place is not None and (found := here.get((*(row[name] for name in beside), *place))):
            yield key, found.pop(0)


def not_asked(table: str, row: Row, edits: Edits) -> frozenset[str]:
    """Return the columns in which a row may differ from its earlier self without having changed."""
    if not edits.has(row):
        return frozenset()
    return PLACE_COLUMNS | _ORDERED | _STATEMENTS | {*TABLES[table].key}


def _column(folder: Path, table: str, key: str, value: str) -> dict[str, str]:
    if not (folder / f"{table}.parquet").exists():
        return {}
    columns = stored_table(folder, table, (key, value)).to_pydict()
    return dict(zip(columns[key], columns[value], strict=True))
