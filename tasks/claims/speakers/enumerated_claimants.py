"""Several claimants named one by one: "was claimed by two groups, A, which ..., and B"."""

from __future__ import annotations

from dataclasses import replace

from tasks.claims.cues.draft import Draft
from tasks.claims.cues.view import View
from tasks.claims.speakers.noun_phrase import phrase_after

_COUNTS = frozenset({"two", "three", "four", "both", "several"})


def each_claimant(view: View, draft: Draft) -> list[Draft]:
    """Return one draft for each claimant of an enumeration behind "by two groups"; else the draft alone."""
    if draft.claimant is None or view.low[draft.claimant[0]] not in _COUNTS:
        return [draft]
    at = next(
        (k for k in range(draft.claimant[0], len(view.low)) if view.low[k] == "," and view.is_free(k)), None
    )
    if at is not None and view.low[at + 1] in ("including", "among", "such", "notably"):
        return [draft]  # "several groups, including A and B, accused"
    if at is None or at > draft.claimant[1] or at > draft.claimant[0] + 4:
        return [draft]
    last = next(
        (k for k in range(len(view.low) - 2, at, -1) if view.low[k] == "and" and view.is_free(k)), None
    )
    if last is None:
        return [draft]
    if any(start <= last < end for start, end in draft.content):
        return [draft]  # "according to two officers, the driver was selling ice and sweets"
    first = phrase_after(view, at + 1)
    second = phrase_after(view, last + 1)
    if first is None or second is None:
        return [draft]
    end = min(first[1], last)
    return [replace(draft, claimant=(first[0], end)), replace(draft, claimant=second)]
