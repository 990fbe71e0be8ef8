"""Words that a number or a letter follows, so that both sort things together: "Grade 11", "Battery B"."""

from __future__ import annotations

from functools import cache

from tasks.lexicons.load import load


@cache
def designators() -> frozenset[str]:
    """Return these words, as they are written before what follows them."""
    return frozenset(row["word"] for row in load("sentence_starts") if row["class"] == "designator")
