"""Words that a number or a letter follows, so that both sort things together: "Grade 11", "Battery B"."""

from __future__ import annotations

from functools import cache

from tasks.lexicons.classes import classes


@cache
def designators() -> frozenset[str]:
    """Return these words, as they are written before what follows them."""
    return classes("sentence_starts")["designator"]
