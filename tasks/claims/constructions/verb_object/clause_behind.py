"""The clause of an account that stands behind a medium: "confirmed reports in a speech that C"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.claims.contents.boundaries import clause_end, is_medium
from tasks.claims.cues.cue_words import word_class
from tasks.claims.cues.view import Range, View

_REACH = 8  # tokens of "in a statement on its website"


def with_clause_behind(view: View, start: int, end: int, cuts: Sequence[int]) -> Range:
    """Return what the account tells where nothing but a medium parts it from its noun; else the noun."""
    last = len(view.low)
    if end >= last or view.low[end - 1] not in word_class("account_noun") | word_class("report_noun"):
        return (start, end)
    if not is_medium(view, end, last):
        return (start, end)
    for k in range(end + 1, min(last - 1, end + _REACH)):
        if view.low[k] == "that":
            return (start, end) if view.finite[k + 1] else (k + 1, clause_end(view, k + 1, cuts))
        if view.finite[k] or view.low[k] in (",", ";"):
            return (start, end)
    return (start, end)
