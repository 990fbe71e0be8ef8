"""Markup that a lossy rendering left behind: in an infobox value, or instead of a whole infobox."""

from __future__ import annotations

import re

# `|time-end=`, `{{`, `}}`, `[[`, `]]`, `<ref`, `-->`, `[[File:`, `thumb|`; linear: no nested repeats
_RESIDUE = re.compile(
    r"\{\{|\}\}|\[\[|\]\]|\{\||\|\}|<!--|-->|</?(?:ref|br|small|div|span|nowiki|center|sup|sub)\b"
    r"|\|\s*[\w-]{1,40}\s*=|&(?:nbsp|ndash|mdash|amp|lt|gt|quot|#\d{1,6});|'''",
    re.IGNORECASE,
)
_MARKS = ("{", "}", "[", "]", "|", "<", "-->", "&", "'''")  # each residue begins with one: a faster look
_PARAMETER = re.compile(r"\|[ \t]*[\w-]{1,40}[ \t]*=(?!=)")
_TEMPLATE_END = re.compile(r"\}\}[ \t]*$", re.MULTILINE)
_LONGEST_TEMPLATE = 20_000  # characters


def is_residue(value: str) -> bool:
    """Say whether an infobox value holds left-over markup, so that what it stands for is unknown."""
    return find_residue(value) is not None


def find_residue(value: str) -> str | None:
    """Return the first piece of left-over markup in a value, or None."""
    if not any(map(value.__contains__, _MARKS)):  # nearly always
        return None
    found = _RESIDUE.search(value)
    return found.group() if found else None


def template_remains_end(text: str, start: int) -> int:
    """Return where the remains of a template end that the text begins with at `start`.

    A rendering that fails on an infobox may leave lines of its parameters ("| combatant2 = ...") up
    to its end ("}}") where the lead should begin. Equal to `start` where there are none.
    """
    end = min(len(text), start + _LONGEST_TEMPLATE)
    if text.find("|", start, end) < 0:  # a faster look
        return start
    first = _PARAMETER.search(text, start, end)
    if not first:
        return start
    closing = _TEMPLATE_END.search(text, first.end(), end)
    return closing.end() if closing and "{{" not in text[start : closing.end()] else start
