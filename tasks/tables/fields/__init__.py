"""Every column of every table, declared once.

To add a column: declare it in the module of its subject, name it in its table (`tasks.tables.tables`),
raise `SCHEMA_VERSION` and write that version into the column's `since`.
"""

from __future__ import annotations

from collections.abc import Mapping

from tasks.tables.column import Column, by_name
from tasks.tables.fields import actors, articles, changes, claims, events, figures, identity, issues, places

FIELDS: Mapping[str, Column] = by_name(
    *identity.COLUMNS,
    *articles.COLUMNS,
    *events.COLUMNS,
    *places.COLUMNS,
    *actors.COLUMNS,
    *claims.COLUMNS,
    *figures.COLUMNS,
    *changes.COLUMNS,
    *issues.COLUMNS,
)
