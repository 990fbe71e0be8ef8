"""Who somebody is who is named: "named the man as NAME, a clerk", "the death of NAME, its leader"."""

from __future__ import annotations

from tasks.claims.cues.cue_words import source_heads
from tasks.claims.cues.view import View

_BEFALLING = frozenset(
    {"death", "killing", "murder", "arrest", "capture", "release", "loss", "assassination"}
)
_ARTICLES = (("a",), ("an",))


def behind_apposition(view: View, comma: int, end: int) -> int | None:
    """Return where what says who somebody is ends: "named the man as NAME, a clerk from Osk"."""
    name = comma
    while name > 0 and view.is_capital(name - 1):
        name -= 1
    of_person = (
        view.low[name - 1] == "of" and view.low[name - 2] in _BEFALLING and _names_role(view, comma + 1)
    )
    named_as = view.low[name - 1] == "as" and view.low[comma + 1 : comma + 2] in _ARTICLES
    if comma == name or not (of_person or (named_as and comma - name > 1)):
        return None
    close = next((k for k in range(comma + 2, end) if view.low[k] in (",", ";") and view.is_free(k)), end)
    return None if view.has_finite(comma, close) or close - comma < 3 else close


def _names_role(view: View, at: int) -> bool:
    """Say whether who somebody is stands at a token: "commander of its fleet", "the leader of a band"."""
    first = at + (view.low[at : at + 1] in (("a",), ("an",), ("the",)))
    near = range(first, min(len(view.low) - 1, first + 4))
    return any(view.low[k] in source_heads() and not view.is_capital(k) for k in near)
