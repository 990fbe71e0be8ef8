"""Whom a thing is laid on, with the name behind it: "blamed it on a local group, the Osk Front"."""

from __future__ import annotations

from tasks.claims.cues.view import View

_ARTICLES = frozenset({"a", "an", "the"})
_LONGEST = 8  # words of the name


def with_name_behind(view: View, start: int, end: int) -> int:
    """Return where a thing ends with the name that a comma parts from its noun; `end` where none does."""
    if view.low[end : end + 1] != (",",) or not view.is_free(end) or view.is_capital(end - 1):
        return end
    noun = next((k for k in range(end - 1, max(start, end - 5), -1) if view.low[k] in _ARTICLES), None)
    first = end + 1 + (view.low[end + 1 : end + 2] == ("the",))
    if noun is None or view.low[noun] == "the" or first >= len(view.low) or not view.is_capital(first):
        return end
    last = first
    while last < min(len(view.low), first + _LONGEST) and (view.is_capital(last) or view.low[last] == "of"):
        last += 1
    closes = view.low[last : last + 1] in ((), (".",), (",",), (";",), ("(",))
    return last if closes and not view.finite[first] else end
