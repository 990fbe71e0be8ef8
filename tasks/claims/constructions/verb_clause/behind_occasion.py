"""Where a clause begins behind the place or occasion of saying: "said in court | the men had"."""

from __future__ import annotations

from tasks.claims.cues.view import View


def behind_hearing(view: View, start: int, end: int) -> int | None:
    """Return the pronoun behind "during his trial", "at a hearing": "claimed during his trial | he had"."""
    if view.low[start] not in ("during", "at", "after") or not view.is_word(start + 1, "determiner"):
        return None
    for k in range(start + 3, min(end - 1, start + 6)):
        if view.is_word(k, "personal"):
            return k if view.finite[k + 1] and not view.is_word(k - 1, "preposition") else None
        if view.finite[k] or view.low[k] == ",":
            return None
    return None


def behind_place(view: View, start: int) -> int:
    """Return where a clause begins behind "in Parliament", "in court": "said in court the men had"."""
    placed = view.low[start] in ("in", "at") and start + 2 < len(view.low)
    if not placed or not (view.is_capital(start + 1) or view.low[start + 1] in ("court", "parliament")):
        return start
    opens = view.is_word(start + 2, "determiner") or view.is_word(start + 2, "personal")
    return start + 2 if opens else start
