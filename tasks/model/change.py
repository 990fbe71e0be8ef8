"""What a revision of an article can do to a row."""

from __future__ import annotations

from typing import Literal

ChangeKind = Literal["added", "dropped", "altered"]
ChangedTable = Literal["claims", "figures", "events"]
