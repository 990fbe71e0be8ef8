"""Whether a phrase behind "according to X," begins what is said, or says who X is."""

from __future__ import annotations

from tasks.claims.cues.view import View


def begins_content(view: View, stop: int) -> bool:
    """Say whether a phrase before `stop` begins what is said: "to reports, X, a group of Y, has claimed"."""
    if stop >= len(view.low):
        return False
    if view.low[stop] == "that":
        return not _goes_on_behind_comma(view, stop)
    comma = next((k for k in range(stop + 1, len(view.low)) if view.low[k] == "," and view.is_free(k)), None)
    if view.low[stop] != "," or comma is None or comma + 1 >= len(view.low):
        return False
    apposed = view.low[stop + 1] in ("a", "an") and not any(
        view.is_word(k, "auxiliary") or view.is_word(k, "be") for k in range(stop + 1, comma)
    )
    return (apposed and view.finite[comma + 1]) or view.low[stop + 1] == "where"


def _goes_on_behind_comma(view: View, that: int) -> bool:
    """Say whether a clause with a verb follows the comma that closes a relative clause."""
    comma = next((k for k in range(that, len(view.low)) if view.low[k] == "," and view.is_free(k)), None)
    return comma is not None and view.has_finite(comma + 1, len(view.low))
