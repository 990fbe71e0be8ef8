"""Where the writer goes on beside what is said: a clause of its own behind a clause without "that"."""

from __future__ import annotations

from tasks.claims.cues.view import View

_REPORTED = frozenset({"had", "would", "could", "might", "should", "was", "were"})
_PRESENT = frozenset({"is", "has", "are", "have"})
_REACH = 8  # tokens of a subject


def beside_said(view: View, start: int, comma: int, end: int) -> bool:
    """Say whether a comma ends what is said: a clause of the writer's own follows."""
    return _second_clause(view, start, comma, end) or _describes_now(view, start, comma, end)


def _second_clause(view: View, start: int, comma: int, end: int) -> bool:
    """Say whether ", and" opens a clause that nobody says: "said two were hurt, and others went home"."""
    if (
        view.low[comma : comma + 2] != (",", "and")
        or not view.is_free(comma)
        or view.low[start - 1] in ("that", ",")
    ):
        return False
    if view.quote[start] >= 0 or view.low[start] in ("to", "of") or not view.has_finite(start, comma):
        return False
    first = comma + 2
    closed = ("personal", "possessive", "preposition", "adverb", "subordinator")
    if first + 2 >= end or any(view.is_word(first, name) for name in closed) or view.low[first] == "that":
        return False
    verb = next((k for k in range(first + 1, min(end, first + _REACH)) if view.finite[k]), None)
    if verb is None or view.quote[verb] >= 0 or "," in view.low[first:verb]:
        return False
    return view.low[verb] not in _REPORTED and view.low[verb] not in _PRESENT


def _describes_now(view: View, start: int, comma: int, end: int) -> bool:
    """Say whether ", which" tells in the present what is true anyhow: ", which dominates the region"."""
    if view.low[comma : comma + 2] not in ((",", "which"), (",", "where")) or not view.is_free(comma):
        return False
    verb = view.low[comma + 2 : comma + 3]
    present = verb and (
        verb[0] in _PRESENT or (verb[0].endswith("s") and not verb[0].endswith(("ss", "was")))
    )
    closed = any(view.low[k] == "," and view.is_free(k) for k in range(comma + 2, end))
    quoted = any(view.quote[k] >= 0 for k in range(comma, end))
    if quoted or _is_told_now(view, start, comma):
        return False  # "cars are not allowed on the track, which has"
    return bool(present) and not closed and view.quote[start] < 0 and end - comma > 3


def _is_told_now(view: View, start: int, comma: int) -> bool:
    """Say whether what is said before a comma has the present tense itself."""
    verb = next((view.low[k] for k in range(start, comma) if view.finite[k]), "")
    return verb in _PRESENT
