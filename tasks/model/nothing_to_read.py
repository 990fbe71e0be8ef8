"""The error of an article that says nothing."""

from __future__ import annotations


class NothingToReadError(ValueError):
    """An article has no sentence, but headings, lists of sources or markup: no row could show its words."""
