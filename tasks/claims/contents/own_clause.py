"""Where what is said ends by the clause that holds it: "With X insisting that C |", "was sure that C |"."""

from __future__ import annotations

from tasks.claims.cues.view import View


def absolute_end(view: View, start: int, end: int) -> int:
    """Return where "With X insisting that C, | the families left" ends: before the main clause."""
    for k in range(start + 1, end - 2):
        if (
            view.low[k] == ","
            and view.is_free(k)
            and view.has_finite(start, k)
            and view.has_finite(k + 2, end)
        ):
            return k
    return end


def mind_end(view: View, start: int, end: int) -> int:
    """Return where what somebody is sure of ends: before what was done, "was sure of it, and left"."""
    for k in range(start + 2, end - 3):
        if view.low[k] != "," or not view.is_free(k) or view.low[k + 1] not in ("and", "but"):
            continue
        verb = k + 3 if view.is_adverb(k + 2) else k + 2
        if view.low[k + 1] == "but" and view.has_finite(k + 2, end):
            return k
        if view.finite[verb] and not view.is_word(verb, "auxiliary") and not view.is_word(verb, "be"):
            return k
    return end
