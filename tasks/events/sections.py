"""Sections by what they are about, told by the beginning of their headings in lower case."""

from __future__ import annotations

# Sections that tell what came before or after the article's own event, or what was said about it.
APART = (
    "background",
    "aftermath",
    "reaction",
    "response",
    "analysis",
    "legacy",
    "trial",
    "see also",
    "context",
    "history",
    "prelude",
    "investigation",
    "memorial",
    "planning",
    "timeline",
    "references",
    "notes",
    "further reading",
    "external links",
    "bibliography",
    "sources",
)
BEFORE = ("background", "context", "history", "prelude")
NO_PROSE = ("see also", "references", "notes", "external links", "further reading", "bibliography", "sources")
