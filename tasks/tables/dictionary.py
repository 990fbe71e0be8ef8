"""The data dictionary, `docs/data-dictionary.md`, made from the declarations.

python -m tasks.tables.dictionary
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tasks.lexicons.load import load
from tasks.tables.column import Column
from tasks.tables.fields.claims import SPANS
from tasks.tables.table import Table
from tasks.tables.tables import TABLES
from tasks.tables.vocabulary import ACLED
from tasks.version import SCHEMA_VERSION

DICTIONARY = Path(__file__).parents[2] / "docs" / "data-dictionary.md"

_INTRODUCTION = f"""\
# Data dictionary

Made from `tasks/tables/` by `python -m tasks.tables.dictionary`; do not edit.
Schema version {SCHEMA_VERSION}.

- One value a cell. NULL says unknown; 0 says that the article states none.
- `char_start` and `char_end` count Unicode code points of `articles.text`, half open: in Python,
  `text[char_start:char_end]` is the passage.
- What is inferred says so in a `*_basis` or `*_resolution` column; the words themselves are in `*_raw`.
- Ids are hashes of raw fields: the same article gives the same ids in every run.
- The same column name means the same in every table.
"""


def dictionary() -> str:
    """Return the whole dictionary as Markdown."""
    contents = [f"- [{name}](#{name}): {table.description}" for name, table in TABLES.items()]
    parts = [_INTRODUCTION, "\n".join(contents) + "\n", *("\n".join(_table(t)) for t in TABLES.values())]
    return "\n".join([*parts, _acled(), _event_rules(), _party_rules()])


def _table(table: Table) -> Iterator[str]:
    yield f"## {table.name}"
    yield ""
    yield table.description
    yield ""
    yield f"Key: {_names(table.key)}. Rows are sorted by {_names(table.sort)}."
    for link in table.foreign_keys:
        yield f"`{link.column}` refers to `{link.table}.{link.target}`."
    yield ""
    for note in table.usage:
        yield f"- {note}"
    if table.usage:
        yield ""
    yield "| column | type | NULL | meaning |"
    yield "|---|---|---|---|"
    for column in table.columns:
        null = "yes" if column.name in table.nullable else ""
        yield f"| `{column.name}` | {_type(column)} | {null} | {_meaning(column)} |"
    if table.name == "events":
        yield "| `bbox` | struct | yes | Bounding box of the geometry, for filters (GeoParquet's covering). |"
        yield "| `geometry` | binary | yes | The point as WKB, longitude and latitude (GeoParquet 1.1). |"
    yield ""


def _meaning(column: Column) -> str:
    parts = [column.description]
    if column.values:
        parts.append("One of " + ", ".join(f"`{value}`" for value in column.values) + ".")
    if column.unit:
        parts.append(f"Unit: {column.unit}.")
    if column.minimum is not None and column.maximum is not None:
        parts.append(f"From {column.minimum:,} to {column.maximum:,}.")
    if column.since != "1.0":
        parts.append(f"Since {column.since}.")
    return " ".join(parts).replace("|", "\\|")


def _type(column: Column) -> str:
    return "list of struct(start, end)" if column.type == SPANS else str(column.type).replace("[day]", "")


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _acled() -> str:
    lines = ["## Event types", "", "ACLED's event types with their sub-event types:", ""]
    return "\n".join([*lines, *(f"- {name}: {'; '.join(subs)}" for name, subs in ACLED.items()), ""])


def _event_rules() -> str:
    lines = [
        "## Rules of events",
        "",
        "What is an event by each value of `events.rule` (`tasks/lexicons/data/event_rules.csv`). Those that "
        "begin with own_ give the article's own event, which each article has: they have no `confidence`. "
        "How often each of the others was right is in [accuracy.md](accuracy.md).",
        "",
        "| rule | what is an event | as in |",
        "|---|---|---|",
    ]
    return "\n".join([*lines, *_told("event_rules"), ""])


def _party_rules() -> str:
    lines = [
        "## Rules of event_actors",
        "",
        "Who has a part by each value of `event_actors.rule`; X acts, Y is acted upon "
        "(`tasks/lexicons/data/party_rules.csv`). How often each was right is in [accuracy.md](accuracy.md).",
        "",
        "| rule | who has the part | as in |",
        "|---|---|---|",
    ]
    return "\n".join([*lines, *_told("party_rules"), ""])


def _told(rules: str) -> Iterator[str]:
    for e in load(rules):
        yield f"| `{e['rule']}` | {e['meaning']} | {e['example']} |"


def main() -> None:
    """Write the dictionary."""
    DICTIONARY.write_text(dictionary(), "utf-8")


if __name__ == "__main__":
    main()
