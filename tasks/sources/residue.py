"""Markup that a lossy rendering left in an infobox value: such a value says nothing."""

from __future__ import annotations

import re

# `|time-end=`, `{{`, `}}`, `[[`, `]]`, `<ref`, `-->`, `[[File:`, `thumb|`; linear: no nested repeats
_RESIDUE = re.compile(
    r"\{\{|\}\}|\[\[|\]\]|\{\||\|\}|<!--|-->|</?(?:ref|br|small|div|span|nowiki|center|sup|sub)\b"
    r"|\|\s*[\w-]{1,40}\s*=|&(?:nbsp|ndash|mdash|amp|lt|gt|quot|#\d{1,6});|'''",
    re.IGNORECASE,
)


def is_residue(value: str) -> bool:
    """Say whether an infobox value holds left-over markup, so that what it stands for is unknown."""
    return find_residue(value) is not None


def find_residue(value: str) -> str | None:
    """Return the first piece of left-over markup in a value, or None."""
    found = _RESIDUE.search(value)
    return found.group() if found else None
