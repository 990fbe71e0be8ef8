"""Columns of the issue log: what a run noticed and did not swallow."""

from __future__ import annotations

from typing import get_args

import pyarrow as pa

from tasks.model.issue import Severity
from tasks.tables.column import Column

COLUMNS = (
    Column("stage", pa.string(), "The stage that noticed it.", pattern="[a-z][a-z_]*"),
    Column("code", pa.string(), "Short, stable name of the kind of thing.", pattern="[a-z][a-z0-9_]*"),
    Column(
        "severity",
        pa.string(),
        "error: something was refused; warning: a value became NULL or was guessed around; info: otherwise.",
        values=get_args(Severity),
    ),
    Column("place", pa.string(), "Where: a field's name, a section, or an offset.", may_be_empty=True),
    Column("value", pa.string(), "The offending words, cut to 200 characters.", may_be_empty=True),
    Column("message", pa.string(), "What was noticed, in one plain sentence."),
)
