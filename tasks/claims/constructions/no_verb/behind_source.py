"""What belongs to a source behind its name: "According to X, where Y lived, C", "X during his talk, C"."""

from __future__ import annotations

from tasks.claims.cues.view import View


def behind_where(view: View, after: int) -> int:
    """Return the token behind "where X lived," which tells of a place in the source's name."""
    if view.low[after - 1 : after + 1] != (",", "where"):
        return after
    comma = next((k for k in range(after, len(view.low) - 1) if view.low[k] == "," and view.is_free(k)), None)
    return after if comma is None or not view.has_finite(comma, len(view.low)) else comma + 1


def behind_modifier(view: View, after: int) -> int:
    """Return the comma behind what belongs to a source: "a report released in May", "X during his talk"."""
    if after + 1 >= len(view.low) or view.low[after] in (",", ":"):
        return after
    word = view.low[after]
    verbal = view.finite[after] or word.endswith(("ed", "ing"))
    participle = verbal and view.is_word(after + 1, "preposition")
    if not participle and not view.is_word(after, "preposition"):
        return after
    comma = next((k for k in range(after, len(view.low)) if view.low[k] == "," and view.is_free(k)), None)
    if comma is None or view.has_finite(after + 1, comma):
        return after
    return comma
