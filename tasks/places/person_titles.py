"""Words before a person's name, which is no place's then."""

from __future__ import annotations

from functools import cache

from tasks.lexicons.load import load


@cache
def offices() -> frozenset[str]:
    """Return the words for offices and ranks."""
    return frozenset(row["title"] for row in load("person_titles") if row["class"] in ("office", "rank"))


@cache
def titles() -> frozenset[str]:
    """Return all words for titles, offices and ranks."""
    return frozenset(row["title"] for row in load("person_titles"))
