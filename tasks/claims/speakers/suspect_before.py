"""Whom others speak of, and who confessed: "spoke of a man who was arrested and has confessed"."""

from __future__ import annotations

from tasks.claims.cues.verbs.occurrence import Occurrence
from tasks.claims.cues.view import Range, View
from tasks.claims.speakers.antecedent import antecedent

_HELD = frozenset({"arrested", "detained", "held", "charged", "captured", "caught", "jailed", "seized"})


def suspect_before(view: View, cue: Occurrence) -> Range | None:
    """Return "a man" of "spoke of a man who was arrested and has | confessed": none who spoke of him."""
    if cue.entry.cue_class not in ("admission", "denial") or view.low[cue.start - 1] != "and":
        return None
    for k in range(cue.start - 2, max(0, cue.start - 14), -1):
        if view.low[k] == "who":
            held = not _HELD.isdisjoint(view.low[k + 1 : k + 5])
            return antecedent(view, k) if held and view.has_finite(0, k) else None
        if view.low[k] in (",", ";") or view.quote[k] >= 0:
            return None
    return None
