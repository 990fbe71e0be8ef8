"""Loading a lexicon: `data/<name>.csv`, checked against `data/<name>.schema.json`.

The schema says what each column means and allows::

    {"description": "...",
     "key": ["lemma", "class"],
     "columns": {"lemma": {"description": "...", "required": true},
                 "class": {"description": "...", "values": ["report", "label"]},
                 "frames": {"description": "...", "each_of": {"np": "a noun phrase", "to": "infinitive"}},
                 "count": {"description": "...", "pattern": "[0-9]+"}}}

A cell holds one of `values`; or words by blanks, each one of `each_of`, which says what each means; or what
`pattern` matches as a whole. What a lexicon means is the business of the stage that uses it.
"""

from __future__ import annotations

import csv
import hashlib
import json
import marshal
import re
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from tasks.lexicons.installed import installed

_HERE = Path(__file__)
DATA = _HERE.parent / "data"


class LexiconError(ValueError):
    """A lexicon's file does not keep its schema. The message names file, line, column and value."""


@cache
def load(name: str) -> tuple[Mapping[str, str], ...]:
    """Return the entries of a lexicon in the order of its file, each a mapping from column to text.

    An empty cell is "". Lines that start with `#` are comments.

    Raises:
        LexiconError: if the file does not keep its schema.
    """
    content, schema = (DATA / f"{name}.csv").read_bytes(), (DATA / f"{name}.schema.json").read_bytes()
    facts = (sys.version, content, schema, _HERE.read_bytes())
    # Looked through once after an installation: then it is there in a tenth of the time.
    kept = installed(
        _HERE,
        f"{name}.{hashlib.sha256(repr(facts).encode()).hexdigest()[:16]}",
        lambda: _packed(parse(content.decode("utf-8"), json.loads(schema), f"{name}.csv")),
    )
    entries: tuple[Mapping[str, str], ...] = marshal.loads(kept)
    return entries


def parse(content: str, schema: Mapping[str, Any], file: str) -> tuple[Mapping[str, str], ...]:
    """Return the entries of a lexicon's text, checked against its schema.

    Raises:
        LexiconError: on other columns than declared, a value that is not allowed, a key given twice.
    """
    lines = [(n, line) for n, line in enumerate(content.splitlines(), 1) if line and not line.startswith("#")]
    rows = list(csv.reader((line for _, line in lines), strict=True))
    columns: Mapping[str, Any] = schema["columns"]
    if not rows or rows[0] != list(columns):
        raise LexiconError(f"{file}: columns are {rows[:1]}, the schema says {list(columns)}")
    seen: dict[tuple[str, ...], int] = {}
    entries = []
    for (number, _), row in zip(lines[1:], rows[1:], strict=True):
        if len(row) != len(columns):
            raise LexiconError(f"{file}:{number}: {len(row)} cells, not {len(columns)}: {row}")
        entry = dict(zip(columns, row, strict=True))
        for column, rule in columns.items():
            _check(entry[column], rule, f"{file}:{number}: {column}")
        key = tuple(entry[column] for column in schema["key"])
        if key in seen:
            raise LexiconError(f"{file}:{number}: {key} stands in line {seen[key]} already")
        seen[key] = number
        entries.append(entry)
    return tuple(entries)


def _packed(entries: Any) -> bytes:
    return marshal.dumps(entries)


def _check(value: str, rule: Mapping[str, Any], where: str) -> None:
    if value != value.strip():
        raise LexiconError(f"{where}: {value!r} has blanks around it")
    if not value:
        if rule.get("required"):
            raise LexiconError(f"{where}: a value is required")
        return
    if "values" in rule and value not in rule["values"]:
        raise LexiconError(f"{where}: {value!r} is not one of {rule['values']}")
    if "each_of" in rule:
        unknown = [word for word in value.split(" ") if word not in rule["each_of"]]
        if unknown or len(set(value.split())) < len(value.split()):
            raise LexiconError(f"{where}: {value!r} is not words of {list(rule['each_of'])}, each once")
    if "pattern" in rule and not re.fullmatch(rule["pattern"], value):
        raise LexiconError(f"{where}: {value!r} does not match {rule['pattern']}")
